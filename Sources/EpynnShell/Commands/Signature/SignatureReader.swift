/// Reads the words of a line by a signature, one after the other; what may come next is known at
/// each of them, for parsing and for completion alike.
struct SignatureReader {
  typealias Element = Signature.Element

  private let signature: Signature
  private let arguments: Arguments
  private(set) var given: Given
  /// The element whose value the next word begins, or may go on with.
  private var open: Element?
  /// The last word of an open value; `nil` where none has come yet.
  private var previous: Arguments.Word?
  /// Where the values that take the rest end.
  private var ends: [String: Int] = [:]

  init(_ signature: Signature, of arguments: Arguments) {
    self.signature = signature
    self.arguments = arguments
    let command = arguments.command
    given = Given(
      arguments,
      titles: Dictionary(
        signature.elements.map { ($0.id, signature.title(of: $0, in: command)) },
        uniquingKeysWith: { first, _ in first }))
  }

  /// Takes the next word.
  ///
  /// - Throws: a complaint where nothing may stand there that it could be.
  mutating func take(_ word: Arguments.Word, isLast: Bool) throws(Complaint) {
    if let open {
      guard let previous, ends(open, before: word, after: previous, isLast: isLast) else {
        return fill(open, with: word)
      }
      self.open = nil
    }
    if let announced = free.first(where: { $0.keyword == word.text }) {
      given.words[announced.id] = word
      open = announced.slot == nil ? nil : announced
      previous = nil
    } else if let place = place(for: word.text) {
      fill(place, with: word)
    } else {
      throw Complaint(refusal(of: word.text), at: word.column)
    }
  }

  /// All that was given, each value checked.
  ///
  /// - Throws: a complaint about what is missing or no such value.
  mutating func finish() throws(Complaint) -> Given {
    if let open, previous == nil, let slot = open.slot {
      throw missing(slot, of: open)
    }
    for element in signature.elements where element.isRequired && isFree(element) {
      if let slot = element.slot { throw missing(slot, of: element) }
    }
    for (id, end) in ends {
      if let start = given.words[id]?.column {
        given.words[id] = arguments.word(from: start, to: end)
      }
    }
    for element in signature.elements {
      if let slot = element.slot, let word = given.words[element.id] {
        try slot.check(word, given.titles[element.id] ?? given.command)
      }
    }
    return given
  }

  /// What the next word may belong to, and whether it would be the first of it.
  var expected: [(element: Element, isFirst: Bool)] {
    guard let open else { return next.map { ($0, true) } }
    guard previous != nil else { return [(open, true)] }
    return [(open, false)] + (awaitsOperand ? [] : next.map { ($0, true) })
  }

  /// Whether the value that is open has not come to an end.
  var awaitsOperand: Bool {
    guard let open, let previous else { return false }
    return open.slot?.grammar.mayEnd(previous.text) == false
  }

  /// The elements that may begin here.
  private var next: [Element] {
    let required = signature.elements.first { $0.isRequired && isFree($0) }
    return free.filter { !$0.isPositional || required == nil || $0.id == required?.id }
  }

  private mutating func fill(_ element: Element, with word: Arguments.Word) {
    let isBegun = open?.id == element.id && previous != nil
    if !isBegun { given.words[element.id] = word }
    guard element.slot?.grammar.extent == .rest else {
      open = nil
      return
    }
    open = element
    previous = word
    ends[element.id] = word.end
  }

  /// Whether a value that takes the rest ends before a word, which announces something else.
  private func ends(
    _ element: Element, before word: Arguments.Word, after previous: Arguments.Word, isLast: Bool
  ) -> Bool {
    let follower = free.first {
      if let keyword = $0.keyword { keyword == word.text } else { isMeant(word.text, for: $0) }
    }
    guard let follower else { return false }
    return follower.slot == nil && isLast || element.slot?.grammar.mayEnd(previous.text) == true
  }

  /// The elements that were not given and may be.
  private var free: [Element] {
    let isComplete = !signature.elements.contains { $0.isRequired && isFree($0) }
    return signature.elements.filter { element in
      isFree(element)
        && (element.isPositional || (element.replaced == nil ? isComplete : given.words.isEmpty))
    }
  }

  private func isFree(_ element: Element) -> Bool {
    given.words[element.id] == nil && element.isAllowed(given)
      && element.before.map { given.words[$0] != nil } ?? true
      && !signature.elements.contains {
        $0.replaced == element.id && given.words[$0.id] != nil
      }
  }

  private func place(for word: String) -> Element? {
    let places = free.filter(\.isPositional)
    return places.first(where: \.isRequired) ?? places.first { isMeant(word, for: $0) }
  }

  private func isMeant(_ word: String, for element: Element) -> Bool {
    element.slot?.grammar.isMeant(word) == true
  }

  private func refusal(of word: String) -> Problem {
    let tables = free.filter(\.isPositional).compactMap(\.slot?.grammar.table)
    if !tables.isEmpty {
      return .unknownWord(
        word, kind: tables.map(\.kind).joined(separator: " or "),
        known: tables.flatMap { $0.words() })
    }
    let options = free.filter { !$0.isPositional && $0.isShown }
    guard !options.isEmpty else { return .surplus(word, after: given.command) }
    return .unknownWord(word, kind: "option", known: options.map(\.usage))
  }

  private func missing(_ slot: Signature.Slot, of element: Element) -> Complaint {
    let title = given.titles[element.id] ?? given.command
    return Complaint(.missing(slot.grammar.wanted(given), in: title, help: given.command))
  }
}

extension Signature {
  /// What complaints call an element: the word that announces it, behind the command where it may
  /// be the first, else the command.
  fileprivate func title(of element: Element, in command: String) -> String {
    guard let keyword = element.keyword else { return command }
    let isFirst =
      element.before == nil
      && (element.replaced != nil || !elements.contains(where: \.isRequired))
    return isFirst ? "\(command) \(keyword)" : keyword
  }
}
