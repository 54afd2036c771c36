import Terminal

/// A small shell for the tests of `Terminal`: it says what it has read and does what a few words ask for.
@main
struct Probe {
  static func main() {
    let terminal = TerminalInfo.current()
    Signals.install(terminal.isInteractive ? .interactive : .script)
    let reader = makeLineReader(
      program: "probe", terminal: terminal, history: HistoryFile.standard(ProcessEnvironment.variables))
    let shell = ProbeShell(reader: reader, terminal: terminal)
    shell.run()
  }
}
