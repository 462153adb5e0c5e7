extension Lesson {
  /// Reads a lesson: Markdown with `epynn`, `question` and `lesson` fences.
  ///
  /// All else is prose and is kept as it stands, other fences included.
  ///
  /// - Throws: `LessonFault` with the line and column of what does not fit.
  public init(reading bytes: [UInt8]) throws(LessonFault) {
    let source = try LessonSource(bytes)
    guard source.lines.contains(where: { !$0.trimmingSpaces.isEmpty }) else {
      throw LessonFault(.empty, line: 1)
    }
    var reader = LessonReader(lines: source.lines)
    for piece in source.pieces { try reader.read(piece) }
    reader.endProse()
    self.init(
      id: reader.settings["id"], title: reader.title ?? "", version: source.lines.version,
      allowsSkipping: reader.settings["skipping"] != "no", items: reader.items)
  }
}

/// Makes items of the parts of a lesson.
private struct LessonReader {
  let lines: [String]
  private(set) var items: [Lesson.Item] = []
  private(set) var title: String?
  private(set) var settings: [String: String] = [:]
  private var prose: [String] = []
  private var proseLine = 1

  init(lines: [String]) {
    self.lines = lines
  }

  mutating func read(_ piece: LessonSource.Piece) throws(LessonFault) {
    switch piece {
    case .line(let place):
      addProse(at: place)
      if title == nil { title = Heading.text(in: lines, at: place) }
    case .block(let block): try read(block)
    }
  }

  private mutating func read(_ block: FencedBlock) throws(LessonFault) {
    guard block.isClosed else {
      throw LessonFault(.unclosedFence(block.mark), line: block.line, column: block.indent + 1)
    }
    switch FenceKind(info: block.info) {
    case .transcript: try addTranscript(block, expectsRefusal: false)
    case .refusals: try addTranscript(block, expectsRefusal: true)
    case .question:
      endProse()
      try Self.checkLength(of: block.lines, at: block.line)
      let question = try QuestionBlock(block.lines, line: block.line).question
      items.append(Lesson.Item(.question(question), line: block.line))
    case .exercise:
      endProse()
      try Self.checkLength(of: block.lines, at: block.line)
      items.append(Lesson.Item(.exercise(try ExerciseBlock(block)), line: block.line))
    case .lesson:
      try Self.checkLength(of: block.lines, at: block.line)
      settings = try KeyedLines(block.lines, from: block.line + 1).settings()
    case nil:
      for place in (block.line - 1)..<block.end { addProse(at: place) }
    }
  }

  private mutating func addTranscript(
    _ block: FencedBlock, expectsRefusal: Bool
  ) throws(LessonFault) {
    endProse()
    let exchanges = try Self.exchanges(of: block, expectsRefusal)
    items.append(Lesson.Item(.transcript(exchanges), line: block.line))
  }

  /// What is said in one piece is no longer than a person can take in.
  private static func checkLength(of block: [String], at line: Int) throws(LessonFault) {
    guard block.reduce(0, { $0 + $1.utf8.count + 1 }) <= Lesson.questionLimit else {
      throw LessonFault(.tooLong(limit: Lesson.questionLimit), line: line)
    }
  }

  private static func exchanges(
    of block: FencedBlock, _ expectsRefusal: Bool
  ) throws(LessonFault) -> [Exchange] {
    var exchanges: [Exchange] = []
    for (index, line) in block.lines.enumerated() {
      let number = block.line + 1 + index
      if line.beginsCommand {
        exchanges.append(
          Exchange(
            String(line.unicodeScalars.dropFirst(2)), line: number, column: block.indent + 3,
            expectsRefusal: expectsRefusal))
      } else if exchanges.isEmpty {
        throw LessonFault(.outputBeforeCommand, line: number, column: block.indent + 1)
      } else {
        exchanges[exchanges.count - 1].output.append(line)
      }
    }
    return exchanges
  }

  private mutating func addProse(at place: Int) {
    if prose.isEmpty {
      if lines[place].trimmingSpaces.isEmpty { return }
      proseLine = place + 1
    }
    prose.append(lines[place])
  }

  mutating func endProse() {
    while prose.last?.trimmingSpaces.isEmpty == true { prose.removeLast() }
    if !prose.isEmpty { items.append(Lesson.Item(.prose(prose), line: proseLine)) }
    prose = []
  }
}

extension String {
  /// Whether a line of a transcript is a command, whatever marks its first letter bears.
  package var beginsCommand: Bool {
    self == ">" || unicodeScalars.starts(with: "> ".unicodeScalars)
  }
}
