extension String {
  /// The text in lines of at most a width, broken at spaces; the lines after the first indented.
  func wrapped(to width: Int, indent: Int = 0) -> [Line] {
    var lines: [String] = []
    var current = ""
    var isFirstWord = true
    for word in split(separator: " ", omittingEmptySubsequences: false) {
      let candidate = isFirstWord ? String(word) : current + " " + word
      let room = width - (lines.isEmpty ? 0 : indent)
      let isBlank = current.allSatisfy { $0 == " " }
      if candidate.displayWidth <= room || isBlank {
        current = candidate
      } else {
        lines.append(current)
        current = String(word)
      }
      isFirstWord = false
    }
    lines.append(current)
    return lines.enumerated().map { index, text in
      Line(text).indented(by: index == 0 ? 0 : indent)
    }
  }
}

/// Parts that belong together on one line, or are broken at a sign where they do not fit.
///
/// A comma or semicolon stays behind the part before it, any other sign begins the next line.
func wrapped(parts: [String], sign: String, width: Int, indent: Int) -> [Line] {
  let staysBehind = sign.hasPrefix(",") || sign.hasPrefix(";")
  var lines: [Line] = []
  var current = ""
  for (index, part) in parts.enumerated() {
    let piece = index == 0 ? part : sign + part
    if !current.isEmpty, (current + piece).displayWidth > width {
      lines.append(Line(staysBehind ? current + sign.trimmingSpaces : current))
      let next = staysBehind ? part : piece
      current = String(repeating: " ", count: indent) + String(next.drop { $0 == " " })
    } else {
      current += piece
    }
  }
  return (lines + [Line(current)]).flatMap { line in
    line.width <= width ? [line] : line.text.wrapped(to: width, indent: indent + 2)
  }
}

extension Line {
  /// The line in as many as it takes, broken at spaces as its text is; each letter keeps its meaning.
  func wrapped(to width: Int, indent: Int = 0) -> [Line] {
    let wrapped = text.wrapped(to: width, indent: indent)
    guard pieces.count > 1 else {
      return wrapped.map { Line($0.text, pieces.first?.style ?? .plain).trimmed }
    }
    var rest = PieceCursor(pieces)
    return wrapped.enumerated().map { place, line in
      let inset = place == 0 || line.text.isEmpty ? 0 : indent
      let part = rest.take(line.text.unicodeScalars.count - inset)
      // The space at which it was broken.
      _ = rest.take(1)
      return part.indented(by: inset).trimmed
    }
  }

  /// The line in as many as it takes to keep a width, the later ones indented by two more.
  func folded(to width: Int) -> [Line] {
    guard self.width > width else { return [self] }
    return wrapped(to: width, indent: text.prefix { $0 == " " }.count + 2).map(\.trimmed)
  }
}

/// A way along the scalars of pieces that copies none twice.
private struct PieceCursor {
  private let pieces: [Line.Piece]
  private var place = 0
  private var scalar: String.UnicodeScalarView.Index?

  init(_ pieces: [Line.Piece]) { self.pieces = pieces }

  /// So many scalars from where it stands, or what is left of them.
  mutating func take(_ count: Int) -> Line {
    var line = Line()
    var missing = count
    while missing > 0, place < pieces.count {
      let scalars = pieces[place].text.unicodeScalars
      var end = scalar ?? scalars.startIndex
      let start = end
      while missing > 0, end < scalars.endIndex {
        scalars.formIndex(after: &end)
        missing -= 1
      }
      line += Line(String(scalars[start..<end]), pieces[place].style)
      scalar = end < scalars.endIndex ? end : nil
      if end == scalars.endIndex { place += 1 }
    }
    return line
  }
}
