/// The column names by which files call a role, best first.
///
/// Names are compared in the form of `RoleSynonyms.fold`: small letters and digits only. They come from the exports of
/// Zendesk, Freshdesk, Intercom, Salesforce, Dynamics, Qualtrics, SurveyMonkey, Medallia, Delighted, Brandwatch,
/// Meltwater, Google Play, Trustpilot and the public data sets that people try first.
public struct RoleSynonyms: Sendable {
  /// Names of the column with the title of a review, folded.
  public static let titlesOfReviews: Set<String> = [
    "title", "reviewtitle", "headline", "reviewheadline", "reviewsummary",
  ]

  public let role: Role
  /// The kinds of file in which the names have this meaning; nil for all that may have the role.
  public let kinds: Set<SourceKind>?
  public let names: [String]

  init(_ role: Role, in kinds: Set<SourceKind>? = nil, _ names: String) {
    self.role = role
    self.kinds = kinds
    self.names = names.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
  }

  /// A column name in the form in which names are compared: without case, spaces, underscores and punctuation.
  public static func fold(_ name: String) -> String {
    String(
      name.lowercased().unicodeScalars.filter {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
      })
  }

  private static let answers: Set<SourceKind> = [.surveys, .interviews]
  private static let posts: Set<SourceKind> = [.mentions, .reviews]
  private static let events = Set(SourceKind.allCases).subtracting([.customers, .touchpoints])

  /// In the order in which roles take columns.
  public static let all: [RoleSynonyms] =
    times + identities + dimensions + scores + outcomes + durations + words + descriptions

  private static let times = [
    RoleSynonyms(
      .time, in: events,
      """
      time createdat createddate createdtime createdon created creationdate creationtime datecreated timecreated
      dateopened datetimeopened openedat openedon opendate openeddate opened timestamp datetime eventtime eventdate
      occurredat eventtimestamp ticketcreated ticketcreatedat ticketdate submittedat submissiondate datesubmitted
      reportedat reporteddate datereceived receivedat receiveddate receivedon
      tweetcreated tweetcreatedat postedat postdate publishedat publisheddate publishdate dateposted datepublished
      reviewdate reviewtime reviewedat reviewcreatedutc reviewsubmitdateandtime reviewtimestamp
      surveydate responsedate responsereceivedat responsereceivedatutc recordeddate completedat enddate answeredat
      respondedat calltimestamp calldate calltime callstart callstarted callstarttime startedat startdate starttime
      start conversationstartedat visitdate visittime visitedat interactiondate interactiontime sessionstart
      interviewdate interviewedat date day
      """)
  ]

  private static let identities = [
    RoleSynonyms(.kind, in: events, "kind eventkind"),
    RoleSynonyms(
      .id, in: events,
      """
      id ticketid ticketnumber ticketno ticket caseid casenumber caseno incidentid incidentnumber complaintid
      requestid uniquekey issueid mentionid tweetid postid statusid reviewid responseid respondentid surveyid
      answerid callid conversationid interactionid eventid sessionid interviewid uuid guid externalid
      """),
    RoleSynonyms(
      .customer, in: [.customers],
      """
      customerid customer customerno customernumber custid clientid userid contactid memberid subscriberid accountid
      accountnumber id key
      """),
    RoleSynonyms(
      .customer, in: Set(SourceKind.allCases).subtracting([.touchpoints]),
      """
      customer customerid customerno customernumber custid clientid client userid user requesterid requester
      submitterid contactid memberid subscriberid accountid accountnumber respondent personid person consumerid
      reviewconsumeruserid externalreference externaldatareference customeremail requesteremail useremail
      emailaddress email recipientemail contactemail suppliedemail authorid author screenname username handle
      twitterid twitterauthorid
      """),
    RoleSynonyms(.customer, in: [.mentions], "name"),
    RoleSynonyms(.touchpoint, in: [.touchpoints], "touchpoint touchpointname name touchpointid id"),
  ]

  private static let dimensions = [
    RoleSynonyms(.persona, "persona personaname customerpersona archetype"),
    RoleSynonyms(
      .stage, "stage journeystage lifecyclestage lifecycle journeyphase phase customerstage funnelstage"),
    RoleSynonyms(
      .channel,
      """
      channel channelname ticketchannel contactchannel supportchannel callchannel channeltype opendatachanneltype
      via viachannel source ticketsource caseorigin origin submittedvia contactmethod medium distributionchannel
      platform network pagetype
      """),
    RoleSynonyms(
      .touchpoint, in: events,
      "touchpoint touchpointname contactpoint journeystep page screen surveyname"),
    RoleSynonyms(
      .topic, in: events,
      """
      topic topics topicname category ticketcategory issuecategory reason contactreason callreason casereason
      negativereason issue issuetype problem problemtype complainttype theme ticketsubject
      """),
    RoleSynonyms(.topic, in: [.tickets, .calls], "tickettype requesttype casetype type"),
    RoleSynonyms(
      .team, "team teamname group groupname assignedteam assignedgroup supportgroup department queue agency"),
  ]

  private static let scores = [
    RoleSynonyms(
      .sentiment, in: events,
      """
      sentiment sentimentscore sentimentvalue sentimentlabel airlinesentiment tone tonality polarity overallsentiment
      customersentiment
      """),
    RoleSynonyms(
      .npsScore, in: events,
      "npsscore nps npsrating npsanswer netpromoterscore likelihoodtorecommend recommend wouldrecommend ltr"),
    RoleSynonyms(
      .csatScore, in: events,
      """
      csatscore csat csatrating satisfactionscore satisfaction customersatisfaction customersatisfactionscore
      customersatisfactionrating satisfactionrating satisfactionratingscore conversationrating surveyresult
      surveyresults customersatisfactioncode overallsatisfaction
      """),
    RoleSynonyms(.cesScore, in: events, "cesscore ces customereffortscore effortscore easescore ease"),
    RoleSynonyms(
      .stars, in: posts, "stars star starrating reviewstars rating reviewrating overallrating score"),
    RoleSynonyms(.csatScore, in: [.tickets, .calls, .interactions], "rating score"),
  ]

