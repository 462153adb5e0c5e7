import EpynnCore

extension Session {
  /// What is said about a complaint: a caret below its column, one sentence, a picture of shapes.
  func page(about complaint: Complaint, line: String, from source: Source) -> Page {
    page(about: complaint, line: line, from: source, on: screen)
  }

  func page(
    about complaint: Complaint, line: String, from source: Source, on screen: Screen
  ) -> Page {
    if screen.isSpoken { return spoken(complaint, line, on: screen) }
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

  /// What is said first, then where.
  private func spoken(_ complaint: Complaint, _ line: String, on screen: Screen) -> Page {
    let place =
      complaint.trail.last.map { "'\($0.file.quoted(limit: 60))', line \($0.line): " } ?? ""
    var facts = [Fact.sentence(place + complaint.problem.sentence)]
    if let column = complaint.column {
      facts += Self.place(of: column, in: complaint.source ?? line)
    }
    if case .core(let fault) = complaint.problem { facts += fault.inWords.map { .sentence($0) } }
    return Page(facts, look.on(screen))
  }

  /// Where in a line something is: the word there, and how many characters stand before it.
  private static func place(of column: Int, in line: String) -> [Fact] {
    let scalars = Array(line.unicodeScalars)
    let word = string(scalars.dropFirst(column).prefix { $0 != " " }).visible.quoted(limit: 24)
    guard !scalars.isEmpty else { return [] }
    guard !word.isEmpty else { return [.sentence("at the end of the line")] }
    return [.sentence("at character \(column + 1) of the line: '\(word)'")]
  }

  /// A caret below the line just typed; elsewhere, or where it is too long, below what it says.
  func pointer(
    to column: Int, in line: String, from source: Source, on screen: Screen
  ) -> [Line] {
    guard !screen.isSpoken else {
      return Page(Self.place(of: column, in: line), look.on(screen)).lines
    }
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
