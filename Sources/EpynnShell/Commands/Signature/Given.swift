/// What a line gives a command, part by part.
struct Given: Sendable {
  let command: String
  /// All that follows the command, and where it begins.
  let text: String
  let column: Int
  /// The words by the part that they belong to; a flag has its own.
  var words: [String: Arguments.Word] = [:]
  /// What complaints call a part.
  let titles: [String: String]

  init(_ arguments: Arguments, titles: [String: String] = [:]) {
    command = arguments.command
    text = arguments.text
    column = arguments.column
    self.titles = titles
  }

  /// The line, under the command's full name.
  var line: String { text.isEmpty ? command : "\(command) \(text)" }

  subscript<Value>(part: Positional<Value>) -> Argument<Value> {
    get throws(Complaint) {
      guard let argument = try argument(part.element, part.kind) else {
        throw Complaint(.missing(part.kind.grammar.wanted(self), in: command))
      }
      return argument
    }
  }

  subscript<Value>(part: OptionalPositional<Value>) -> Argument<Value>? {
    get throws(Complaint) { try argument(part.element, part.kind) }
  }

  subscript<Value>(part: Option<Value>) -> Argument<Value>? {
    get throws(Complaint) { try argument(part.element, part.kind) }
  }

  subscript(flag: Flag) -> Bool { words[flag.element.id] != nil }

  /// What was typed for a part; `nil` where it was left out.
  func text(of part: some SignaturePart) -> String? { words[part.element.id]?.text }

  private func argument<Value>(
    _ element: Signature.Element, _ kind: Kind<Value>
  ) throws(Complaint) -> Argument<Value>? {
    guard let word = words[element.id] else { return nil }
    let value = try kind.read(word, titles[element.id] ?? command)
    return Argument(value: value, text: word.text, column: word.column)
  }
}
