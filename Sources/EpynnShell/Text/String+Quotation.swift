import EpynnCore

extension String {
  /// Which of its scalars stand in quotes.
  var quotedScalars: [Bool] { Quotation.quoted(in: Array(unicodeScalars)) }

  /// The statements that a `;` parts, each with spaces for what stands before it, so that columns
  /// stay as typed; the last keeps a `;` at its end.
  var statements: [String] {
    guard unicodeScalars.contains(";") else { return [self] }
    let scalars = Array(unicodeScalars)
    let quoted = quotedScalars
    var ends: [Int] = []
    var level = 0
    for (place, scalar) in scalars.enumerated() where !quoted[place] {
      if scalar == "#" { break }
      if "([{".unicodeScalars.contains(scalar) { level += 1 }
      if ")]}".unicodeScalars.contains(scalar) { level -= 1 }
      if scalar == ";", level <= 0 { ends.append(place) }
    }
    func isEmpty(_ range: Range<Int>) -> Bool {
      scalars[range].allSatisfy { $0.properties.isWhitespace || $0 == ";" }
        || scalars[range].first { !$0.properties.isWhitespace } == "#"
    }
    // What ends a line silences it and parts nothing.
    ends.removeAll { isEmpty($0..<scalars.count) }
    guard !ends.isEmpty else { return [self] }
    var pieces: [String] = []
    var start = 0
    for end in ends + [scalars.count] {
      if !isEmpty(start..<end) {
        var piece = String.UnicodeScalarView(repeatElement(" ", count: start))
        piece.append(contentsOf: scalars[start..<end])
        pieces.append(String(piece))
      }
      start = end + 1
    }
    return pieces
  }
}
