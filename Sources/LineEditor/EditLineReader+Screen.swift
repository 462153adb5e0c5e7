import CEditLine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension EditLineReader {
  /// Lets libedit move the cursor behind the line, and does the errand before the next key.
  func send(on errand: Edit.Errand) -> Int32 {
    edit.errand = (errand, cursor: cursor)
    el_cursor(editor, Int32(length - cursor))
    return CC_REFRESH
  }

  func runErrand() {
    guard let (errand, place) = edit.errand else { return }
    edit.errand = nil
    switch errand {
    case .list(let candidates):
      let size = Terminal.size
      let list = CandidateList(candidates: candidates, columns: size.columns, rows: size.rows)
      let lines = isSpoken ? list.sentences : list.lines
      Terminal.write("\r\n" + lines.map { $0 + "\r\n" }.joined())
    case .suspend:
      suspend()
    }
    el_cursor(editor, Int32(place - cursor))
    editLineRefresh(editor)
  }

  /// Follows a new window size, and a terminal that was cooked while the program was stopped.
  func catchUpWithTerminal() {
    guard editLineIsEditing(editor) else { return }
    let size = Terminal.size
    if Terminal.isCooked {
      editLineSetRaw(editor, false)
      editLineSetRaw(editor, true)
      input.pasteMode.renew()
      Terminal.write("\r")
    } else if size != edit.size {
      goToPrompt(columns: size.columns)
    } else {
      return
    }
    takeSize()
    fitRowsToLine()
    editLineRefresh(editor)
  }

  /// Has libedit draw for the size at present, which it asks for by itself.
  private func takeSize() {
    var size: Terminal.Size
    repeat {
      size = Terminal.size
      el_resize(editor)
    } while size != Terminal.size
    edit.take(size)
  }

  private func suspend() {
    Terminal.write("^Z")
    input.pasteMode.turn(on: false)
    editLineSetRaw(editor, false)
    kill(0, SIGTSTP)
    editLineSetRaw(editor, true)
    input.pasteMode.turn(on: true)
    // Where nothing could stop the program, the cursor still is behind the line.
    Terminal.write("\r")
    if editLineSend(editor, "ce") { editLineFlushOutput() }
  }

  /// Clears the line from its prompt on, as most terminals have wrapped it anew by now.
  func goToPrompt(columns: Int) {
    let line = el_wline(editor).pointee
    var row = 0
    var column = promptColumns
    for scalar in String(wide: line.buffer, count: cursor).unicodeScalars {
      if column + scalar.editedColumns > columns { (row, column) = (row + 1, column % columns) }
      column += scalar.editedColumns
    }
    row += column / columns
    Terminal.write("\r")
    let isCleared = (0..<row).allSatisfy { _ in editLineSend(editor, "up") }
    if !isCleared || !editLineSend(editor, "cd") { Terminal.write("\r\n") }
    editLineFlushOutput()
  }
}
