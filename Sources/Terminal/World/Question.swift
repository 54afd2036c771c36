#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Asks the person at the terminal something that is answered with yes or no.
///
/// Only an answer that begins with `y` is a yes: an empty line, Ctrl-D and an interrupt are a no. Nothing of
/// the answer is kept for later questions, the end of the input included.
///
/// - Parameter isGivenUp: Whether an interrupt has come; asked again and again while the person thinks.
public func askYesOrNo(_ question: String, isGivenUp: () -> Bool) -> Bool {
  StandardStreams.write(visibleText(question), to: .error)
  let answer = awaitedLine(isGivenUp: isGivenUp)
  // What is written next starts a line of its own.
  if answer.last != UInt8(ascii: "\n") { StandardStreams.write("\n", to: .error) }
  return answer.first { $0 != UInt8(ascii: " ") }.map { [UInt8(ascii: "y"), UInt8(ascii: "Y")].contains($0) }
    ?? false
}

/// A line of the terminal as it gives it, so that nothing is read ahead; empty at the end and when given up.
private func awaitedLine(isGivenUp: () -> Bool) -> [UInt8] {
  while !isGivenUp() {
    var wait = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
    // The signal may have come to another thread: it does not always end the wait.
    guard unsafe poll(&wait, 1, 50) > 0 else { continue }
    return readBytes(0, atMost: 4096) ?? []
  }
  return []
}
