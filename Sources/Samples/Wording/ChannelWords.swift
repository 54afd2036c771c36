/// What people add about the way they got in touch, a section for each channel; the format is `Phrasebook`'s.
let channelWords = """
  # phone
  - on hold for {m} minutes
  - the line dropped when they put me through
  - the voice menu understands nothing
  - passed to {n} people
  - the music will stay with me for days
  - they promised to call back and did not
  = tried by phone first
  = called this morning
  = the menu has no option for it
  + the lady on the phone was wonderful
  + through in under a minute
  + one call and done
  # email
  - no reply for {d} days
  - the answer was a template
  - every mail is answered by someone new
  - my attachment "could not be opened"
  - the mail came from a no-reply address
  - the link in the mail is dead
  = wrote an email about it
  = sent the form by email
  = please answer by email
  + a clear email within the hour
  + the reply answered every point
  + liked the short email
  # chat
  - the bot sent me in circles
  - waited {m} minutes in the chat queue
  - the agent left the chat in the middle
  - the chat forgot everything I had typed
  - the bot does not know the word human
  - chat closed itself after {n} minutes
  = asked in the chat
  = is there a human in the chat
  = copied from the chat
  + the chat agent sorted it while I made tea
  + no bot, a real person
  + the chat took five minutes
  # app
  - the app crashes since the update
  - the app shows a blank page
  - the app logs me out
  - the button does nothing
  - push message leads nowhere
  - deleted and installed it {n} times
  = on the latest version of the app
  = I use the app on an older phone
  = looked for it in the app
  + the app is a joy
  + all done in the app
  + three taps in the app
  # web
  - the page times out
  - the website sends me back to the start
  - works in no browser I own
  - the form ends in "something went wrong"
  - the help page is a loop
  - spent {m} minutes on the website
  = the website says nothing about it
  = found the form on the website
  = using the desktop site
  + the website explains it well
  + found it on the website at once
  + the new website is much clearer
  # social
  - they only answer in public and do nothing
  - sent a DM {d} days ago
  - the same copied sentence under every post
  - they blocked my comment
  - "please DM us" and then silence
  - {n} posts and not one answer
  = @Northbank any news
  = asking here because it is quicker
  = sent you a DM
  + @Northbank replied in minutes
  + the social team is great
  + thanks to whoever runs this account
  # branch
  - queued {m} minutes at one open counter
  - the clerk sent me home to use the app
  - the branch was shut at lunch
  - came {n} times for the same thing
  - the machine in the lobby was out of order
  - no privacy at the counter
  = asked at the counter
  = was in the branch on Saturday
  = the branch in the high street
  + the lady at the counter knew my name
  + sorted at the counter in five minutes
  + the branch manager took the time
  # forum
  - {n} people here have the same problem
  - this thread is {d} weeks old without an answer
  - the official answer is a link to the start page
  - my post was merged and lost
  - nobody from the bank reads this board
  - see the other {d} threads about it
  = posting here in case it helps others
  = searched the forum first
  = has anyone solved this
  + the answer in this thread worked
  + thanks to the members here
  + a staff reply on a Sunday
  """
