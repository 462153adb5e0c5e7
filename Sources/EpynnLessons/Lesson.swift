/// A lesson as data: what its Markdown says, in the order in which it plays.
public struct Lesson: Sendable, Equatable {
  /// The name under which progress is kept; `nil` where the file's name serves.
  public let id: String?
  /// The first heading, or an empty text.
  public let title: String
  /// The hash of its text, so that a changed lesson is known.
  public let version: String
  /// Whether a question may be passed over.
  public let allowsSkipping: Bool
  public let items: [Item]
  /// What the questions are called in a list of them, by the indices of their items.
  public let questionNames: [Int: String]

  /// The most bytes of a line.
  static let lineLimit = 2_000_000
  /// The most bytes of a question with all that belongs to it.
  package static let questionLimit = 20_000

  public init(
    id: String?, title: String, version: String = "", allowsSkipping: Bool, items: [Item]
  ) {
    self.id = id
    self.title = title
    self.version = version
    self.allowsSkipping = allowsSkipping
    self.items = items
    questionNames = Self.questionNames(of: items)
  }

  /// One thing that is shown, run or asked.
  public struct Item: Sendable, Equatable {
    public let content: Content
    /// The line at which it begins, counted from 1.
    public let line: Int

    public init(_ content: Content, line: Int) {
      self.content = content
      self.line = line
    }
  }

  public enum Content: Sendable, Equatable {
    /// Markdown as it stands between the fences.
    case prose([String])
    /// Commands with what they print.
    case transcript([Exchange])
    case question(Question)
    /// Own numbers for whoever plays it.
    case exercise(ExerciseBlock)
  }
}

/// A command of a transcript and what it prints.
public struct Exchange: Sendable, Equatable {
  public let command: String
  /// The command's line, counted from 1.
  public let line: Int
  /// The column at which the command begins, counted from 1.
  public let column: Int
  /// The lines it prints; `...` stands for any lines.
  public internal(set) var output: [String]
  /// Whether its fence says that something in it is refused.
  public let expectsRefusal: Bool

  public init(
    _ command: String, line: Int, column: Int, output: [String] = [], expectsRefusal: Bool = false
  ) {
    self.command = command
    self.line = line
    self.column = column
    self.output = output
    self.expectsRefusal = expectsRefusal
  }
}
