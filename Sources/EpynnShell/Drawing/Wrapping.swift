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
  /// The line in as many as it takes to keep a width, the later ones indented by two more.
  func folded(to width: Int) -> [Line] {
    guard self.width > width else { return [self] }
    return text.wrapped(to: width, indent: text.prefix { $0 == " " }.count + 2).map(\.trimmed)
  }
}
