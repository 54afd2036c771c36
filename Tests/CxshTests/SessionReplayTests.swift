import Foundation
import Testing

/// Sessions from the outside, with the engine: saved, replayed, changed, resumed.
@Suite(.enabled(if: Engine.isThere, "the engine is not set up")) struct `A session` {
  private func sandboxWithData() throws -> Sandbox { try .withData() }
  private func saved() throws -> Sandbox { try .withSession() }
  private let load = Sandbox.load

  @Test func `answers in each format with full precision`() throws {
    let sandbox = try sandboxWithData()
    let question = load + "; show tickets by channel"
    let csv = try sandbox.cxsh(["-c", question, "--format", "csv"])
    #expect(csv.output == "channel,tickets\nchat,8\nphone,4\n")
    let json = try sandbox.cxsh(["-c", question, "--format", "json"])
    #expect(
      json.output.filter { !$0.isWhitespace }
        == #"[{"channel":"chat","tickets":8},{"channel":"phone","tickets":4}]"#)
    #expect(csv.error.contains("12"), "the load narrates on standard error")
  }

  @Test func `the last statements bring the focus under which a result they name was asked`() throws {
    let sandbox = try sandboxWithData()
    let run = try sandbox.cxsh([
      "-c", load, "-c", "focus channel = chat; show tickets | as r1; unfocus; show mentions; r1 | top 1",
      "-c", "save \"s.cxs\" last 1", "--quiet",
    ])
    #expect(run.status == 0, "\(run.error)")
    #expect(!(try sandbox.read("s.cxs").contains("show mentions")))
    let replay = try sandbox.cxsh(["replay", "s.cxs"])
    #expect(replay.status == 0, "\(replay.output)")
  }

  @Test(arguments: ["hello", "7 rows sha256:DIGEST", nil])
  func `a record that was damaged or taken out proves nothing`(record: String?) throws {
    let sandbox = try saved()
    let lines = try sandbox.read("sessions/s.cxs").split(separator: "\n", omittingEmptySubsequences: false)
    let damaged = lines.compactMap { line -> String? in
      guard line.hasPrefix("#= 2 rows"), let digest = line.split(separator: ":").last else {
        return String(line)
      }
      return record.map { "#= " + $0.replacingOccurrences(of: "DIGEST", with: digest) }
    }
    try sandbox.write(damaged.joined(separator: "\n"), to: "sessions/s.cxs")
    let tickets = try sandbox.read("data/tickets.csv")
    try sandbox.write(tickets.replacingOccurrences(of: ",phone,", with: ",chat,"), to: "data/tickets.csv")
    #expect(try sandbox.cxsh(["replay", "sessions/s.cxs"]).status == 5)
  }

  @Test func `is saved with records and replays the same`() throws {
    let sandbox = try saved()
    let script = try sandbox.read("sessions/s.cxs")
    #expect(
      script.hasPrefix("#@ cxsh 1\n")
        && script.contains(
          "load tickets \"../data/tickets.csv\"\n#= tickets.csv 12 kept 0 rejected to 2026-09-12 sha256:")
    )
    #expect(script.contains("show tickets by channel\n#= 2 rows sha256:"))
    let replay = try sandbox.cxsh(["replay", "sessions/s.cxs"])
    #expect(replay.status == 0 && replay.output.hasSuffix("2 of 2 results the same\n"))
    #expect(try sandbox.cxsh(["replay", "s.cxs"], folder: "sessions").status == 0)
    let inShell = try sandbox.cxsh(["-c", "replay \"sessions/s.cxs\""])
    #expect(inShell.status == 0 && inShell.output.hasSuffix("2 of 2 results the same\n"))
  }

  @Test func `takes numbers of results at the prompt alone`() throws {
    let sandbox = try sandboxWithData()
    let statements =
      load.replacingOccurrences(of: "; ", with: "\n") + "\nshow tickets by channel\n$ | top 1\n"
    try sandbox.write(statements, to: "a.cxs")
    for arguments in [["run", "a.cxs"], ["replay", "a.cxs"], ["-c", "run \"a.cxs\""]] {
      let run = try sandbox.cxsh(arguments)
      #expect(run.status == 1 && run.error.contains("$ is only for the prompt"), "\(run.error)")
    }
    let typed = try sandbox.cxsh(["--format", "csv", "--quiet"], input: statements)
    #expect(typed.status == 0 && typed.output.hasSuffix("chat,8\n"), "\(typed.error)")
    let resumed = try sandbox.cxsh(["--resume", "--format", "csv", "--quiet", "-c", "$2"])
    #expect(resumed.status == 0 && resumed.output == "channel,tickets\nchat,8\n", "\(resumed.error)")
  }

  @Test func `tells what moved when a row changed`() throws {
    let sandbox = try saved()
    let tickets = try sandbox.read("data/tickets.csv")
    try sandbox.write(tickets.replacingOccurrences(of: "C3,phone", with: "C3,chat"), to: "data/tickets.csv")
    let replay = try sandbox.cxsh(["replay", "sessions/s.cxs"])
    #expect(replay.status == 5)
    #expect(
      replay.output.contains("because the data changed: tickets.csv, 12 rows as before with other content"))
    #expect(
      replay.output.contains("channel chat: tickets 8 -> 9")
        && replay.output.contains("channel phone: tickets 4 -> 3"))
    #expect(replay.output.hasSuffix("1 of 2 results the same\n"))
    #expect(try sandbox.cxsh(["-c", "replay \"sessions/s.cxs\""]).status == 5)
    let csv = try sandbox.cxsh(["replay", "sessions/s.cxs", "--format", "csv", "--quiet"])
    #expect(csv.status == 5 && csv.output.contains(",show tickets by channel,moved,2,"))
  }

  @Test func `tells rows that came and went`() throws {
    let sandbox = try saved()
    let tickets = try sandbox.read("data/tickets.csv")
    try sandbox.write(tickets.replacingOccurrences(of: ",phone,", with: ",web,"), to: "data/tickets.csv")
    let replay = try sandbox.cxsh(["replay", "sessions/s.cxs"])
    #expect(replay.output.contains("- channel phone") && replay.output.contains("+ channel web"))
  }

  @Test func `stays the same when rows change that no result uses`() throws {
    let sandbox = try saved()
    let tickets = try sandbox.read("data/tickets.csv")
    try sandbox.write(
      tickets.replacingOccurrences(of: "my words 4", with: "other words"), to: "data/tickets.csv")
    let replay = try sandbox.cxsh(["replay", "sessions/s.cxs"])
    #expect(replay.status == 0 && replay.output.contains("data changed: tickets.csv"))
  }

  @Test func `is compared by digests alone where the results are gone`() throws {
    let sandbox = try saved()
    try sandbox.remove("sessions/s.results.jsonl")
    #expect(try sandbox.cxsh(["replay", "sessions/s.cxs"]).status == 0)
    let tickets = try sandbox.read("data/tickets.csv")
    try sandbox.write(tickets.replacingOccurrences(of: "C3,phone", with: "C3,chat"), to: "data/tickets.csv")
    let replay = try sandbox.cxsh(["replay", "sessions/s.cxs"])
    #expect(replay.status == 5 && replay.output.contains("not at hand"))
  }

  @Test func `names a statement that was changed`() throws {
    let sandbox = try saved()
    let script = try sandbox.read("sessions/s.cxs")
    let changed = script.replacingOccurrences(of: "show tickets by channel", with: "show tickets by week")
    try sandbox.write(changed, to: "sessions/s.cxs")
    let replay = try sandbox.cxsh(["replay", "sessions/s.cxs"])
    #expect(replay.status == 5)
    #expect(
      replay.output.contains("because a statement changed: show tickets by channel -> show tickets by week"))
  }

  @Test func `ends with 1 where a statement fails`() throws {
    let sandbox = try saved()
    let script = try sandbox.read("sessions/s.cxs")
    try sandbox.write(script + "show tickets by nonsense\n#= 1 rows sha256:00\n", to: "sessions/s.cxs")
    let replay = try sandbox.cxsh(["replay", "sessions/s.cxs"])
    #expect(replay.status == 1 && replay.output.hasSuffix("2 of 2 results the same, 1 statement failed\n"))
    let accept = try sandbox.cxsh(["replay", "sessions/s.cxs", "--accept"])
    #expect(accept.status == 1 && accept.error.contains("accept-after-failure"))
    try sandbox.remove("data/tickets.csv")
    #expect(try sandbox.cxsh(["replay", "sessions/s.cxs"]).status == 1)
  }

  @Test func `takes new results as its own when told to`() throws {
    let sandbox = try saved()
    let tickets = try sandbox.read("data/tickets.csv")
    try sandbox.write(tickets.replacingOccurrences(of: "C3,phone", with: "C3,chat"), to: "data/tickets.csv")
    #expect(try sandbox.cxsh(["replay", "sessions/s.cxs", "--accept-data"]).status == 0)
    let again = try sandbox.cxsh(["replay", "sessions/s.cxs"])
    #expect(again.status == 0 && !again.output.contains("data changed"))
  }

  @Test func `is not written over without a word`() throws {
    let sandbox = try saved()
    let before = try sandbox.read("sessions/s.cxs")
    let refused = try sandbox.cxsh(["-c", load + "; save \"sessions/s.cxs\""])
    #expect(refused.status == 1 && refused.error.contains("file-exists"))
    #expect(try sandbox.read("sessions/s.cxs") == before)
    #expect(try sandbox.cxsh(["-c", load + "; save \"sessions/s.cxs\" replace"]).status == 0)
    #expect(try sandbox.read("sessions/s.cxs") != before)
    let data = try sandbox.cxsh(["-c", load + "; save \"data/tickets.csv\" replace"])
    #expect(data.status == 1 && data.error.contains("overwrites-data"))
    let exported = try sandbox.cxsh(["-c", load + "; show tickets | export \"data/tickets.csv\""])
    #expect(exported.status == 1 && exported.error.contains("overwrites-data"))
    let nowhere = try sandbox.cxsh(["-c", load + "; save \"none/s.cxs\""])
    #expect(nowhere.status == 1 && nowhere.error.contains("make the folder none first"))
  }

  @Test func `saved into a device has nothing beside it`() throws {
    let sandbox = try sandboxWithData()
    try sandbox.link("null.cxs", to: "../../dev/null")
    let run = try sandbox.cxsh(["-c", load + "; show tickets; save \"null.cxs\" replace"])
    #expect(run.status == 0 && run.error.contains("null.cxs is no file"), "\(run.error)")
    #expect(!sandbox.has("null.results.jsonl"))
    let folder = try sandbox.cxsh(["-c", load + "; show tickets; save \"data\" replace"])
    #expect(folder.status == 1 && folder.error.contains("data is a folder"))
    #expect(!sandbox.has("data.results.jsonl"))
  }

  @Test func `writes nothing in a replay unless told`() throws {
    let sandbox = try sandboxWithData()
    try sandbox.write(
      load + "\nshow tickets by channel | export \"out.csv\"\nexport \"out.md\"\nsave \"copy.cxs\"\n",
      to: "s.cxs")
    let silent = try sandbox.cxsh(["replay", "s.cxs"])
    #expect(silent.status == 0 && silent.error.contains("skipped: export \"out.csv\""))
    #expect(!sandbox.has("out.csv") && !sandbox.has("out.md") && !sandbox.has("copy.cxs"))
    #expect(try sandbox.cxsh(["replay", "s.cxs", "--write"]).status == 0)
    #expect(try sandbox.read("out.csv") == "channel,tickets\nchat,8\nphone,4\n")
    #expect(try sandbox.read("out.md").contains("```cxsh\nshow tickets by channel"))
    #expect(sandbox.has("copy.cxs"))
  }

  @Test func `exports a result by the ending of the path`() throws {
    let sandbox = try sandboxWithData()
    let run = try sandbox.cxsh([
      "-c", load, "-c", "show tickets by channel | as mine; show mentions by channel",
      "-c", "export mine \"mine.json\"; export \"last.tsv\"; export session \"all.md\"",
    ])
    #expect(run.status == 0, "\(run.error)")
    #expect(
      try sandbox.read("mine.json").contains("\"tickets\": 8")
        || sandbox.read("mine.json").contains("\"tickets\":8"))
    #expect(try sandbox.read("last.tsv").hasPrefix("channel\tmentions\n"))
    #expect(sandbox.has("all.md"))
    let unknown = try sandbox.cxsh(["-c", load + "; show tickets | as mine; export mne \"a.csv\""])
    #expect(unknown.status == 1 && unknown.error.contains("did you mean mine?"))
  }

  @Test func `holds customers and words only as digests`() throws {
    let sandbox = try sandboxWithData()
    let events = "events | keep time, customer, text"
    #expect(try sandbox.cxsh(["-c", load + "; " + events + "; save \"a.cxs\" with output"]).status == 0)
    for file in ["a.cxs", "a.results.jsonl"] {
      let text = try sandbox.read(file)
      #expect(!text.contains("my words") && !text.contains("C3"), "\(file)")
    }
    #expect(try sandbox.cxsh(["-c", load + "; " + events + "; save \"b.cxs\" with words"]).status == 0)
    #expect(try sandbox.read("b.results.jsonl").contains("my words 3"))
    for script in ["a.cxs", "b.cxs"] { #expect(try sandbox.cxsh(["replay", script]).status == 0) }
  }

  @Test func `tells what moved in words where only digests were kept`() throws {
    let sandbox = try sandboxWithData()
    let sql = "sql \"select channel as c, count(*) as n from tickets group by all order by 1\""
    #expect(try sandbox.cxsh(["-c", load + "; \(sql); save \"a.cxs\""]).status == 0)
    let tickets = try sandbox.read("data/tickets.csv")
    try sandbox.write(tickets.replacingOccurrences(of: "C3,phone", with: "C3,chat"), to: "data/tickets.csv")
    let moved = try sandbox.cxsh(["replay", "a.cxs"])
    #expect(moved.output.contains("c chat: n 8 -> 9") && moved.output.contains("c phone: n 4 -> 3"))
    try sandbox.write(tickets.replacingOccurrences(of: ",phone,", with: ",web,"), to: "data/tickets.csv")
    let gone = try sandbox.cxsh(["replay", "a.cxs"])
    #expect(gone.output.contains("- c sha256:") && gone.output.contains("+ c web"), "\(gone.output)")
  }

  @Test func `holds what sql gives only as digests, under whatever name`() throws {
    let sandbox = try sandboxWithData()
    let statements =
      "sql \"select customer as c, text as t, [customer] as l, count(*) as n from tickets group by all order by 1\""
      + "; $ | add who = c | as mine; mine | top 2 by n; describe \"data/tickets.csv\"; derive who = customer; show tickets by who"
    let run = try sandbox.cxsh(["-c", load + "; " + statements + "; save \"a.cxs\" with output"])
    #expect(run.status == 0, "\(run.error)")
    func expectNoWords() throws {
      for file in ["a.cxs", "a.results.jsonl"] {
        let text = try sandbox.read(file)
        #expect(!text.contains("my words") && !text.contains("C3"), "\(file): \(text)")
      }
      let replay = try sandbox.cxsh(["replay", "a.cxs"])
      #expect(replay.status == 0 && replay.output.hasSuffix("5 of 5 results the same\n"), "\(replay.output)")
    }
    try expectNoWords()
    #expect(try sandbox.cxsh(["replay", "a.cxs", "--accept"]).status == 0)
    try expectNoWords()
  }

  @Test func `knows copies of customers that a folder or another script makes`() throws {
    let sandbox = try sandboxWithData()
    try sandbox.write(
      "load tickets \"tickets.csv\"\nderive who = customer\nrecode word from subject (\"my words 1\" = \"y\", else = keep)\n",
      to: "data/load.cxs")
    try sandbox.write("derive whose = who\n", to: "prepare.cxs")
    try sandbox.write(
      "load \"data\"\nrun \"prepare.cxs\"\nshow tickets by who as a\nshow tickets by whose\nshow tickets by word\n",
      to: "s.cxs")
    let saved = try sandbox.cxsh(["-c", "run \"s.cxs\"; save \"t.cxs\""])
    #expect(saved.status == 0, "\(saved.error)")
    #expect(try sandbox.cxsh(["replay", "s.cxs", "--accept"]).status == 0)
    for file in ["s.results.jsonl", "t.results.jsonl"] {
      let text = try sandbox.read(file)
      #expect(
        !text.contains("C3") && !text.contains("my words") && text.contains("sha256:"), "\(file): \(text)")
    }
  }

  @Test func `gives parameters other values`() throws {
    let sandbox = try sandboxWithData()
    try sandbox.write(load + "\nparam place = \"chat\"\nshow tickets where channel = $place\n", to: "s.cxs")
    let run = try sandbox.cxsh(["run", "s.cxs", "--set", "place=phone", "--format", "csv"])
    #expect(run.status == 0 && run.output == "tickets\n4\n")
    let saved = try sandbox.cxsh([
      "-c", "run \"s.cxs\"; save \"phone.cxs\"", "--set", "place=phone",
    ])
    #expect(
      saved.error.contains("saved param place = \"phone\", as --set gave it, not \"chat\" as declared"),
      "\(saved.error)")
    #expect(try sandbox.cxsh(["replay", "phone.cxs"]).status == 0)
    #expect(try sandbox.cxsh(["replay", "phone.cxs", "--accept", "--set", "place=chat"]).status == 2)
    let loose = try sandbox.cxsh([
      "-c", load + "; show tickets where channel = $c", "--set", "c=phone", "--format", "csv",
    ])
    #expect(loose.status == 0 && loose.output == "tickets\n4\n", "\(loose.error)")
  }

  @Test func `comes back after its shell ended`() throws {
    let sandbox = try sandboxWithData()
    let state = ["XDG_STATE_HOME": sandbox.path + "/state"]
    let first = try sandbox.cxsh(
      [], input: load + "\nshow tickets by channel\nshow nonsense\n", environment: state)
    #expect(first.status == 1)
    #expect(sandbox.names(in: "state/cxsh/journal").count == 1)
    let resumed = try sandbox.cxsh(
      ["--resume", "-c", "show tickets by channel", "--format", "csv"], environment: state, folder: "data")
    #expect(resumed.status == 0 && resumed.output == "channel,tickets\nchat,8\nphone,4\n")
    #expect(resumed.error.contains("resumed the last session: 3 statements"))
    let other = ["XDG_STATE_HOME": sandbox.path + "/other"]
    #expect(
      try sandbox.cxsh(["--resume", "-c", "help charts"], environment: other).error.contains(
        "nothing-to-resume"))
  }

  @Test(arguments: [
    ("#@ cxsh 1\n", "holds no statement"), ("#@ cxsh 9\nsources\n", "version 9"), ("a\0b", "no text"),
  ])
  func `comes back from an earlier journal where the last is of no use`(journal: String, words: String) throws
  {
    let sandbox = try sandboxWithData()
    let state = ["XDG_STATE_HOME": sandbox.path + "/state"]
    _ = try sandbox.cxsh([], input: load + "\nshow tickets by channel | as mine\n", environment: state)
    try sandbox.write(journal, to: "state/cxsh/journal/99999999999999999999-1.cxs")
    let resumed = try sandbox.cxsh(
      ["--resume", "-c", "mine | top 1", "--format", "csv"], environment: state)
    #expect(resumed.status == 0 && resumed.output == "channel,tickets\nchat,8\n", "\(resumed.error)")
    #expect(resumed.error.contains("journal-unusable") && resumed.error.contains(words), "\(resumed.error)")
    #expect(resumed.error.contains("resumed an earlier session: 3 statements"))
  }

  /// Takes minutes unless it is stopped.
  private let slow =
    "sql \"select count(*) from range(100000) a, range(10000000) b where a.range * b.range % 7 = 3\""

  @Test func `stops at Ctrl-C, and runs nothing after it`() throws {
    let sandbox = try sandboxWithData()
    let run = try sandbox.cxsh(
      ["-c", "note \"slow\"; \(slow); help charts", "--keep-going"], signal: SIGINT, onceItSays: "noted")
    #expect(run.status == 130 && run.output.isEmpty && run.error.contains("interrupted"), "\(run.error)")
  }

  @Test func `loses no statement to a kill`() throws {
    let sandbox = try sandboxWithData()
    let state = ["XDG_STATE_HOME": sandbox.path + "/state"]
    let killed = try sandbox.cxsh(
      [], input: load + "\nshow tickets by channel | as mine\n" + slow, environment: state, signal: SIGKILL,
      onceItSays: "phone")
    #expect(killed.status == 128 + SIGKILL)
    let resumed = try sandbox.cxsh(["--resume", "-c", "mine | top 1", "--format", "csv"], environment: state)
    #expect(resumed.status == 0 && resumed.output == "channel,tickets\nchat,8\n", "\(resumed.error)")
  }

  @Test func `reads a stranger's folder and no other`() throws {
    let sandbox = try sandboxWithData()
    try sandbox.write("load tickets \"tickets.csv\"\nshow tickets\n", to: "data/s.cxs")
    #expect(try sandbox.cxsh(["run", "data/s.cxs", "--safe"]).status == 0)
    try sandbox.write("load tickets \"../data/tickets.csv\"\n", to: "other/s.cxs")
    #expect(try sandbox.cxsh(["run", "other/s.cxs", "--safe"]).error.contains("safe-mode"))
    try sandbox.write("load tickets \"../data/tickets.csv\"\n", to: "other/load.cxs")
    #expect(try sandbox.cxsh(["-c", "load \".\"", "--safe"], folder: "other").error.contains("safe-mode"))
    try sandbox.link("other/tickets.csv", to: "data/tickets.csv")
    #expect(
      try sandbox.cxsh(["-c", "load tickets \"tickets.csv\"", "--safe"], folder: "other").error.contains(
        "safe-mode"))
    let sql = "sql \"select count(*) from read_csv('\(sandbox.path)/data/mentions.csv')\""
    #expect(try sandbox.cxsh(["-c", sql, "--safe"], folder: "other").status == 1)
  }

  @Test func `ends quietly when nobody reads`() throws {
    let sandbox = try sandboxWithData()
    let run = try sandbox.shell(
      "'\(try programPath())' -c '\(load); events; events; events' 2> err | head -n 1; echo ${PIPESTATUS[0]}")
    #expect(run.output.hasSuffix("\n0\n"), "\(run.output)")
    #expect(try !sandbox.read("err").contains("error"))
  }
}