  private static let outcomes = [
    RoleSynonyms(.escalated, in: events, "escalated isescalated wasescalated escalation escalatedflag"),
    RoleSynonyms(.reopened, in: events, "reopened isreopened wasreopened reopens reopencount reopencounts"),
    RoleSynonyms(.resolved, in: events, "resolved isresolved wasresolved solved issolved isclosed closed"),
    RoleSynonyms(.answered, in: events, "answered isanswered wasanswered replied isreplied responded"),
    RoleSynonyms(
      .firstContact, in: events,
      """
      firstcontact firstcontactresolution firstcontactresolved resolvedatfirstcontact solvedatfirstcontact
      fcr isfcr onetouch
      """),
  ]

  private static let durations = [
    RoleSynonyms(
      .responseTime, in: events,
      """
      responsetime firstresponsetime firstreplytime replytime timetofirstresponse timetofirstreply
      initialresponsetime firstresponse responseduration
      """),
    RoleSynonyms(
      .resolutionTime, in: events,
      """
      resolutiontime fullresolutiontime timetoresolution timetoresolve timetosolve firstresolutiontime
      resolutionduration handlingtime
      """),
    RoleSynonyms(
      .handleTime, in: events.subtracting(answers),
      """
      handletime averagehandletime aht handleduration callduration callhandletime talktime duration calllength
      """),
  ]

  private static let words = [
    RoleSynonyms(
      .amount, in: events,
      """
      amount purchaseamount orderamount orderamountusd orderamounteur ordervalue invoiceamount revenue total
      totalamount price contractvalue dealvalue
      """),
    RoleSynonyms(
      .text, in: events,
      """
      text fulltext comment comments tweettext message body content reviewtext reviewcontent reviewbody reviewscontent
      review reviewscomment verifiedreviews verifiedreview openendedresponse verbatim feedback feedbacktext
      description ticketdescription complaint consumercomplaintnarrative hitsentence snippet answertext transcript
      note notes reviewtitle title subject
      """),
  ]

  private static let descriptions = [
    RoleSynonyms(.segment, in: [.customers], "segment customersegment tier plan customertype"),
    RoleSynonyms(
      .joined, in: [.customers],
      "joined joinedat joindate customersince dtcustomer signupdate signedup signedupat registeredat createdat createddate created since"
    ),
    RoleSynonyms(
      .churned, in: [.customers],
      "churned churnedat churndate churn cancelledat canceledat cancellationdate leftat leavedate lostat"),
    RoleSynonyms(
      .annualValue, in: [.customers],
      "annualvalue annualrevenue yearlyvalue yearlyrevenue arr acv customervalue valueperyear lifetimevalue"),
    RoleSynonyms(
      .owner, in: [.touchpoints], "owner ownername ownedby responsible accountable responsibleperson"),
    RoleSynonyms(.owned, in: [.touchpoints], "owned ownership ownedorearned media mediatype"),
    RoleSynonyms(.stakes, in: [.touchpoints], "stakes stake importance weight"),
    RoleSynonyms(.effort, in: [.touchpoints], "effort fixeffort storypoints size"),
  ]

  /// The words in a file's name that tell what it holds.
  public static let kindWords: [SourceKind: [String]] = [
    .tickets: [
      "ticket", "tickets", "case", "cases", "incident", "incidents", "complaint", "complaints", "zendesk",
      "freshdesk", "requests", "issues", "helpdesk", "support",
    ],
    .mentions: [
      "mention", "mentions", "tweet", "tweets", "twitter", "social", "post", "posts", "brandwatch",
      "meltwater", "listening",
    ],
    .reviews: ["review", "reviews", "ratings", "trustpilot", "appstore"],
    .surveys: [
      "survey", "surveys", "nps", "csat", "ces", "responses", "answers", "feedback", "qualtrics",
      "surveymonkey", "delighted", "medallia",
    ],
    .calls: ["call", "calls", "callcenter", "callcentre", "phonecalls"],
    .interactions: [
      "interaction", "interactions", "visit", "visits", "session", "sessions", "clicks", "weblog",
      "events", "orders", "purchases", "transactions",
    ],
    .interviews: ["interview", "interviews"],
    .customers: ["customer", "customers", "crm", "clients", "accounts", "contacts", "members", "users"],
    .touchpoints: ["touchpoint", "touchpoints"],
  ]

  /// Columns whose presence tells what a file holds, in folded form.
  public static let kindColumns: [SourceKind: [String]] = [
    .tickets: [
      "ticketid", "ticketnumber", "casenumber", "ticketstatus", "complainttype", "incidentid", "complaintid",
    ],
    .mentions: ["tweetid", "mentionid", "tweetcreated", "hitsentence", "retweetcount"],
    .reviews: ["reviewid", "starrating", "reviewstars", "reviewtext", "stars"],
    .surveys: ["npsscore", "surveyid", "respondentid", "responseid", "likelihoodtorecommend"],
    .calls: ["callid", "calltimestamp", "callduration", "talktime", "calldurationinminutes"],
    .interactions: ["interactionid", "sessionid", "pageviews"],
    .interviews: ["interviewid", "interviewer"],
  ]
}
