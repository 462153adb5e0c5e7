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

  /// The most bytes of a line.
  static let lineLimit = 2_000_000
  /// The most bytes of a question with all that belongs to it.
  static let questionLimit = 20_000

  public init(
    id: String?, title: String, version: String = "", allowsSkipping: Bool, items: [Item]
  ) {
    self.id = id
    self.title = title
    self.version = version
    self.allowsSkipping = allowsSkipping
    self.items = items
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

  public init(_ command: String, line: Int, column: Int, output: [String] = []) {
    self.command = command
    self.line = line
    self.column = column
    self.output = output
  }
}

/// A question with its answer, its ladder of hints and the reason for the answer.
public struct Question: Sendable, Equatable {
  public let text: String
  /// What is right: an expression, a shape, or the text of one of the choices.
  public let answer: String
  public let choices: [String]
  /// Further texts that are right.
  public let accepted: [String]
  public let hints: [String]
  public let why: String?

  public init(
    text: String, answer: String, choices: [String] = [], accepted: [String] = [],
    hints: [String] = [], why: String? = nil
  ) {
    self.text = text
    self.answer = answer
    self.choices = choices
    self.accepted = accepted
    self.hints = hints
    self.why = why
  }
}
