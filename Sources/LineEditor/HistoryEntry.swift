/// One line of the history: valid UTF-8 without control characters.
struct HistoryEntry {
  let text: String

  var bytes: ArraySlice<UInt8> { Array(text.utf8)[...] }

  /// Makes an entry of what was typed: a newline or Tab becomes a space, control characters go.
  init?(cleaning line: String) {
    var cleaned = String.UnicodeScalarView()
    for scalar in line.unicodeScalars {
      if scalar == "\n" || scalar == "\t" {
        cleaned.append(" ")
      } else if !Self.isControl(scalar) {
        cleaned.append(scalar)
      }
    }
    guard !cleaned.isEmpty, String(cleaned).utf8.count <= HistoryFile.mostBytesInEntry else {
      return nil
    }
    text = String(cleaned)
  }

  /// Takes a line of the file, or nothing where it is none of ours.
  init?(line: ArraySlice<UInt8>) {
    let decoded = String(decoding: line, as: UTF8.self)
    guard decoded.utf8.elementsEqual(line), line.count <= HistoryFile.mostBytesInEntry,
      !decoded.unicodeScalars.contains(where: Self.isControl)
    else { return nil }
    text = decoded
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }
}
