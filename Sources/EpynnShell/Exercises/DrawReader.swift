import EpynnCore
import EpynnLessons

/// Reads a `draw:` line: `X (4, 3) 0..2; W (3, 2) -1.5..1.5 2 decimals; Y (4, 3) one-hot`.
struct DrawReader {
  private let names: TensorWords
  private let items: [Arguments.Word]

  init(_ entry: ExerciseBlock.Entry, _ names: TensorWords) {
    self.names = names
    var items: [Arguments.Word] = []
    var column = 0
    for piece in entry.value.split(separator: ";", omittingEmptySubsequences: false) {
      if !piece.trimmingSpaces.isEmpty {
        items.append(Arguments.Word(text: String(piece), column: column))
      }
      column += piece.unicodeScalars.count + 1
    }
    self.items = items
  }

  /// - Throws: a complaint about the first word that does not fit, its column within the value.
  func draws() throws(Complaint) -> [Draw] {
    try items.map(draw)
  }

  /// The columns at which a tensor is drawn.
  func columns(of name: TensorName) -> [Int] {
    items.compactMap { item in
      guard let draw = try? draw(item), draw.name == name else { return nil }
      return item.column + item.text.unicodeScalars.prefix { $0.properties.isWhitespace }.count
    }
  }

  private static let wanted = "a tensor, its shape and a range, as in X (4, 3) 0..2"

  private func draw(_ item: Arguments.Word) throws(Complaint) -> Draw {
    let words = WordSplitter.words(of: item.text, from: item.column)
    func refuse(_ word: Arguments.Word?) -> Complaint {
      Complaint(
        .badValue(word?.text ?? item.text.trimmingSpaces, of: "draw", wanted: Self.wanted),
        at: word?.column ?? item.column)
    }
    guard let first = words.first else { throw refuse(nil) }
    // `X(4, 3)` is one word.
    let bracket = first.text.firstIndex(of: "(") ?? first.text.endIndex
    let written = String(first.text[..<bracket])
    let name = try names.name(
      Arguments.Word(text: written, column: first.column), of: "draw")
    var rest = words.dropFirst()
    var size = Arguments.Word(
      text: String(first.text[bracket...]), column: first.column + written.unicodeScalars.count)
    if size.text.isEmpty {
      guard let next = rest.popFirst() else { throw refuse(nil) }
      size = next
    }
    guard let shape = Self.shape(size.text) else { throw refuse(size) }
    guard let range = rest.popFirst() else { throw refuse(nil) }
    let numbers = try numbers(range, &rest)
    if let surplus = rest.first { throw refuse(surplus) }
    do throws(ExerciseFault) { return try Draw(name, shape, numbers) } catch {
      throw Complaint(.exercise(error), at: item.column)
    }
  }

  /// `(4, 3)` with whole numbers alone.
  private static func shape(_ text: String) -> Shape? {
    guard text.hasPrefix("("), text.hasSuffix(")") else { return nil }
    let sizes = text.dropFirst().dropLast().split(separator: ",").map { $0.trimmingSpaces }
    guard sizes.count == 2, let rows = Int(whole: sizes[0]), let columns = Int(whole: sizes[1])
    else { return nil }
    return Shape(rows, columns)
  }

  private func numbers(
    _ range: Arguments.Word, _ rest: inout ArraySlice<Arguments.Word>
  ) throws(Complaint) -> Draw.Numbers {
    if ["one-hot", "onehot"].contains(range.text) { return .oneHot }
    let ends = range.text.split(separator: "..", omittingEmptySubsequences: false)
    guard ends.count == 2, let low = Self.number(ends[0]), let high = Self.number(ends[1]) else {
      throw Complaint(
        .badValue(range.text, of: "draw", wanted: "a range, as in -2..2, or one-hot"),
        at: range.column)
    }
    // The decimals of its ends are meant for what lies between.
    var decimals =
      ends.map { end in
        end.firstIndex(of: ".").map { end[$0...].count - 1 } ?? 0
      }.max() ?? 0
    if let count = rest.first, let wanted = Int(whole: count.text, in: 0...6) {
      rest = rest.dropFirst()
      guard let unit = rest.popFirst(), unit.text.hasPrefix("decimal") else {
        throw Complaint(
          .badValue(count.text, of: "draw", wanted: "a number of decimals, as in 2 decimals"),
          at: count.column)
      }
      decimals = wanted
    }
    return .range(low, high, decimals: decimals)
  }

  private static func number(_ text: Substring) -> Double? {
    guard text.allSatisfy({ "0123456789.-+".contains($0) }), let number = Double(text),
      abs(number) <= 1e6
    else { return nil }
    return number
  }
}
