import ArgumentParser
import Diagnostics
import Engine
import Sentiment
import Sessions
import Terminal

/// Checks what cxsh needs of the machine.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Check terminal, locale, folders, engine and drivers.")

  func run() throws {
    let terminal = TerminalInfo.current()
    let engine = engineLines(terminal.environment)
    let lines =
      ["cxsh: \(CxshCommand.version)"] + terminalLines(terminal) + folderLines(terminal.environment)
      + engine.lines + [lexiconLine(terminal.environment), stopWordsLine(terminal.environment)]
    StandardStreams.write(lines.map { $0 + "\n" }.joined(), to: .output)
    throw ExitCode((engine.isThere ? ExitStatus.ok : .noConnection).rawValue)
  }

  private func terminalLines(_ terminal: TerminalInfo) -> [String] {
    let size = terminal.size
    return [
      "terminal: input \(word(terminal.inputIsTerminal)), output \(word(terminal.outputIsTerminal)), "
        + "\(size.columns) columns, \(size.rows) rows",
      "line editing: \(terminal.canEdit ? "yes" : "no")",
      "colours: \(terminal.usesColor(on: .output) ? "yes" : "no")",
      "locale: \(terminal.isUnicode ? "UTF-8" : "not UTF-8; signs are drawn in ASCII")",
    ]
  }

  private func word(_ isTerminal: Bool) -> String { isTerminal ? "yes" : "no" }

  private func folderLines(_ environment: [String: String]) -> [String] {
    let folders = Folders(environment)
    let script = folders.initScript.map { $0 + (Disk.exists($0) ? "" : " (not there)") }
    return ["init script: \(script ?? "no home folder")", "journal: \(folders.journal ?? "no home folder")"]
  }

  /// Without it everything but `score … method vader` works.
  private func lexiconLine(_ environment: [String: String]) -> String {
    let files = LexiconFiles(executablePath: executablePath(), environment: environment)
    do throws(Mistakes) {
      _ = try files.read()
      return "lexicon: VADER \(VaderLexicon.version) in \(files.folder ?? "")"
    } catch {
      let finding = error.list.first
      return "lexicon: \(finding?.message ?? "")" + (finding?.hint.map { "; \($0)" } ?? "")
    }
  }

  /// Without them everything but `voice` works.
  private func stopWordsLine(_ environment: [String: String]) -> String {
    let file = StopWordFile(executablePath: executablePath(), environment: environment)
    do throws(Mistakes) {
      _ = try file.read()
      return "stop words: of Snowball, in \(file.folder ?? "")"
    } catch {
      let finding = error.list.first
      return "stop words: \(finding?.message ?? "")" + (finding?.hint.map { "; \($0)" } ?? "")
    }
  }

  private func engineLines(_ environment: [String: String]) -> (lines: [String], isThere: Bool) {
    let location: EngineLocator.Location
    switch EngineLocator.find(executablePath: executablePath(), environment: environment) {
    case .failure(let error): return (["engine: not found: \(error.message)"], false)
    case .success(let found): location = found
    }
    let opener = EngineOpener(environment: environment)
    do throws(EngineError) {
      _ = try opener.connection()
      return (["engine: \(opener.name ?? "unknown")", "driver: \(location.library)"], true)
    } catch {
      return (["engine: cannot be opened: \(error.message)", "driver: \(location.library)"], false)
    }
  }
}
