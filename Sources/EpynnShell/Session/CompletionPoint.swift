/// The cursor behind a command: the words that are whole, and the one that is on its way.
struct CompletionPoint {
  private let typed: String
  private let arguments: Arguments
  private let words: [Arguments.Word]
  /// The column at which the word at the cursor begins.
  private let column: Int

  init(_ typed: String, _ arguments: Arguments) {
    self.typed = typed
    self.arguments = arguments
    var splitter = WordSplitter(column: arguments.column)
    for scalar in typed.unicodeScalars.dropFirst(arguments.column) { splitter.add(scalar) }
    words = splitter.wholeWords
    column = splitter.wordColumn
  }

  /// What a signature offers here: of what matches, that which replaces least.
  func offer(by signature: Signature, in session: Session) -> Session.Offer {
    var reader = SignatureReader(signature, of: arguments)
    for word in words {
      do throws(Complaint) { try reader.take(word, isLast: false) } catch {
        return Session.Offer(column: column, suggestions: [])
      }
    }
    var offers: [Int: [Suggestion]] = [:]
    for (element, isFirst) in reader.expected where element.isShown {
      let offer = offer(of: element, isFirst: isFirst, reader, in: session).matching(typed)
      offers[offer.column, default: []] += offer.suggestions
    }
    let best = offers.filter { !$0.value.isEmpty }.max { $0.key < $1.key }
    return Session.Offer(column: best?.key ?? column, suggestions: best?.value ?? [])
  }

  private func offer(
    of element: Signature.Element, isFirst: Bool, _ reader: SignatureReader, in session: Session
  ) -> Session.Offer {
    if let keyword = element.keyword, isFirst, reader.given.words[element.id] == nil {
      return Session.Offer(
        column: column, suggestions: [Suggestion(keyword, note: element.slot?.name ?? "")])
    }
    guard let grammar = element.slot?.grammar else {
      return Session.Offer(column: column, suggestions: [])
    }
    let start = isFirst ? column : reader.given.words[element.id]?.column ?? column
    switch grammar.matching {
    case .line:
      let inner = session.offer(at: String(typed.unicodeScalars.dropFirst(start)))
      return Session.Offer(column: start + inner.column, suggestions: inner.suggestions)
    case .file:
      let path = String(typed.unicodeScalars.dropFirst(start))
      let files = session.surroundings.list(path).map { Suggestion($0) }
      let context = Grammar.Context(session: session, given: reader.given, isFirst: isFirst)
      return Session.Offer(column: start, suggestions: grammar.offers(context) + files)
    case .name:
      let name = typed.nameColumn
      // Behind an operand no name can follow, only within the word at the cursor.
      guard name > column || isFirst || reader.awaitsOperand else {
        return Session.Offer(column: name, suggestions: [])
      }
      let context = Grammar.Context(
        session: session, given: reader.given, isFirst: isFirst && name == column)
      return Session.Offer(column: name, suggestions: grammar.offers(context))
    case .word:
      let context = Grammar.Context(session: session, given: reader.given, isFirst: isFirst)
      return Session.Offer(column: column, suggestions: grammar.offers(context))
    }
  }
}
