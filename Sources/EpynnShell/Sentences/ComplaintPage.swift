import EpynnCore

extension Session {
  /// What is said about a complaint: a caret below its column, one sentence, a picture of shapes.
  func page(about complaint: Complaint, line: String, from source: Source) -> Page {
    page(about: complaint, line: line, from: source, on: screen)
  }

  func page(
    about complaint: Complaint, line: String, from source: Source, on screen: Screen
  ) -> Page {
    var lines: [Line] = []
    let text = complaint.source ?? line
    if let column = complaint.column, !text.isEmpty {
      lines += pointer(
        to: column, in: text, from: complaint.source == nil ? source : .script, on: screen)
    }
    let place = complaint.trail.map { "\($0.file.quoted(limit: 60)):\($0.line)" }
    var prefix = place.last ?? ""
    if !prefix.isEmpty { prefix += complaint.column.map { ":\($0 + 1): " } ?? ":1: " }
    // What a script is told, or names a file, is read by programs too: one line, however wide.
    let sentence = prefix + complaint.problem.sentence
    lines +=
      prefix.isEmpty && source == .prompt
      ? Line(sentence, .refusal).wrapped(to: screen.width) : [Line(sentence, .refusal)]
    if case .core(let fault) = complaint.problem {
      lines += fault.picture.flatMap { $0.folded(to: screen.width) }
    }
    return Page(lines)
  }

  /// A caret below the line just typed; elsewhere, or where it is too long, below what it says.
  func pointer(
    to column: Int, in line: String, from source: Source, on screen: Screen
  ) -> [Line] {
    let scalars = Array(line.unicodeScalars)
    let before = Self.string(scalars.prefix(column)).visible.displayWidth
    let typedWidth = prompt.displayWidth + line.visible.displayWidth
    if source == .prompt, typedWidth < screen.width {
      return [Line(String(repeating: " ", count: prompt.displayWidth + before)) + caret]
    }
    let room = max(screen.width - 8, 16)
    let start =
      line.visible.displayWidth <= room ? 0 : min(max(0, column - room / 2), scalars.count)
    let shown = Self.string(scalars.dropFirst(start).prefix(room)).visible
    let lead = start > 0 ? "…" : ""
    let width = Self.string(scalars[start..<max(min(column, scalars.count), start)]).visible
      .displayWidth
    return [
      Line("  \(lead)\(shown)"),
      Line(String(repeating: " ", count: 2 + lead.displayWidth + width)) + caret,
    ]
  }

  private var caret: Line { Line("^", .difference) }

  private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
