/// Markdown as a terminal can show it: paragraphs wrapped, headings and emphasis styled.
struct MarkdownDrawing {
  let width: Int

  func lines(_ markdown: [String]) -> [Line] {
    var lines: [Line] = []
    var paragraph: [String] = []
    var isVerbatim = false
    func endParagraph() {
      guard !paragraph.isEmpty else { return }
      lines += wrapped(paragraph.joined(separator: " "), hanging: 0)
      paragraph = []
    }
    for line in markdown {
      let text = line.trimmingSpaces
      if text.hasPrefix("```") || text.hasPrefix("~~~") {
        endParagraph()
        isVerbatim.toggle()
      } else if isVerbatim || text.hasPrefix("|") || text.hasPrefix(">") {
        endParagraph()
        lines += Line(isVerbatim ? "    " + line : line).folded(to: width)
      } else if text.isEmpty {
        endParagraph()
        if lines.last?.pieces.isEmpty == false { lines.append(Line()) }
      } else if text.hasPrefix("#") {
        endParagraph()
        let title = String(text.drop { $0 == "#" }).trimmingSpaces
        lines += title.wrapped(to: width).map { Line($0.text, .strong) }
      } else if let marker = Self.listMarker(of: text) {
        endParagraph()
        lines += wrapped(text, hanging: marker)
      } else {
        paragraph.append(text)
      }
    }
    endParagraph()
    return lines
  }

  /// The width of `- ` or `1. ` at the start of a list's item.
  private static func listMarker(of text: String) -> Int? {
    if text.hasPrefix("- ") || text.hasPrefix("* ") { return 2 }
    let digits = text.prefix { $0.isNumber }.count
    return digits > 0 && text.dropFirst(digits).hasPrefix(". ") ? digits + 2 : nil
  }

  private func wrapped(_ text: String, hanging: Int) -> [Line] {
    Self.styled(text).wrapped(to: width, indent: hanging)
  }

  /// `code`, **strong** and *emphasis* as styles, their marks left out.
  static func styled(_ text: String) -> Line {
    var line = Line()
    var rest = text[...]
    var plain = ""
    let marks: [(String, Style)] = [("`", .code), ("**", .strong), ("*", .emphasis)]
    while !rest.isEmpty {
      let found = marks.first { mark, _ in
        rest.hasPrefix(mark) && rest.dropFirst(mark.count).first?.isWhitespace == false
          && rest.dropFirst(mark.count).contains(mark)
      }
      guard let (mark, style) = found,
        let end = rest.dropFirst(mark.count).firstRange(of: mark)?.lowerBound
      else {
        plain.append(rest.removeFirst())
        continue
      }
      line += Line(plain) + Line(String(rest.dropFirst(mark.count)[..<end]), style)
      plain = ""
      rest = rest[end...].dropFirst(mark.count)
    }
    return line + Line(plain)
  }
}
