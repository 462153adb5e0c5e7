extension Lesson {
  /// Reads a lesson: Markdown with `epynn`, `question` and `lesson` fences.
  ///
  /// All else is prose and is kept as it stands, other fences included.
  ///
  /// - Throws: `LessonFault` with the line and column of what does not fit.
  public init(reading bytes: [UInt8]) throws(LessonFault) {
    let lines = try SourceLines(bytes).lines
    guard lines.contains(where: { !$0.trimmingSpaces.isEmpty }) else {
      throw LessonFault(.empty, line: 1)
    }
    var reader = LessonReader(lines: lines)
    try reader.read()
    self.init(
      id: reader.settings["id"], title: reader.title ?? "", version: Self.version(of: lines),
      allowsSkipping: reader.settings["skipping"] != "no", items: reader.items)
  }
}

extension Lesson {
  /// FNV-1a's hash of the lines, 64 bits in hexadecimal: enough to tell that a text was changed.
  private static func version(of lines: [String]) -> String {
    let text = lines.joined(separator: "\n").utf8
    let hash = text.reduce(into: 0xCBF2_9CE4_8422_2325 as UInt64) { hash, byte in
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return String(hash, radix: 16)
  }
}

/// Goes through the lines of a lesson once.
private struct LessonReader {
  let lines: [String]
  private(set) var items: [Lesson.Item] = []
  private(set) var title: String?
  private(set) var settings: [String: String] = [:]
  private var prose: [String] = []
  private var proseLine = 1
  private var place = 0

  init(lines: [String]) {
    self.lines = lines
  }

  mutating func read() throws(LessonFault) {
    while place < lines.count {
      let line = lines[place]
      guard let block = FencedBlock(openingAt: place, in: lines) else {
        addProse(line)
        if title == nil { title = Heading.text(in: lines, at: place) }
        place += 1
        continue
      }
      guard block.isClosed else {
        throw LessonFault(
          .unclosedFence(block.mark), line: block.line, column: block.indent + 1)
      }
      switch block.info.split(whereSeparator: \.isWhitespace) {
      case ["epynn"]: try addTranscript(block, expectsRefusal: false)
      case ["epynn", "refused"]: try addTranscript(block, expectsRefusal: true)
      case ["question"]:
        endProse()
        try Self.checkLength(of: block.lines, at: block.line)
        let question = try QuestionBlock(block.lines, line: block.line).question
        items.append(Lesson.Item(.question(question), line: block.line))
      case ["lesson"]:
        try Self.checkLength(of: block.lines, at: block.line)
        settings = try KeyedLines(block.lines, from: block.line + 1).settings()
      default:
        for line in lines[place..<block.end] { addProse(line) }
      }
      place = block.end
    }
    endProse()
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
      if line.hasPrefix("> ") || line == ">" {
        exchanges.append(
          Exchange(
            String(line.dropFirst(2)), line: number, column: block.indent + 3,
            expectsRefusal: expectsRefusal))
      } else if exchanges.isEmpty {
        throw LessonFault(.outputBeforeCommand, line: number, column: block.indent + 1)
      } else {
        exchanges[exchanges.count - 1].output.append(line)
      }
    }
    return exchanges
  }

  private mutating func addProse(_ line: String) {
    if prose.isEmpty {
      if line.trimmingSpaces.isEmpty { return }
      proseLine = place + 1
    }
    prose.append(line)
  }

  private mutating func endProse() {
    while prose.last?.trimmingSpaces.isEmpty == true { prose.removeLast() }
    if !prose.isEmpty { items.append(Lesson.Item(.prose(prose), line: proseLine)) }
    prose = []
  }
}
