import CEditLine

/// The rows on which libedit draws: as many as the terminal has until a line nearly fills them.
///
/// On the last row of its screen libedit forgets where the cursor is, and what is typed next steps
/// out of its buffers. So it gets a taller screen in time; the terminal scrolls by itself. It takes
/// the terminal's own size anew for each line.
extension EditLineReader {
  /// Gives libedit a taller screen before the line fills the one it has.
  func makeRoomForLine() {
    guard length >= edit.roomyLength else { return }
    if rowsTaken + Self.margin > edit.rows {
      goToPrompt(columns: edit.size.columns)
      fitRowsToLine()
      editLineRefresh(editor)
    } else {
      fitRowsToLine()
    }
  }

  /// Sets the rows that the line needs, before it is drawn anew from its prompt on.
  func fitRowsToLine() {
    let taken = rowsTaken
    if taken + Self.margin > edit.rows {
      let wanted = 4 * (taken + edit.size.rows)
      edit.rows = editLineSetRows(editor, Int32(clamping: wanted)) ? wanted : edit.size.rows
    }
    // A character takes a row at most, as a newline does.
    edit.roomyLength = length + max(edit.rows - Self.margin - taken, 1)
  }

  /// The rows that stay free: one in which the cursor may stand, and one for what a key adds.
  private static let margin = 2

  /// The rows that the prompt and the line take.
  private var rowsTaken: Int {
    let line = el_wline(editor).pointee
    let columns = edit.size.columns
    var taken = 1 + promptColumns / columns
    var column = promptColumns % columns
    for scalar in String(wide: line.buffer, count: length).unicodeScalars {
      guard scalar != "\n" else {
        (taken, column) = (taken + 1, 0)
        continue
      }
      // What cannot be shown is drawn as up to eight characters, which break anywhere; a wide
      // character that does not fit begins the next row.
      let width = scalar.isShowable ? scalar.editedColumns : 8
      if scalar.isShowable, column + width > columns { (taken, column) = (taken + 1, 0) }
      column += width
      (taken, column) = (taken + column / columns, column % columns)
    }
    return taken
  }
}
