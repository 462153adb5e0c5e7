import CEditLine
import CharacterWidth

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Unicode.Scalar {
  /// The columns that libedit counts for this on the line that is edited: there its own reckoning,
  /// the C library's, is followed, so that both mean the same place.
  var editedColumns: Int { max(0, Int(wcwidth(wchar_t(bitPattern: value)))) }

  /// Whether this is safe to send to a terminal, and known to the locale.
  ///
  /// Control characters can steer a terminal, and the marks that turn the writing direction can
  /// make one name look like another. Outside a UTF-8 locale everything but ASCII is unknown.
  var isShowable: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F: false
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: false
    default: wcwidth(wchar_t(bitPattern: value)) >= 0
    }
  }
}

extension String {
  /// The columns that libedit counts for the text.
  var editedColumns: Int { unicodeScalars.reduce(0) { $0 + $1.editedColumns } }

  /// The text with a question mark for each character that is not showable.
  var showable: String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: unicodeScalars.map { $0.isShowable ? $0 : "?" })
    return String(text)
  }

  /// The text cut to `columns`, with three dots where something was cut.
  func cut(to columns: Int) -> String {
    guard self.columns > columns else { return self }
    let dots = String(repeating: ".", count: max(0, min(3, columns)))
    var kept = String.UnicodeScalarView()
    var room = columns - dots.count
    for scalar in unicodeScalars {
      room -= scalar.columns
      guard room >= 0 else { break }
      kept.append(scalar)
    }
    return String(kept) + dots
  }

  /// The text with spaces after it, `columns` wide.
  func padded(to columns: Int) -> String {
    self + String(repeating: " ", count: max(0, columns - self.columns))
  }
}
