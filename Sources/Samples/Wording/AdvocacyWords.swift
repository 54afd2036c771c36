/// What loyal customers say, to others and about thanks or its absence; the format is `Phrasebook`'s.
let advocacyWords = """
  # referrals
  - brought {n} friends and saw no bonus
  - the referral link is expired before anyone can use it
  - the bonus went to my friend and not to me
  - the rules of the referral changed after I had shared it
  - support says the referral was never registered
  - my friend opened an account and the page says pending
  - the bonus needs a salary that nobody mentioned
  ! the referral bonus was halved after we had brought our friends
  ! all referral links have been dead since the new campaign
  ! referrals of September do not show for anyone
  = when is the referral bonus paid
  = does the referral count for a joint account
  = how many friends can I refer
  + both of us got the {p} pounds within a week
  + my whole football team banks here now
  + recommended them to my sister and she thanked me
  # rewards
  - {d} years a customer and new people get the better rate
  - the reward points expired without a warning
  - the cashback partner list is shorter every month
  - cashback of {p} pounds was promised and not paid
  - the loyalty page is three clicks of nothing
  - the partner shop had never heard of it
  - {p} points are worth a coffee
  ! the points of everybody were reset this month
  ! cashback has not been paid since the partner changed
  ! the new rewards page swallowed my points
  = when do reward points expire
  = how do I use my cashback
  = is there a rate for long-standing customers
  + cashback paid for our weekend
  + a handwritten card after twenty years
  + the loyalty rate is real money
  # community
  - asked in the community and got a copied answer
  - the moderator closed my question unanswered
  - my post about the outage was deleted
  - the staff badge answers once a week
  - search finds threads from 2019 only
  - the helpers know more than the staff
  - the answer was marked as solved and it is not
  ! the community has been locked for days after the relaunch
  ! since the new forum software all old answers are gone
  ! moderators delete every thread about the outage
  = where do I report a wrong answer here
  = is there a group for landlords
  = how do I become a helper
  + a staff member stayed with my question until it was solved
  + best answers I have had came from other customers
  + the community saved me a phone call
  # complaint
  - my complaint is {d} weeks old and has no owner
  - the reply answers a question that I did not ask
  - the final letter repeats the first one
  - they closed the complaint without calling me
  - a reference number is all I ever got
  - the letter has the name of another customer
  - three case numbers for one complaint
  ! the complaints team was moved and nobody answers now
  ! all complaints of this month got the same letter
  ! since the new form my complaint has no number
  = who is handling my complaint
  = how long may a complaint take
  = can I add a letter to my complaint
  + complaint settled with one honest phone call
  + they said sorry and paid {p} pounds
  + the complaint changed something, the form is fixed now
  # feedback
  - a survey after every click
  - asked for feedback before the problem was solved
  - gave feedback {n} times and nothing changed
  - the survey crashed on the last page
  - they want stars and do not read the words
  - the survey wanted an hour of my evening
  - the question was about a visit I never made
  ! the new survey pops up in every single step
  ! the same survey came five times this week
  ! the feedback form has been posting our names since the update
  = where can I leave a review of the branch
  = did anyone read what I wrote
  = how do I join the customer panel
  + was asked what I think and they acted on it
  + the customer panel is time well spent
  + happy to leave five stars for Northbank
  """
