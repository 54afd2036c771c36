import TestSupport
import Testing

/// The command line without any data: what is answered before the engine is needed.
@Suite struct `The command line` {
  @Test func `answers help from the catalogue`() throws {
    let run = try Sandbox().cxsh(["-c", "help"])
    #expect(run.status == 0 && run.error.isEmpty)
    expectSnapshot(run.output, named: "help.txt")
  }

  @Test(arguments: ["nps", "compound", "where", "settings", "format", "wobble", "watch", "severity"])
  func `answers help on a topic`(topic: String) throws {
    let run = try Sandbox().cxsh(["-c", "help \(topic)"])
    #expect(run.status == 0 && run.error.isEmpty)
    expectSnapshot(run.output, named: "help-\(topic).txt")
  }

  @Test func `gives help as rows to a program`() throws {
    let run = try Sandbox().cxsh(["-c", "help nps", "--format", "json"])
    #expect(run.status == 0 && run.output.hasPrefix("[") && run.output.contains("\"topic\":\"nps\""))
  }

  @Test func `tells its version and its own help`() throws {
    let sandbox = try Sandbox()
    let version = try sandbox.cxsh(["--version"])
    #expect(version.status == 0 && version.output.hasPrefix("cxsh ") && version.error.isEmpty)
    let help = try sandbox.cxsh(["--help"])
    #expect(help.status == 0 && help.output.contains("replay") && help.error.isEmpty)
    #expect(help.output.contains("--format") && help.output.contains("-c, --command"))
  }

  @Test(arguments: [
    (["-c", "help npz"], Int32(1), "unknown-topic"), (["-c", "undo"], 1, "not-yet"),
    (["-c", "connect \"x\""], 1, "not-yet"), (["-c", "show"], 1, "(1:5)"),
    (["-c", "set format cvs"], 1, "did you mean csv?"), (["-c", "save \"a.cxs\""], 1, "nothing-to-save"),
    (["-c", "export \"a.csv\""], 1, "nothing-to-export"),
    (["-c", "export \"a.doc\""], 1, "unknown-extension"),
    (["-c", "run \"none.cxs\""], 1, "script-unreadable"), (["run", "none.cxs"], 2, "script-unreadable"),
    (["replay", "none.cxs"], 2, "script-unreadable"), (["run", "."], 2, "script-unreadable"),
    (["--nonsense"], 2, "nonsense"), (["--memory-limit", "abc", "-c", "help"], 2, "512MB"),
    (["--memory-limit", "4", "-c", "help"], 2, "512MB"), (["run"], 2, "file.cxs"),
    (["-c", "help", "--format", "cvs"], 2, "format"),
    (["-c", "help", "--width", "3"], 2, "--width"), (["-c", "help", "--safe", "--output", "x"], 2, "--safe"),
    (["teach", "a.cxs"], 1, "not-yet"), (["replay", "a.cxs", "--against", "x"], 1, "not-yet"),
    (["-c", "help", "--engine", "spark://x"], 1, "not-yet"), (["sample", "southbank", "x"], 2, "southbank"),
    (["-c", "history", "--set", "a"], 2, "--set"),
  ])
  func `ends with the status of what went wrong, told on standard error`(
    arguments: [String], status: Int32, words: String
  ) throws {
    let run = try Sandbox().cxsh(arguments)
    #expect(run.status == status && run.output.isEmpty)
    #expect(run.error.contains(words), "\(run.error)")
  }

  @Test(arguments: [
    (
      "note \"a\"\nnoet \"b\"\nnote \"c\"\nnote \"d\"",
      "done before it: 1 statement, left out behind it: 2 statements"
    ),
    ("noet \"a\"; note \"b\"", "nothing was done before it, left out behind it: 1 statement"),
    ("note \"a\"; undo; note \"b\"", "done before it: 1 statement, left out behind it: 1 statement"),
  ])
  func `tells what an error has left out`(statements: String, words: String) throws {
    let run = try Sandbox().cxsh([], input: statements)
    #expect(run.status == 1 && run.error.hasSuffix("stopped there; \(words)\n"), "\(run.error)")
    let script = try Sandbox()
    try script.write(statements, to: "a.cxs")
    #expect(try script.cxsh(["run", "a.cxs"]).error.hasSuffix("stopped there; \(words)\n"))
    #expect(try script.cxsh(["-c", "run \"a.cxs\""]).error.hasSuffix("stopped there; \(words)\n"))
  }

