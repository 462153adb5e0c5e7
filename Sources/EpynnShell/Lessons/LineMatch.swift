/// Whether a printed line is the one expected.
///
/// The text must be the same; a number matches where it rounds to the digits written.
enum LineMatch {
  static func matches(_ expected: String, _ printed: String) -> Bool {
    if expected == printed { return true }
    let wanted = pieces(of: expected)
    let found = pieces(of: printed)
    return wanted.count == found.count && zip(wanted, found).allSatisfy(matches)
  }

  /// Whether all lines match; `...` alone on a line stands for any lines, also none.
  static func matches(_ expected: ArraySlice<String>, _ printed: ArraySlice<String>) -> Bool {
    // Where each stretch between two `...` may begin only moves on, so the first match serves.
    var rest = printed
    let stretches = expected.split(omittingEmptySubsequences: false) { $0 == "..." }
    for (place, stretch) in stretches.enumerated() {
      let isFirst = place == 0
      let isLast = place == stretches.count - 1
      if isFirst || isLast {
        guard rest.count >= stretch.count, !(isFirst && isLast) || rest.count == stretch.count
        else { return false }
        let part = isFirst ? rest.prefix(stretch.count) : rest.suffix(stretch.count)
        guard zip(stretch, part).allSatisfy({ matches($0, $1) }) else { return false }
        rest = isFirst ? rest.dropFirst(stretch.count) : rest.dropLast(stretch.count)
      } else {
        guard let start = firstMatch(of: stretch, in: rest) else { return false }
        rest = rest[(start + stretch.count)...]
      }
    }
    return true
  }

  private static func firstMatch(
    of stretch: ArraySlice<String>, in lines: ArraySlice<String>
  ) -> Int? {
    lines.indices.first { start in
      lines[start...].count >= stretch.count
        && zip(stretch, lines[start...]).allSatisfy { matches($0, $1) }
    }
  }

  /// Words and numbers, without the spaces that alignment puts between them.
  private static func pieces(of line: String) -> [Substring] {
    var pieces: [Substring] = []
    var rest = line[...]
    while let first = rest.first {
      if first == " " {
        rest = rest.dropFirst()
        continue
      }
      let isNumeric = first.isNumberPart
      let piece = rest.prefix { $0 != " " && $0.isNumberPart == isNumeric }
      pieces.append(piece)
      rest = rest.dropFirst(piece.count)
    }
    return pieces
  }

  private static func matches(_ expected: Substring, _ printed: Substring) -> Bool {
    if expected == printed { return true }
    guard let wanted = Double(expected), let found = Double(printed),
      let point = expected.firstIndex(of: ".")
    else { return false }
    let decimals = expected.distance(from: point, to: expected.endIndex) - 1
    return DecimalDigits(found).rounded(toDecimals: decimals).fixed(decimals: decimals)
      == DecimalDigits(wanted).fixed(decimals: decimals)
  }
}

extension Character {
  fileprivate var isNumberPart: Bool { isASCII && isNumber || self == "." || self == "-" }
}
