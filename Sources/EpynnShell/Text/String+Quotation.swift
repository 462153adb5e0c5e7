import EpynnCore

extension String {
  /// The most statements of one line.
  static let statementLimit = 100

  /// The statements that a `;` parts, each with spaces for what stands before it, so that columns
  /// stay as typed; the last keeps a `;` at its end. `nil` where there are more than a line holds.
  var statements: [String]? {
    guard unicodeScalars.contains(";") else { return [self] }
    let scalars = Array(unicodeScalars)
    let outermost = Quotation.outermost(in: scalars)
    var pieces: [Range<Int>] = []
    var (start, hasContent) = (0, false)
    // A `;` with nothing but others behind it silences the line and parts nothing.
    var behind: Range<Int>?
    for (place, scalar) in scalars.prefix(Quotation.commentStart(in: scalars)).enumerated() {
      if scalar == ";", outermost[place] {
        if hasContent { behind = start..<place }
        (start, hasContent) = (place + 1, false)
        continue
      }
      guard !scalar.properties.isWhitespace, !hasContent else { continue }
      hasContent = true
      if let piece = behind {
        pieces.append(piece)
        behind = nil
        guard pieces.count < Self.statementLimit else { return nil }
      }
    }
    guard !pieces.isEmpty else { return [self] }
    pieces.append((behind?.lowerBound ?? start)..<scalars.count)
    return pieces.map { piece in
      var text = String.UnicodeScalarView(repeatElement(" ", count: piece.lowerBound))
      text.append(contentsOf: scalars[piece])
      return String(text)
    }
  }
}
