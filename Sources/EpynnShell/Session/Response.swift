/// The answer to one line.
public struct Response: Sendable {
  /// What the line printed.
  public var output = Page()
  /// What is said where the line was refused; `nil` where all went well.
  public var complaint: Page?
  /// What the answer asks of the world; `answer` has it done.
  var effects: [Effect] = []
  /// Whether the person wants to leave.
  public var wantsQuit = false
  /// Whether `check` or `verify` found something that does not agree.
  public var hasFailedCheck = false

  public var hasFailed: Bool { complaint != nil }

  /// All of it as text, without colour.
  public var text: String { output.text + (complaint?.text ?? "") }

  mutating func take(_ turn: Turn) {
    output = turn.output
    effects = turn.effects
    wantsQuit = turn.wantsQuit
    hasFailedCheck = turn.hasFailedCheck
  }

  /// Adds what came after it.
  mutating func append(_ next: Response) {
    output.lines += next.output.lines
    complaint = complaint ?? next.complaint
    effects += next.effects
    wantsQuit = wantsQuit || next.wantsQuit
    hasFailedCheck = hasFailedCheck || next.hasFailedCheck
  }
}
