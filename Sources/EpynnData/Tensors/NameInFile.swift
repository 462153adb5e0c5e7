import EpynnCore

/// What a name in a file means by itself: `dW2`, `W_1`, `W1_new`, `fc1.weight.grad`.
struct NameInFile {
  let quantity: Quantity
  /// The layer's number as the file counts it.
  let number: Int?
  /// Whether it is the last layer's, or one that it does not say.
  var (isLast, isOfSomeLayer) = (false, false)
  /// Whether it is W or b after the update.
  let isUpdated: Bool
  /// Whether it is the program's own name, so that nothing need be said of it.
  var isExact = false
  var hasUnitsFirst = false

  /// `nil` where it means no tensor.
  init?(_ name: String) {
    if let (quantity, number, isUpdated, isExact) = Self.plain(name) {
      self.quantity = quantity
      self.number = number
      self.isUpdated = isUpdated
      self.isExact = isExact
      return
    }
    guard let parts = NameParts(name), let (word, holders) = Self.word(in: parts) else {
      return nil
    }
    let row = parts.isGradient ? word.gradient : word
    guard let row, !parts.isUpdated || row.quantity == .w || row.quantity == .b else { return nil }
    quantity = row.quantity
    number = parts.number
    isUpdated = parts.isUpdated
    // A parameter of a module, not an array that is called weight.
    hasUnitsFirst = row.hasUnitsFirst && name.lowercased().contains(".weight")
    isLast = row.isLast || holders.contains(where: TensorWord.lastHolders.contains)
    isOfSomeLayer = !holders.isEmpty && number == nil && !isLast
  }

  /// The program's own names, with `_` anywhere, and `new` or `updated` at either end.
  private static func plain(_ name: String) -> (Quantity, Int?, isUpdated: Bool, isExact: Bool)? {
    // W1_2 is no W12.
    guard NameParts(name) != nil else { return nil }
    let plain = name.replacing("_", with: "")
    let word = ["new", "updated"].first { plain.hasPrefix($0) || plain.hasSuffix($0) }
    let bare = word.map {
      String(plain.hasPrefix($0) ? plain.dropFirst($0.count) : plain.dropLast($0.count))
    }
    guard let (quantity, number) = Vocabulary.quantity(bare ?? plain),
      word == nil || quantity == .w || quantity == .b
    else { return nil }
    let isExact = name.contains(bare ?? plain) && (word != nil || name == plain)
    return (quantity, number, word != nil, isExact)
  }

  /// The longest row of the table that the words end in, and the words before it.
  private static func word(in parts: NameParts) -> (TensorWord, holders: ArraySlice<String>)? {
    let words = parts.words
    for start in words.indices {
      let joined = words[start...].joined()
      let row =
        TensorWord.named(joined)
        ?? (joined.lowercased().hasPrefix("d")
          ? TensorWord.named(String(joined.dropFirst()))?.gradient : nil)
      guard let row else { continue }
      let holders = words[..<start].map { $0.lowercased() }
      let known = TensorWord.holders.union(TensorWord.lastHolders)
      return holders.allSatisfy(known.contains) ? (row, holders[...]) : nil
    }
    return nil
  }
}