  @Test(arguments: ["note \"a\"; undo", "undo", "note \"a\"; quit; note \"b\""])
  func `says nothing of a stop behind which nothing was left out`(statements: String) throws {
    #expect(try !Sandbox().cxsh(["-c", statements]).error.contains("stopped there"))
  }

  @Test func `does not take what is no text for a script`() throws {
    let sandbox = try Sandbox()
    try sandbox.write("sources\u{0}", to: "a.cxs")
    let run = try sandbox.cxsh(["run", "a.cxs"])
    #expect(run.status == 2 && run.error.contains("script-not-text"))
  }

  @Test func `stops at the first error, or goes on when told`() throws {
    let sandbox = try Sandbox()
    let text = "help formats; undo; help grains"
    let stopped = try sandbox.cxsh(["-c", text])
    #expect(stopped.status == 1 && stopped.output.contains("Formats") && !stopped.output.contains("Grains"))
    let went = try sandbox.cxsh(["-c", text, "--keep-going"])
    #expect(went.status == 1 && went.output.contains("Formats") && went.output.contains("Grains"))
  }

  @Test func `runs what stands before a mistake in the text, and nothing behind it`() throws {
    let run = try Sandbox().cxsh(["-c", "help formats\nshow tickets by by\nhelp grains"])
    #expect(run.status == 1 && run.output.contains("Formats") && !run.output.contains("Grains"))
    #expect(run.error.contains("(2:"))
  }

  @Test func `takes statements from -c, several times, from a file and from standard input`() throws {
    let sandbox = try Sandbox()
    try sandbox.write("help formats\nhelp grains\n", to: "a.cxs")
    let expected = try sandbox.cxsh(["run", "a.cxs"])
    #expect(expected.status == 0 && expected.output.contains("Formats") && expected.output.contains("Grains"))
    for run in [
      try sandbox.cxsh(["-c", "help formats", "-c", "help grains"]),
      try sandbox.cxsh([], input: "help formats\r\nhelp grains"),
      try sandbox.cxsh(["run", "-"], input: "help formats; help grains"),
      try sandbox.cxsh(["--quiet", "run", "a.cxs"]),
    ] {
      #expect(run.status == 0 && run.output == expected.output)
    }
  }

  @Test func `writes several results as one stream of its format`() throws {
    let run = try Sandbox().cxsh(["-c", "help charts; history", "--format", "json"])
    #expect(run.output.hasPrefix("[\n[") && run.output.hasSuffix("]\n]\n"))
    let csv = try Sandbox().cxsh(["-c", "help charts; history", "--format", "csv"])
    #expect(csv.output.contains("\n\nn,statement\n1,help charts\n2,history\n"))
  }

  @Test func `gives a reader of JSON an array also without a result`() throws {
    #expect(try Sandbox().cxsh(["-c", "note \"x\"", "--format", "json"]).output == "[]\n")
    for arguments in [["-c", "undo"], ["-c", "show by"], ["run", "none.cxs"], ["replay", "none.cxs"]] {
      let failed = try Sandbox().cxsh(arguments + ["--format", "json"])
      #expect(failed.status != 0 && failed.output == "[]\n", "\(arguments)")
    }
  }

