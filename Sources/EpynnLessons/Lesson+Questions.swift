extension Lesson {
  /// What the questions among items are called in a list of them, by their items: their texts on
  /// one line, with a number behind one that is asked again.
  static func questionNames(of items: [Item]) -> [Int: String] {
    var counts: [String: Int] = [:]
    var names: [Int: String] = [:]
    for (index, item) in items.enumerated() {
      guard case .question(let question) = item.content else { continue }
      let text = question.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let scalars = text.unicodeScalars
      let name =
        scalars.count > nameLimit
        ? String(String.UnicodeScalarView(scalars.prefix(nameLimit - 1))) + "…" : text
      let count = (counts[name] ?? 0) + 1
      counts[name] = count
      names[index] = count == 1 ? name : "\(name) (\(count))"
    }
    return names
  }

  /// The most scalars of a name, the number left out.
  private static let nameLimit = 190
}
