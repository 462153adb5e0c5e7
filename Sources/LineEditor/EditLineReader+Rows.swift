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
    let taken = rowsTaken
    if taken + Self.margin > edit.rows {
      goToPrompt(columns: edit.size.columns)
      let wanted = 4 * (taken + edit.size.rows)
      edit.rows = editLineSetRows(editor, Int32(clamping: wanted)) ? wanted : edit.size.rows
      editLineRefresh(editor)
    }
    // A character takes a row at most, as a newline does.
    edit.roomyLength = length + max(edit.rows - Self.margin - taken, 1)
  }

  /// The rows that stay free: one in which the cursor may stand, and one for what a key adds.
  private static let margin = 2

  /// The rows that the prompt and the line take.
  private var rowsTaken: Int {
    let line = el_wline(editor).pointee
    var taken = 1
    var column = promptColumns
    for scalar in String(wide: line.buffer, count: length).unicodeScalars {
      // What cannot be shown is drawn as up to eight characters.
      let width = scalar.isShowable ? scalar.editedColumns : 8
      if scalar == "\n" || column + width >= edit.size.columns {
        (taken, column) = (taken + 1, 0)
      } else {
        column += width
      }
    }
    return taken
  }
}
