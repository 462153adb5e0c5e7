extension ExportFormat {
  /// What was said last, or with 'session' all that was, as it stood on the screen.
  static let svg = ExportFormat(
    ".svg", "a picture of the last screen"
  ) { content, _ throws(Complaint) in
    guard content.blanks.isEmpty else { throw Complaint(.noBlanks(".svg")) }
    let look = content.look.on(Screen())
    let renderer = TerminalRenderer(look: look)
    guard let said = content.lines.isEmpty ? content.screen.map({ [$0] }) : content.lines else {
      throw Complaint(.hiddenFromExport(".svg", [.screen]))
    }
    let lines = said.enumerated().flatMap { place, line -> [Line] in
      let typed = line.line.isEmpty ? [] : [Line("> \(line.line)", .strong)]
      return (place == 0 ? [] : [Line()]) + typed + renderer.lines(of: line.facts)
    }
    return Array(
      SVGPicture(title: content.title, lines: lines, palette: look.settings.colors).text.utf8)
  }
}
