/// What new customers say in their first weeks; the format is `Phrasebook`'s.
let onboardingWords = """
  # identity check
  - the identity check failed {n} times with the same passport
  - it says my face does not match my own licence
  - asked for the same proof of address again
  - the ident video froze and I had to start over
  - still not verified after {d} days
  - the light was wrong, the face was wrong, then the hour was wrong
  - it wants a passport and I sent a passport
  ! since the new identity check nobody in our house gets through
  ! the new check rejects every driving licence
  ! the verification loops back to the start since the update
  = which documents work for the identity check
  = can I do the identity check at the post office
  = how long does verification take
  + verified in two minutes with the passport
  + identity check worked at the first attempt
  + the ident agent was patient with my old licence
  # first login
  - the first login code never arrives
  - locked out before I was ever in
  - the activation letter has a code that is not accepted
  - the password rules change on every page
  - registered {n} times and it still does not know me
  - the welcome email links to a page that does not exist
  - the code came by post and had expired
  ! the activation codes have been dead since the weekend
  ! the new app version refuses all new customers
  ! the login asks for a device that I never had since the change
  = where do I find my customer number
  = how do I set up the second device
  = is the activation code case sensitive
  + logged in at once and everything was there
  + setting up face login was easy
  + the welcome tour was short and useful
  # card delivery
  - my new card has been "on its way" for {d} days
  - the card came and the pin did not
  - the card went to my old address
  - third week without a card
  - the courier left the card with a neighbour I do not know
  - the letter says enclosed card and there was no card
  - delivered to number {d} and I live at number {n}
  ! the new courier has lost every card in our street
  ! since the courier changed no card arrives at all
  ! the tracking of the new courier ends in a depot
  = when will my card arrive
  = can I use the account before the card is here
  = where is the pin letter
  + card was here the next day
  + could follow the card to the door
  + card and pin came in the right order
  # account switch
  - the switch left two direct debits behind
  - my salary went to the old account
  - the switch date passed and nothing happened
  - the old bank says Northbank never asked
  - got a late fee of {p} because of the switch
  - the mortgage bounced in the week of the switch
  - two banks and both say the other one is slow
  ! since the new switch team took over nothing gets switched
  ! the switch stopped half way in September and both accounts are frozen
  ! my direct debits were paid twice after the switch
  = how long does the switch take
  = do standing orders move too
  = can I choose the switch date
  + the switch worked without me doing a thing
  + all {d} direct debits moved without a fault
  + salary landed in the new account on day one
  # welcome pack
  - the welcome letter calls me by another name
  - got five letters and none says what to do first
  - the welcome bonus of {p} pounds is missing
  - the guide shows screens that do not exist any more
  - welcome call at nine in the evening
  - the leaflet is for another account
  - a welcome gift in exchange for three consents
  ! the welcome bonus was stopped and nobody told us
  ! the welcome pack of this month has someone else's name in it
  ! the new welcome calls come every single day
  = when is the welcome bonus paid
  = who is my contact in the first weeks
  = is there a short guide for the first steps
  + welcome bonus was paid on time
  + someone called to ask if all was well
  + clear first steps on one sheet
  """
