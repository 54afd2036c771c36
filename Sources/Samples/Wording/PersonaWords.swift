/// How each persona opens (`persona opens`) and closes (`persona closes`); the format is `Phrasebook`'s.
///
/// An opening ends in the mark that joins it to the rest.
let personaWords = """
  # digital native opens
  - ok so
  - seriously,
  - omg
  - ngl
  - day {n}:
  - so apparently
  = hey,
  = quick one:
  = hi,
  = random q,
  + ok wow,
  + ngl
  + shoutout:
  + not gonna lie,
  # digital native closes
  - fix this pls
  - this is 2026
  - about to switch banks
  - cannot believe it
  - zero stars if I could
  - thanks for nothing
  = thx
  = pls advise
  = cheers
  + love it
  + 10/10
  + more of this
  # branch loyalist opens
  - I am disappointed:
  - I have banked here for {d} years and
  - With respect,
  - I am sorry to say that
  - Dear Northbank,
  - To my surprise
  = Good morning,
  = Dear team,
  = Good afternoon,
  = A question please:
  + I must say
  + Dear all,
  + Credit where it is due:
  + After {d} years I can say:
  # branch loyalist closes
  - I expected better
  - That was not so in former times
  - Please look into it
  - I would like a written answer
  - My husband had the same
  - I hope for a remedy
  = Kind regards
  = Thank you in advance
  = With thanks
  + Please pass on my thanks
  + Thank you kindly
  + That is how it should be
  # escalator opens
  - AGAIN:
  - For the {k}th time,
  - This is a formal complaint:
  - I demand an answer,
  - Unacceptable,
  - To the complaints team:
  = I want to know now:
  = Asking once more:
  = For the record:
  = I expect an answer today:
  + Finally,
  + After three complaints
  + Credit for once:
  + It took a complaint but
  # escalator closes
  - I want a manager
  - The ombudsman will hear of this
  - Reference please
  - I am keeping a record
  - This is going to the regulator
  - Do not close this again
  = In writing please
  = Name and reference please
  = I expect a reply today
  + Why not at once
  + Keep it that way
  + I withdraw the complaint
  """
