/// The header of a `.npy` file: a Python dictionary of three keys.
struct NPYHeader {
  private(set) var type = ""
  private(set) var isFortran = false
  private(set) var shape: [Int] = []

  init(_ text: String) throws(DataFault) {
    var rest = Substring(text).drop { $0.isWhitespace }
    var keys: Set<String> = []
    guard rest.popFirst() == "{" else { throw DataFault(.badHeader) }
    while true {
      rest = rest.drop { $0.isWhitespace || $0 == "," }
      if rest.first == "}" { break }
      let key = try Self.string(&rest)
      rest = rest.drop { $0.isWhitespace }
      guard rest.popFirst() == ":", keys.insert(key).inserted else { throw DataFault(.badHeader) }
      rest = rest.drop { $0.isWhitespace }
      switch key {
      case "descr":
        // A list of fields describes records, not numbers.
        guard rest.first != "[" else { throw DataFault(.unknownType("a record")) }
        type = try Self.string(&rest)
      case "fortran_order": isFortran = try Self.truth(&rest)
      case "shape": shape = try Self.sizes(&rest)
      default: throw DataFault(.badHeader)
      }
    }
    guard keys.count == 3 else { throw DataFault(.badHeader) }
  }

  private static func string(_ rest: inout Substring) throws(DataFault) -> String {
    guard let quote = rest.popFirst(), quote == "'" || quote == "\"",
      let end = rest.firstIndex(of: quote)
    else { throw DataFault(.badHeader) }
    defer { rest = rest[rest.index(after: end)...] }
    return String(rest[..<end])
  }

  private static func truth(_ rest: inout Substring) throws(DataFault) -> Bool {
    for (word, value) in [("True", true), ("False", false)] where rest.hasPrefix(word) {
      rest = rest.dropFirst(word.count)
      return value
    }
    throw DataFault(.badHeader)
  }

  private static func sizes(_ rest: inout Substring) throws(DataFault) -> [Int] {
    guard rest.popFirst() == "(", let end = rest.firstIndex(of: ")") else {
      throw DataFault(.badHeader)
    }
    var sizes: [Int] = []
    for part in rest[..<end].split(separator: ",") {
      let digits = part.filter { !$0.isWhitespace }
      if digits.isEmpty { continue }
      guard digits.allSatisfy(\.isNumber), let size = Int(digits), size < 1 << 40 else {
        throw DataFault(.badHeader)
      }
      sizes.append(size)
    }
    rest = rest[rest.index(after: end)...]
    return sizes
  }
}
