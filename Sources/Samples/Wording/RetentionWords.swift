/// What customers say in daily banking; the format is `Phrasebook`'s.
let retentionWords = """
  # card blocked
  - card blocked at the till with a full trolley
  - blocked for fraud because I bought a train ticket
  - the card is unblocked they say and it still declines
  - stranded abroad with a blocked card
  - blocked {n} times this month for nothing
  - the fraud text came an hour after the block
  - no one at the weekend can lift a block
  ! since the new fraud filter my card is blocked every day
  ! half of our office had the card blocked this week
  ! the unblock button has been gone since the update
  = how do I unblock my card
  = why was my card declined in the petrol station
  = can I set travel dates for the card
  + card unblocked in two minutes
  + they spotted the fraud before I did
  + the freeze button is a blessing
  # transfers
  - a transfer of {p} pounds is pending for {d} days
  - the payment left my account and arrived nowhere
  - rent was late because the transfer was "under review"
  - the standing order went out twice
  - nobody knows where my money is
  - the same payment needed {n} approvals
  - the exchange rate changed between click and booking
  ! transfers have been stuck since the system change
  ! every transfer over {p} pounds is held for review now
  ! the new payee check refuses payees I have had for years
  = how long does a transfer abroad take
  = can I recall a payment
  = why does the payment show as pending
  + the transfer was there in seconds
  + they traced a lost payment within the day
  + payment to the wrong account came back
  # fees
  - charged {p} pounds for being overdrawn by two
  - a fee for a service that I cancelled in spring
  - the foreign fee is not the one on the website
  - fees went up and the letter came after
  - the refund of the fee was refused without a reason
  - paid {p} for a copy of my own letter
  - the fee was waived on the phone and charged anyway
  ! the September fees were charged twice
  ! the new fee model charges me for being a customer
  ! the fee letter came after the fee, same for all my neighbours
  = what is the {p} pounds fee on my statement
  = how do I avoid the monthly fee
  = can the overdraft fee be refunded
  + the fee was refunded without a discussion
  + they warned me before the fee was due
  + no fees abroad and it is true
  # login
  - logged out every time I look at a payment
  - the face login stopped after the update
  - no balance since the maintenance at the weekend
  - the one time code comes after it has expired
  - error {d}04 on every second tap
  - the new phone counts as a stranger
  - it wants a code from a device I sold
  ! nobody can log in since the release
  ! the login has been down every evening since the release
  ! since the update the face login lets in nobody over sixty
  = how do I reset my password
  = is there maintenance tonight
  = how do I move the login to a new phone
  + login is faster since the update
  + got back in within minutes after losing my phone
  + finally works on my old tablet
  # statements
  - the statement for the tax office is missing
  - the statements end in the middle of the month
  - ordered paper statements {n} times and get none
  - the export puts all amounts in one column
  - the balance on paper and on screen differ by {p}
  - page two of three, always
  - the search finds nothing older than a month
  ! the August statements are missing for all of us
  ! since the new archive the old statements are gone
  ! the new statements have no running balance
  = where do I find last year's statements
  = how do I get a statement for the tax office
  = can I have statements in large print
  + statements are easy to find now
  + the export works with my bookkeeping
  + the yearly summary saved me an evening
  """
