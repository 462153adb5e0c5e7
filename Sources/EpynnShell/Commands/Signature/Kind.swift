/// A kind of value: what may stand at its place, and how a text becomes one.
struct Kind<Value: Sendable>: Sendable {
  var grammar: Grammar
  /// The value of a text; a complaint names what wants it, a command or an option.
  let read: @Sendable (Arguments.Word, _ name: String) throws(Complaint) -> Value

  init(
    _ grammar: Grammar,
    read: @escaping @Sendable (Arguments.Word, _ name: String) throws(Complaint) -> Value
  ) {
    self.grammar = grammar
    self.read = read
  }

  func slot(named name: String) -> Signature.Slot {
    Signature.Slot(name: name, grammar: grammar) { word, title throws(Complaint) in
      _ = try read(word, title)
    }
  }
}

extension Kind where Value == String {
  /// A text that is taken as it is, for the command to read.
  static func text(_ grammar: Grammar) -> Kind<String> {
    Kind(grammar) { word, _ throws(Complaint) in word.text }
  }
}

/// A value that was given, the text it was read from, and where that stands in the line.
struct Argument<Value: Sendable>: Sendable {
  let value: Value
  let text: String
  let column: Int
}
