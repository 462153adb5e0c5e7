/// Says a lesson's prose: a paragraph a line, without the marks of Markdown.
enum SpokenMarkdown {
  static func said(_ markdown: [String]) -> [String] {
    var said: [String] = []
    var paragraph: [String] = []
    var isVerbatim = false
    func endParagraph() {
      if !paragraph.isEmpty { said.append(sentence(paragraph.joined(separator: " "))) }
      paragraph = []
    }
    for line in markdown {
      let text = line.trimmingSpaces
      if text.hasPrefix("```") || text.hasPrefix("~~~") {
        endParagraph()
        isVerbatim.toggle()
      } else if isVerbatim {
        said.append(Speaker.said(text))
      } else if text.isEmpty {
        endParagraph()
      } else if text.hasPrefix("|") {
        endParagraph()
        said.append(row(text))
      } else if text.hasPrefix("#") {
        endParagraph()
        said.append(sentence(text.drop { $0 == "#" }.trimmingSpaces))
      } else if text.hasPrefix("- ") || text.hasPrefix("* ") || text.hasPrefix(">") {
        endParagraph()
        paragraph = [text.dropFirst().trimmingSpaces]
      } else {
        if text.first?.isDigit == true, text.drop(while: \.isDigit).hasPrefix(". ") {
          endParagraph()
        }
        paragraph.append(text)
      }
    }
    endParagraph()
    return said
  }

  private static func sentence(_ markdown: String) -> String {
    Speaker.said(MarkdownDrawing.styled(markdown).text)
  }

  /// The cells of a table's row; of the rule below its header nothing.
  private static func row(_ text: String) -> String {
    let cells = text.split(separator: "|").map(\.trimmingSpaces).filter { !$0.isEmpty }
    guard !cells.allSatisfy({ $0.allSatisfy { "-:".contains($0) } }) else { return "" }
    return cells.map(sentence).joined(separator: ", ").sentence
  }
}
