/// Blocks as Markdown with formulas between `$$`, which GitHub and Jupyter show.
enum MarkdownPage {
  static func text(of blocks: [PageBlock]) -> String {
    blocks.map(text).joined(separator: "\n")
  }

  private static func text(of block: PageBlock) -> String {
    switch block {
    case .heading(let text, let level):
      String(repeating: "#", count: level) + " \(MarkdownText.plain(text))\n"
    case .paragraph(let text): MarkdownText.plain(text) + "\n"
    case .list(let items): items.map { "- \(MarkdownText.plain($0))\n" }.joined()
    case .math(let parts): "$$\n\(parts.joined(separator: " "))\n$$\n"
    case .matrix(let name, let texts): matrix(name, texts)
    case .table(let rows): MarkdownText.table(rows.map { $0.map(MarkdownText.plain) })
    case .screen(let lines): screen(lines)
    case .newPage: "---\n"
    }
  }

  /// A table with the numbers of its rows and columns, which is read where formulas are not.
  private static func matrix(_ name: String, _ texts: [[String]]) -> String {
    let columns = texts.first?.indices.map { "\($0)" } ?? []
    return MarkdownText.table(
      [[name] + columns] + texts.enumerated().map { ["**\($0)**"] + $1 })
  }

  /// A fence longer than any in it.
  private static func screen(_ lines: [String]) -> String {
    let shown = lines.map(\.visible)
    let longest =
      shown.flatMap { $0.split { $0 != "`" } }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: max(longest + 1, 3))
    return ([fence + "text"] + shown + [fence, ""]).joined(separator: "\n")
  }
}
