/// What people say who are weighing an account or a loan; the format is `Phrasebook`'s.
let considerationWords = """
  # mortgage
  - the adviser had not read a line of what I sent
  - waited {d} days for a mortgage appointment
  - two advisers gave me two different answers about the deposit
  - nobody can tell me if the rate is still held
  - the mortgage adviser talked about insurance for half an hour
  - the adviser changed three times before the offer came
  - the valuation was booked for the wrong house
  ! all mortgage rates were withdrawn overnight and my adviser heard it from me
  ! since the new system my mortgage papers are with nobody
  ! the adviser cannot open my case in the new system
  = how long is a mortgage offer held
  = can I speak to an adviser without an appointment
  = what do I bring to the mortgage meeting
  + the adviser explained fixed and tracker so that I understood it
  + left the mortgage talk with a plan and no pressure
  + honest advice that we should wait a year
  # eligibility
  - the eligibility check says no and never says why
  - the check left a mark on my credit file although it said soft
  - it asks for {n} years of addresses and then times out
  - declined by the checker and accepted by the clerk
  - the checker does not know self-employed people
  - it thinks my flat number is a typing error
  - it counts my rent twice
  ! since the update the checker declines everyone I know
  ! the eligibility check now ends in error E{n}7
  ! the checker asks for a consent that cannot be ticked
  = does the eligibility check affect my credit score
  = what income counts for the check
  = can I run the check for a joint account
  + took two minutes to know that I would be accepted
  + soft check and a clear answer
  + the checker told me exactly which paper was missing
  # account choice
  - seven accounts with nearly the same name
  - nobody could explain the difference between Plus and Select
  - was sold the premium account and use none of it
  - the account table hides the overdraft rate
  - the quiz recommended an account they no longer open
  - the free account needs a salary that I do not have
  - the student account is gone from the list
  ! the account I picked was withdrawn while I was reading
  ! the new account names mean nothing to anyone
  ! they moved all of us to Select and call it a choice
  = which account suits a couple with one income
  = what is the difference between Plus and Select
  = can I change the account type later
  + they talked me into the cheaper account
  + the account quiz got it right
  + side by side comparison made the choice easy
  # appointments
  - the appointment was moved {n} times
  - turned up and nobody knew about my appointment
  - the calendar offers a slot and then says it is taken
  - no evening appointments for people who work
  - confirmed for Tuesday and called on Wednesday
  - the video appointment started without sound
  - the letter says ten and the email says two
  ! every appointment of this week was cancelled by text
  ! the new calendar books me in a town {d} miles away
  ! the new booking page confirms and the branch has no list
  = how do I move my appointment
  = can I bring my daughter to the appointment
  = is the appointment in the branch or by video
  + got an appointment the same afternoon
  + the reminder with the list of papers was helpful
  + appointment started on the minute
  # loan terms
  - the personal rate was {n} points above the advertised one
  - early repayment fee hidden on page {d}
  - the loan calculator shows another figure than the offer
  - asked for {p} a month and they offered twice the term
  - nobody tells me how the rate is made
  - my offer expired while I waited for a question to be answered
  - the insurance is in the rate and I never asked for it
  ! the offer came back with a higher rate after the policy change
  ! the new loan contract has a clause that even the clerk cannot explain
  ! the calculator has been wrong since the weekend
  = is there a fee for paying the loan off early
  = how long does a loan decision take
  = can I add {p} pounds to the loan I have
  + the loan terms fit on one page and I understood them
  + the rate they quoted is the rate I got
  + no fee for early repayment and they say it up front
  """
