extension ExportFormat {
  /// Markdown to read, with the steps' formulas and numbers.
  static let markdown = ExportFormat(
    ".md", "a page in Markdown with formulas; 'save' writes a lesson to play"
  ) { content, _ throws(Complaint) in
    Array(MarkdownPage.text(of: IterationPage(content: content).blocks).utf8)
  }

  /// A paper for LaTeX, one step a block.
  static let tex = ExportFormat(
    ".tex", "a paper for LaTeX"
  ) { content, _ throws(Complaint) in
    Array(TeXPage.text(of: IterationPage(content: content).blocks).utf8)
  }
}
