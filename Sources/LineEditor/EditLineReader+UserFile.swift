import CEditLine
import StateFiles

extension EditLineReader {
  /// Has libedit take the lines of `~/.editrc`, or of the file that EDITRC names, up to the first
  /// that it does not know, as it does by itself.
  ///
  /// By itself it goes on with whatever lies in memory where a quotation is left open.
  func takeUserFile() {
    for line in Self.userLines() {
      guard readsUTF8 || line.utf8.allSatisfy({ $0 < 0x80 }) else { continue }
      guard editLineTake(editor, line.wideCharacters) else { return }
    }
  }

  private static func userLines() -> [String] {
    guard
      let path = System.variable("EDITRC") ?? System.variable("HOME").map({ $0 + "/.editrc" })
    else { return [] }
    var bytes: [UInt8] = []
    do throws(SystemError) {
      bytes = try OpenFile.reading(path).read(atMost: HistoryFile.mostBytesRead) ?? []
    } catch { return [] }
    return bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
      let words = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      guard let first = words.first, first != UInt8(ascii: "#"), !words.contains(0) else {
        return nil
      }
      return String(validating: words, as: UTF8.self)
    }
  }
}
