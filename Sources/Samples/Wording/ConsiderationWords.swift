/// What people say who are weighing an account or a loan; the format is `Phrasebook`'s.
let considerationWords = """
  # mortgage
  - the adviser had not read a line of what I sent
  - waited {d} days for a mortgage appointment
  - two advisers gave me two different answers about the deposit
  - nobody can tell me if the rate is still held
  - the mortgage adviser talked about insurance for half an hour
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
  = is there a fee for paying the loan off early
  = how long does a loan decision take
  = can I add {p} pounds to the loan I have
  + the loan terms fit on one page and I understood them
  + the rate they quoted is the rate I got
  + no fee for early repayment and they say it up front
  """
