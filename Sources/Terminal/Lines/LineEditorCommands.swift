extension LineEditor {
  /// Runs a command that cxsh adds to libedit's own.
  func run(_ command: EditorHandle.Command) -> EditorHandle.Reply {
    switch command {
    case .enter: enter()
    case .breakLine: insert("\n")
    case .complete: completeWord()
    case .paste: insert(pastedText(handle.pasted))
    case .up: moveCursor(by: movementUp(before: handle.text.before), otherwise: .older)
    case .down: moveDown()
    case .rowStart: moveCursor(by: movementToRowStart(before: handle.text.before))
    case .rowEnd: moveCursor(by: movementToRowEnd(after: handle.text.after))
    }
  }

  private func enter() -> EditorHandle.Reply {
    let text = handle.text
    let statement = text.before + text.after
    if let emptyEnd = text.after.isEmpty ? emptyRows(endOf: statement) : nil {
      handle.deleteBefore(scalars: emptyEnd)
    } else if !statement.allSatisfy(\.isWhitespace) && !isComplete(statement) {
      return goOnInANewRow()
    }
    handle.press(.run)
    return .refresh
  }

  private func goOnInANewRow() -> EditorHandle.Reply {
    if let hint = continuationHint {
      continuationHint = nil
      printAbove(hint)
    }
    return insert("\n")
  }

  private func insert(_ text: String) -> EditorHandle.Reply {
    handle.insert(text) ? .refresh : .beep
  }

  private func moveDown() -> EditorHandle.Reply {
    let text = handle.text
    return moveCursor(by: movementDown(before: text.before, after: text.after), otherwise: .newer)
  }

  private func moveCursor(by distance: Int?, otherwise key: EditorHandle.Key) -> EditorHandle.Reply {
    guard let distance else {
      handle.press(key)
      return .nothing
    }
    return moveCursor(by: distance)
  }

  private func moveCursor(by distance: Int) -> EditorHandle.Reply {
    handle.move(scalars: distance)
    return .moveCursor
  }

  private func completeWord() -> EditorHandle.Reply {
    let text = handle.text
    let completion = complete(text.before, text.after)
    let stem = String(text.before.suffix(max(0, completion.replacing)))
    switch completion.effect(on: stem) {
    case .beep: return .beep
    case .replace(let insertion):
      replace(stem, with: insertion)
      return .refresh
    case .list(let insertion):
      show(completion.candidates)
      replace(stem, with: insertion)
      handle.repaint()
      return .nothing
    }
  }

  private func replace(_ stem: String, with text: String) {
    guard text != stem else { return }
    handle.deleteBefore(scalars: stem.unicodeScalars.count)
    _ = handle.insert(text)
  }

  /// Prints the candidates below the line; the caller paints the line anew.
  private func show(_ candidates: [Completion.Candidate]) {
    let size = TerminalSize(of: 0) ?? TerminalSize(columns: 80, rows: 24)
    let list = CompletionList(
      columns: size.columns, rows: size.rows, ellipsis: handle.isUnicode ? "…" : "...",
      width: { terminalWidth($0) })
    goBelow()
    handle.write(rawLines(list.lines(candidates).joined(separator: "\n")))
  }
}
