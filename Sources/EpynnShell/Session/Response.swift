/// The answer to one line.
public struct Response: Sendable, Equatable {
  /// What the line printed.
  public var output = Page()
  /// What is said where the line was refused; `nil` where all went well.
  public var complaint: Page?
  /// Whether the person wants to leave.
  public var wantsQuit = false
  /// Whether `check` or `verify` found something that does not agree.
  public var hasFailedCheck = false

  public var hasFailed: Bool { complaint != nil }

  /// All of it as text, without colour.
  public var text: String { output.text + (complaint?.text ?? "") }
}
