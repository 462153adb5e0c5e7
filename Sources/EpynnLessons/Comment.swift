/// A comment of Markdown, `<!-- … -->`, that begins a line and ends one.
enum Comment: Equatable {
  /// The index of the line behind it.
  case closed(end: Int)
  case unclosed

  /// The comment that a line begins; `nil` where it begins none, or text stands behind its end.
  init?(openingAt place: Int, in lines: [String]) {
    let first = lines[place].trimmingSpaces
    let start = "<!--".unicodeScalars
    guard first.unicodeScalars.starts(with: start) else { return nil }
    if let rest = Self.rest(behindEndIn: first.unicodeScalars.dropFirst(start.count)) {
      guard rest.isEmpty else { return nil }
      self = .closed(end: place + 1)
      return
    }
    for line in lines.indices.dropFirst(place + 1) {
      guard let rest = Self.rest(behindEndIn: lines[line].unicodeScalars[...]) else { continue }
      guard rest.isEmpty else { return nil }
      self = .closed(end: line + 1)
      return
    }
    self = .unclosed
  }

  /// What stands behind a comment's end; `nil` where it does not end.
  private static func rest(behindEndIn text: Substring.UnicodeScalarView) -> String? {
    text.firstRange(of: "-->".unicodeScalars).map {
      String(text[$0.upperBound...]).trimmingSpaces
    }
  }
}
