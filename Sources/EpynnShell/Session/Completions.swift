import Paths

/// A word that may stand at the cursor, and what is said beside it in the list.
public struct Suggestion: Sendable, Equatable {
  public let text: String
  public let note: String

  public init(_ text: String, note: String = "") {
    self.text = text
    self.note = note
  }
}

extension Session {
  /// What may complete the word before the cursor, and where in the line it begins, in bytes.
  public func completions(of line: String, upTo cursor: Int) -> (start: Int, [Suggestion]) {
    let typed = String(decoding: Array(line.utf8).prefix(cursor), as: UTF8.self)
    let offer = offer(at: typed)
    let replaced = typed.unicodeScalars.dropFirst(offer.column)
    let suggestions = offer.suggestions.map {
      look.isSpoken ? Suggestion($0.text, note: Speaker.said($0.note)) : $0
    }
    return (typed.utf8.count - String(replaced).utf8.count, suggestions)
  }

  /// Suggestions, and the column from which on they replace what was typed.
  struct Offer {
    var column: Int
    var suggestions: [Suggestion]
  }

  func offer(at typed: String) -> Offer {
    if let arguments = Arguments(typed), typed.unicodeScalars.count > arguments.commandEnd,
      let command = arguments.calledCommand
    {
      return CompletionPoint(typed, arguments.named(command.name)).offer(
        by: command.signature, in: self)
    }
    let column = typed.nameColumn
    let isFirst = typed.unicodeScalars.prefix(column).allSatisfy(\.properties.isWhitespace)
    let known = isFirst ? commands + names : names + functions
    return Offer(column: column, suggestions: known).matching(typed)
  }
}

extension Session.Offer {
  /// The same without what does not go on as was typed.
  func matching(_ typed: String) -> Session.Offer {
    let begun = String(typed.unicodeScalars.dropFirst(column))
    return Session.Offer(
      column: column, suggestions: suggestions.filter { $0.text.begins(with: begun) })
  }
}

extension String {
  /// The column at which the name at its end begins.
  var nameColumn: Int {
    let name = reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    return unicodeScalars.count - String(name.reversed()).unicodeScalars.count
  }
}
