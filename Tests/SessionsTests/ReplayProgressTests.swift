import Diagnostics
import Engine
import Sessions
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A replay in a session that tells each statement as soon as it is compared.
@Suite struct `A replay in a session` {
  private func outputs(progress: ((String) -> Void)?) throws -> [Output] {
    let path = "/tmp/cxsh-progress-\(getpid())-\(UInt64.random(in: 0...UInt64.max)).cxs"
    try Disk.writeAtomically("note \"a\"\nundo\n", to: path)
    defer { Disk.remove(path) }
    let session = Session(
      options: SessionOptions(openConnection: { () throws(EngineError) -> Connection in
        throw EngineError(kind: .connection, message: "none")
      }))
    session.onProgress = progress
    var outputs: [Output] = []
    session.run(SourceText("replay \"\(path)\"")) { outputs.append($0) }
    return outputs
  }

  @Test func `gives the whole report at its end where nobody follows`() throws {
    let text = try outputs(progress: nil).first?.text
    #expect(text == "2: undo\n  failed\n0 of 0 results the same, 1 statement failed\n")
  }

  @Test func `gives its pieces to whoever follows, and then the last line`() throws {
    var pieces: [String] = []
    let text = try outputs(progress: { pieces.append($0) }).first?.text
    #expect(pieces.joined() == "2: undo\n  failed\n")
    #expect(text == "0 of 0 results the same, 1 statement failed\n")
  }
}
