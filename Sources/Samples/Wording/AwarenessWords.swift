/// What people say who only know Northbank from outside; the format is `Phrasebook`'s.
let awarenessWords = """
  # savings offer
  - the 4.6% in the ad turned out to be for three months only
  - the savings rate on the poster is not the one you actually get
  - the bonus rate needs {p} pounds a month and nobody says so
  - had to read four pages to learn that the offer excludes me
  - the headline rate dropped before I had finished reading about it
  - opened it for the bonus and the bonus is gone
  - the small print is longer than the offer
  ! the saver rate was cut the week after we all signed up
  ! since the rate change nobody can say what my saver pays
  ! the new saver page promises a rate that the contract does not have
  = is the {n}% savings offer open to people who bank elsewhere
  = what is the catch with the new saver account
  = when does the savings offer end
  + the new saver rate is honestly the best I have found
  + a savings offer without small print for once
  + the rate is clear and it is the one you get
  # closures
  - another branch closing and the next one is {d} miles away
  - they close our branch and call it an improvement
  - my mother cannot get to a branch any more
  - the mobile van came once and never again
  - found out from the local paper that our branch is going
  - the last cash machine in town went with the branch
  - the next branch has no step-free door
  ! the closing date was moved forward without a letter
  ! the replacement van has not come since the branch shut
  ! my safe deposit box is in a branch that shut on Monday
  = is the branch in Harrow Lane closing too
  = where is the nearest branch after the closures
  = will the market square branch keep its Saturday hours
  + they kept our village branch open and I am grateful
  + the new banking hub is a decent answer to the closures
  + good to see a bank open a branch instead of closing one
  # advertising
  - the same advert {n} times in one evening
  - the advert says human service and then you meet a robot
  - got a flyer although I opted out twice
  - the sponsorship money could have kept a branch open
  - the cheerful adverts are hard to take when you know the queues
  - the advert uses our street and there is no branch in it
  - the jingle again, please make it stop
  ! the new advert uses a fake complaint, who thought that was funny
  ! got the loan mailing four times this week
  ! the new campaign promises a payout that support knows nothing about
  = who is the singer in the new Northbank advert
  = is the advert about instant decisions true
  = how do I stop the post about loans
  + the new advert made me laugh and I looked them up
  + the campaign about scams is the first useful bank advert I have seen
  + nice that they put real customers in the adverts
  # reputation
  - everyone I ask has a story about being ignored by Northbank
  - the reviews are full of people waiting for an answer
  - not a word from them about last month's outage
  - they were in the news for the wrong reasons again
  - my brother left them after {d} years and I see why
  - a friend waited {d} days for her own money
  - you only hear from them when they want something
  ! everyone I know got the letter about the data leak
  ! the papers say the new boss cut the service team, and one notices
  ! after this week's headlines I am glad that I never joined
  = does anyone here bank with Northbank
  = thinking of moving to Northbank, any experience
  = are Northbank part of a bigger group now
  + three colleagues recommended Northbank in the same week
  + they came out well in the consumer test again
  + heard only good things about how they treat fraud victims
  # prices
  - the comparison site shows a fee that their own page does not
  - had to enter my income {n} times to see one price
  - the fee table is a puzzle
  - cannot find what the account costs anywhere
  - prices change between the first page and the third
  - the price list is a scan of a scan
  - free for a year and nobody says what comes then
  ! the price table shows last year's fees since the relaunch
  ! two price lists online since Monday and they differ
  ! the comparison now leaves out the account I have
  = how does the monthly fee compare with the other big banks
  = is there a fee for using the card abroad
  = what do I lose if I pay in less than {p} pounds
  + finally a bank that prints all fees on one page
  + cheaper than my bank by {p} pounds a year
  + the comparison tool on their site is fair to the others
  """