  @Test func `writes results to a file`() throws {
    let sandbox = try Sandbox()
    let run = try sandbox.cxsh(["-c", "history", "--output", "out.csv", "--format", "csv"])
    #expect(run.status == 0 && run.output.isEmpty)
    #expect(try sandbox.read("out.csv") == "n,statement\n1,history\n")
    #expect(try sandbox.cxsh(["-c", "history", "-o", "none/out.csv"]).status == 1)
    for format in ["csv", "json"] {
      #expect(try sandbox.cxsh(["-c", "undo", "-o", "new", "--format", format]).status == 1)
      #expect(!sandbox.has("new"), "a failed run makes no file")
      #expect(try sandbox.cxsh(["-c", "undo", "-o", "out.csv", "--format", format]).status == 1)
      #expect(try sandbox.read("out.csv") == "n,statement\n1,history\n", "nor does it empty one")
    }
  }

  @Test func `changes the format within a session`() throws {
    let run = try Sandbox().cxsh(["-c", "set format csv; history"])
    #expect(run.output == "n,statement\n1,set format csv\n2,history\n")
    #expect(run.error == "format csv\n")
    #expect(try Sandbox().cxsh(["-c", "set format csv; history", "--quiet"]).error.isEmpty)
  }

  @Test func `tells how long a statement took only when asked`() throws {
    let run = try Sandbox().cxsh(["-c", "history", "--timing"])
    #expect(run.error.hasSuffix(" ms\n") || run.error.hasSuffix(" s\n"))
    #expect(try Sandbox().cxsh(["-c", "history"]).error.isEmpty)
  }

