import EpynnCore

/// A part of a script: what is said, and the lines that run.
///
/// A Python file has what is said as comments, a notebook as cells of text.
struct ScriptPart {
  /// `2.forward (3): non-linear activation Z → A`; of the first part it is the title, which may be
  /// any text.
  var heading: String
  /// What is said below it, in plain words, line by line.
  var remarks: [String] = []
  /// In LaTeX, for what can show them.
  var equations: [String] = []
  var lines: [String] = []

  fileprivate var isDefinition: Bool {
    lines.contains { $0.hasPrefix("def ") || $0.hasPrefix("class ") }
  }
}

extension [ScriptPart] {
  /// As a Python file.
  var pythonText: String {
    var text = ""
    for (place, part) in enumerated() {
      // Around a definition stand two empty lines.
      let isApart = place > 0 && (part.isDefinition || self[place - 1].isDefinition)
      text += place == 0 ? "" : isApart ? "\n\n" : "\n"
      // A title stands behind the first two lines, in which Python looks for an encoding.
      let comments = place == 0 ? part.remarks + [part.heading] : [part.heading] + part.remarks
      for comment in comments where !comment.isEmpty {
        text += "# \(comment)\n"
      }
      text += part.lines.map { $0 + "\n" }.joined()
    }
    return text
  }

  /// As a notebook, format 4.5.
  var notebookText: String {
    var cells: [JSONText] = []
    func add(_ kind: String, _ lines: [String], _ more: [(String, JSONText)] = []) {
      guard !lines.isEmpty else { return }
      let ended = lines.dropLast().map { $0 + "\n" } + [lines[lines.count - 1]]
      cells.append(
        .object(
          [
            ("cell_type", .string(kind)), ("id", .string("\(kind)-\(cells.count + 1)")),
            ("metadata", .object([])),
          ] + more + [("source", .array(ended.map(JSONText.string)))]))
    }
    for (place, part) in enumerated() {
      let heading =
        place == 0 ? "# " + MarkdownText.plain(part.heading) : "### " + part.heading
      let said = part.remarks.isEmpty ? [] : [""] + part.remarks
      let equations = part.equations.flatMap { ["", "$$\($0)$$"] }
      add("markdown", part.heading.isEmpty ? [] : [heading] + said + equations)
      add("code", part.lines, [("execution_count", .null), ("outputs", .array([]))])
    }
    let python = JSONText.object([
      ("display_name", .string("Python 3")), ("language", .string("python")),
      ("name", .string("python3")),
    ])
    let metadata = JSONText.object([
      ("kernelspec", python), ("language_info", .object([("name", .string("python"))])),
    ])
    return "{\"cells\": [\n" + cells.map(\.text).joined(separator: ",\n")
      + "\n],\n\"metadata\": \(metadata.text),\n\"nbformat\": 4, \"nbformat_minor\": 5}\n"
  }
}
