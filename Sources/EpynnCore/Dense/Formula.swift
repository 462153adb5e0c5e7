/// A formula of a table in the command language: the text that a person reads, and its tree.
///
/// It is parsed where the row is made, so that a formula that cannot be read is found at once, not
/// when somebody asks for it.
public struct Formula: Sendable, Equatable {
  public let text: String
  public let expression: Expression

  /// - Throws: `Failure` at the first token that does not fit; a formula of a row may call the
  ///   functions of the table, and neither an activation nor a loss.
  public init(parsing text: String) throws(Failure) {
    self.text = text
    var parser = Parser(try Lexer.tokens(of: text), callsRules: false)
    expression = try parser.wholeExpression()
  }
}

extension Formula: ExpressibleByStringLiteral {
  /// A row's formula; one that cannot be read ends the program.
  public init(stringLiteral text: String) {
    do throws(Failure) {
      try self.init(parsing: text)
    } catch {
      preconditionFailure("the formula '\(text)' of a row cannot be read: \(error)")
    }
  }
}

extension Formula: CustomStringConvertible {
  public var description: String { text }
}
