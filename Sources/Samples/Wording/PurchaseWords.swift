/// What people say while they open an account or sign; the format is `Phrasebook`'s.
let purchaseWords = """
  # application
  - the form lost everything on page {n}
  - typed my details three times because of a session timeout
  - the form refuses my postcode
  - it demands a landline number in this century
  - the save button saves nothing
  - it forgets my job every time I go back
  - the help text covers the button
  ! since the redesign the form stops at step {n} for everybody
  ! the new form wants a tax number that nobody here has
  ! the form ate my application twice since the update
  = can I pause the application and go on later
  = which name goes on the form after marriage
  = how do I correct a mistake in my application
  + applied in ten minutes over lunch
  + the form filled in most of it by itself
  + could stop on the phone and finish on the laptop
  # credit decision
  - declined after {d} days without a reason
  - approved on Monday and declined on Thursday
  - the decision is "with the team" since {d} days
  - they want {n} more payslips after the approval
  - no one can see where my decision is
  - the score in the letter is not my score
  - a robot decides and nobody can explain it
  ! all decisions are on hold since the new model they say
  ! approved in August and now they decide anew
  ! the new automatic decision declined my whole family
  = how long does the credit decision take
  = can I appeal the decision
  = do you look at joint income
  + decision in one hour as promised
  + a human looked at it again and said yes
  + they told me why it was less and what would help
  # documents
  - the upload says "file too large" for a photo of a payslip
  - uploaded the same bank statement {n} times
  - the documents vanished from the portal
  - only accepts PDF and I only have a phone
  - they asked for a document that I had sent the week before
  - my scan is "too dark" and theirs is unreadable
  - the portal wants one file for each page
  ! the upload has been failing since the new portal
  ! the portal shows me the papers of someone else
  ! every document I upload is rejected as expired since Monday
  = which documents do you need from a freelancer
  = can I send the documents by post
  = did my upload arrive
  + took photos of the papers and that was it
  + the list of documents was short and right
  + upload checked within the hour
  # contract
  - the contract has the wrong address and nobody can change it
  - signed three times because the page expired
  - the e-signature wants a passport that I do not have
  - the contract came without the annex
  - the date of the first payment is not what we agreed
  - the middle name is missing and it all starts again
  - the cooling-off form is not where the contract says
  ! the new e-signature rejects every British passport
  ! the contract has been stuck at "one signature missing" since the change
  ! the signing link expires before the text message comes
  = do both of us have to sign
  = can I sign in the branch instead
  = where do I find my copy of the contract
  + signed on the sofa in two minutes
  + the contract was explained line by line
  + got the signed copy at once
  # card order
  - the card was ordered and the order does not exist
  - chose the blue card and the grey one was ordered
  - charged {p} pounds for an express card that took {d} days
  - no second card for my partner although we ticked it
  - the card order is stuck at "in preparation"
  - the photo for the card was rejected for being too cheerful
  - ordered in June and the page says "new order"
  ! since the new card design all orders are stuck
  ! they ran out of cards and say nothing
  ! the order page takes the express fee and sends no card
  = can I choose my own pin when I order
  = how do I order a second card
  = is the express card free
  + virtual card worked before I closed the page
  + ordering the card took three taps
  + asked for a card with big print and got it
  """