/// The sessions that come with the project, on the sample data.
@Suite(.enabled(if: Engine.isThere, "the engine is not set up")) struct `A shipped session` {
  @Test(arguments: ["first-look", "quarterly-review"]) func `replays the same and is formatted`(name: String)
    throws
  {
    let checkout = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
    let script = checkout + "/sessions/" + name + ".cxs"
    let run = try Sandbox().cxsh(["replay", script, "--quiet"])
    #expect(run.status == 0 && run.error.isEmpty)
    let last = run.output.split(separator: "\n").last ?? ""
    let numbers = last.split(separator: " ").compactMap { Int($0) }
    #expect(
      last.hasSuffix("results the same") && numbers.count == 2 && numbers[0] == numbers[1] && numbers[0] > 4)
    #expect(try Sandbox().cxsh(["fmt", script, "--check"]).status == 0)
  }
}

/// Without an engine.
@Suite struct `No engine` {
  @Test func `ends with 3 and says what to do`() throws {
    let sandbox = try Sandbox()
    try sandbox.write("id,created_at\n1,2026-01-01\n", to: "t.csv")
    let run = try sandbox.cxsh(
      ["-c", "load tickets \"t.csv\""], environment: ["CXSH_LIBDUCKDB": "/none/libduckdb.so"])
    #expect(run.status == 3 && run.error.contains("CXSH_LIBDUCKDB"), "\(run.error)")
  }

  @Test func `is not needed for help`() throws {
    let run = try Sandbox().cxsh(["-c", "help"], environment: ["CXSH_LIBDUCKDB": "/none/libduckdb.so"])
    #expect(run.status == 0)
  }
}
