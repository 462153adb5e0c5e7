/// What libedit's `bind` prints of all keys.
struct BindingList {
  private typealias Line = ArraySlice<UInt8>

  private let standard: ArraySlice<Line>
  private let alternative: ArraySlice<Line>
  private let sequences: ArraySlice<Line>

  init(_ text: [UInt8]) {
    let lines = text.split(separator: UInt8(ascii: "\n"))
    // The keys stand in quotes, the headings do not.
    let starts = lines.indices.filter { lines[$0].first.map { $0 != Self.quote } ?? false }
    func part(_ place: Int) -> ArraySlice<Line> {
      guard place < starts.count else { return [] }
      let end = place + 1 < starts.count ? starts[place + 1] : lines.endIndex
      return lines[starts[place]..<end]
    }
    (standard, alternative, sequences) = (part(0), part(1), part(2))
  }

  /// Whether a key that is one character runs `command` in one of the two maps.
  func hasKey(for command: String, alternate: Bool) -> Bool {
    let ending = Self.ending(command)
    return (alternate ? alternative : standard).contains { $0.ends(with: ending) }
  }

  /// The sequences that run `command`, each in every way in which `bind` may have meant it: it
  /// prints Ctrl-A as it prints a caret and an A.
  func sequences(for command: String) -> [[Unicode.Scalar]] {
    let ending = Self.ending(command)
    return sequences.filter { $0.ends(with: ending) }.flatMap { line -> [[Unicode.Scalar]] in
      guard let end = line.dropLast(ending.count).lastIndex(of: Self.quote) else { return [] }
      let keys = String(decoding: line[..<end].dropFirst(), as: UTF8.self)
      return Self.meanings(of: Array(keys.unicodeScalars)[...]).filter { !$0.isEmpty }
    }
  }

  private static let quote = UInt8(ascii: "\"")

  private static func ending(_ command: String) -> [UInt8] { Array(("->  " + command).utf8) }

  private static func meanings(of keys: ArraySlice<Unicode.Scalar>) -> [[Unicode.Scalar]] {
    guard let first = keys.first else { return [[]] }
    let plain = meanings(of: keys.dropFirst()).map { [first] + $0 }
    guard first == "^", let second = keys.dropFirst().first, ("?"..."_").contains(second),
      let control = Unicode.Scalar(second.value ^ 0x40)
    else { return plain }
    let others = meanings(of: keys.dropFirst(2)).map { [control] + $0 }
    // More than a few carets are nobody's key.
    return Array((others + plain).prefix(64))
  }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with bytes: [UInt8]) -> Bool {
    count > bytes.count && suffix(bytes.count).elementsEqual(bytes)
  }
}