  @Test func `runs the user's own statements first`() throws {
    let sandbox = try Sandbox()
    try sandbox.write("set format csv\n", to: "config/cxsh/init.cxs")
    let environment = ["XDG_CONFIG_HOME": sandbox.path + "/config"]
    #expect(try sandbox.cxsh(["-c", "history"], environment: environment).output.hasPrefix("n,statement\n"))
    #expect(
      try !sandbox.cxsh(["-c", "history", "--no-init"], environment: environment).output.hasPrefix("n,"))
    #expect(try !sandbox.cxsh(["-c", "history", "--safe"], environment: environment).output.hasPrefix("n,"))
    try sandbox.write("sett format csv\n", to: "config/cxsh/init.cxs")
    let broken = try sandbox.cxsh(["-c", "history"], environment: environment)
    #expect(broken.status == 1 && broken.error.contains("init.cxs:1:1"))
  }

  @Test func `says which sample it replaces, and leaves other folders alone`() throws {
    let sandbox = try Sandbox()
    let first = try sandbox.cxsh(["sample", "northbank", "bank", "--rows", "100"])
    #expect(first.status == 0 && first.error.hasPrefix("wrote 100 events to bank\n"), "\(first.error)")
    let second = try sandbox.cxsh(["sample", "northbank", "bank", "--rows", "100"])
    #expect(second.error.hasPrefix("wrote 100 events to bank, in place of the sample that was there\n"))
    let refused = try sandbox.cxsh(["sample", "northbank", ".", "--rows", "100"])
    #expect(refused.status == 1 && refused.error.contains("holds other files"), "\(refused.error)")
  }

  @Test func `leaves at quit`() throws {
    let run = try Sandbox().cxsh(["-c", "help charts; quit; help grains", "-c", "help grains"])
    #expect(run.status == 0 && !run.output.contains("Grains"))
  }

  @Test func `refuses a script that runs itself`() throws {
    let sandbox = try Sandbox()
    try sandbox.write("run \"b.cxs\"\n", to: "s/a.cxs")
    try sandbox.write("run \"../s/a.cxs\"\n", to: "s/b.cxs")
    let run = try sandbox.cxsh(["run", "s/a.cxs"])
    #expect(run.status == 1 && run.error.contains("runs-itself") && run.error.contains("s/b.cxs:1:5"))
  }

  @Test func `runs scripts relative to their own place`() throws {
    let sandbox = try Sandbox()
    try sandbox.write("run \"inner/b.cxs\"\n", to: "s/a.cxs")
    try sandbox.write("run \"c.cxs\"\n", to: "s/inner/b.cxs")
    try sandbox.write("help charts\n", to: "s/inner/c.cxs")
    let run = try sandbox.cxsh(["run", "s/a.cxs"])
    #expect(run.status == 0 && run.output.contains("Charts"))
  }

  @Test func `formats a script`() throws {
    let sandbox = try Sandbox()
    try sandbox.write("SHOW tickets   by stage where channel=chat # why\n#= 3 rows sha256:00\n", to: "a.cxs")
    #expect(try sandbox.cxsh(["fmt", "a.cxs", "--check"]).status == 1)
    #expect(try sandbox.cxsh(["fmt", "a.cxs"]).status == 0)
    let formatted = try sandbox.read("a.cxs")
    #expect(formatted == "show tickets by stage where channel = \"chat\" # why\n#= 3 rows sha256:00\n")
    #expect(try sandbox.cxsh(["fmt", "a.cxs", "--check"]).status == 0)
    #expect(try sandbox.cxsh(["fmt", "-"], input: "sources").output == "sources\n")
    try sandbox.write("show by\n", to: "broken.cxs")
    #expect(try sandbox.cxsh(["fmt", "broken.cxs"]).status == 1)
    #expect(try sandbox.read("broken.cxs") == "show by\n")
    #expect(try sandbox.cxsh(["fmt", "none.cxs"]).status == 2)
    try sandbox.write("#@ cxsh 2\nSOURCES\n", to: "later.cxs")
    for arguments in [["fmt", "later.cxs"], ["fmt", "later.cxs", "--check"]] {
      let later = try sandbox.cxsh(arguments)
      #expect(later.status == 1 && later.error.contains("script-too-new"), "\(later.error)")
    }
    #expect(try sandbox.read("later.cxs") == "#@ cxsh 2\nSOURCES\n")
  }

  @Test func `says in safe mode what it refuses`() throws {
    let sandbox = try Sandbox()
    try sandbox.write("load \"../secret.csv\"\n", to: "s/a.cxs")
    try sandbox.write("id\n", to: "secret.csv")
    for (text, words) in [
      ("load \"/etc/passwd\"", "lies outside"), ("save \"a.cxs\"", "save is refused"),
      ("export \"a.csv\"", "export is refused"), ("connect \"x\"", "connect is refused"),
      ("run \"../a.cxs\"", "lies outside"), ("load \"s/../../*.csv\"", "lies outside"),
    ] {
      let run = try sandbox.cxsh(["-c", text, "--safe"])
      #expect(run.status == 1 && run.error.contains("safe-mode") && run.error.contains(words), "\(run.error)")
    }
    let script = try sandbox.cxsh(["run", "s/a.cxs", "--safe"])
    #expect(script.status == 1 && script.error.contains("safe-mode"))
    #expect(sandbox.names(in: "home/.local/state/cxsh").isEmpty)
  }

  @Test func `tells a parameter that the script does not have`() throws {
    let sandbox = try Sandbox()
    try sandbox.write("param quarter = 2026-Q3\nhelp charts\n", to: "a.cxs")
    let run = try sandbox.cxsh(["run", "a.cxs", "--set", "quater=2026-Q2"])
    #expect(run.status == 2 && run.output.isEmpty && run.error.contains("did you mean quarter?"))
  }

  @Test(arguments: [
    ("help charts", "x=1"), ("param quarter = 2026-Q3; help charts", "quater=2026-Q2"), ("note \"y\"", "y=1"),
  ])
  func `tells a parameter that no statement has`(statements: String, assignment: String) throws {
    for (arguments, input) in [(["-c", statements], ""), ([], statements)] {
      let run = try Sandbox().cxsh(arguments + ["--set", assignment], input: input)
      #expect(run.status == 2 && run.output.isEmpty, "\(run.error)")
      #expect(run.error.ranges(of: "unknown-parameter").count == 1, "told once: \(run.error)")
    }
    let used = try Sandbox().cxsh(["-c", "param quarter = 2026-Q3", "--set", "Quarter=2026-Q2"])
    #expect(used.status == 0, "\(used.error)")
  }
}
