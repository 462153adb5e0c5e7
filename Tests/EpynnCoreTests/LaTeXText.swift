/// A formula in LaTeX, read as TeX would: what it would refuse is an error.
struct LaTeXText {
  /// The rows of each matrix, by their number of cells.
  private(set) var matrices: [[Int]] = []
  private var rest: Substring

  enum Refusal: Error, Equatable {
    case unbalanced(String)
    case doubleScript(Character)
    case outsideOfMatrix(String)
    case special(Character)
  }

  init(_ text: String) throws(Refusal) {
    rest = text[...]
    try sequence(closedBy: nil)
  }

  private mutating func sequence(closedBy end: String?) throws(Refusal) {
    var scripts: Set<Character> = []
    while let character = rest.popFirst() {
      switch character {
      case "{":
        try sequence(closedBy: "}")
        scripts = []
      case "}":
        guard end == "}" else { throw .unbalanced("}") }
        return
      case "^", "_":
        guard scripts.insert(character).inserted else { throw .doubleScript(character) }
        try argument()
      case "'":
        guard scripts.insert("^").inserted else { throw .doubleScript("^") }
      case "&": try inMatrix("&") { $0[$0.count - 1] += 1 }
      case "\\":
        let command = command()
        switch command {
        case "\\": try inMatrix("\\\\") { $0.append(1) }
        case "begin":
          let name = try group()
          if name == "array" { _ = try group() }
          guard ["array", "bmatrix"].contains(name) else { throw .unbalanced(name) }
          open.append([1])
          try sequence(closedBy: name)
        case "end":
          let name = try group()
          guard name == end else { throw .unbalanced(name) }
          matrices.append(open.removeLast())
          return
        case "left", "right":
          brackets += command == "left" ? 1 : -1
          guard brackets >= 0, rest.popFirst() != nil else { throw .unbalanced(command) }
        default: break
        }
        scripts = []
      case "#", "%", "$", "~": throw .special(character)
      case " ": break
      default: scripts = []
      }
    }
    guard end == nil, brackets == 0 else { throw .unbalanced(end ?? "left") }
  }

  /// The matrices that are not closed yet.
  private var open: [[Int]] = []
  private var brackets = 0

  private mutating func inMatrix(
    _ sign: String, _ change: (inout [Int]) -> Void
  ) throws(Refusal) {
    guard var rows = open.popLast() else { throw .outsideOfMatrix(sign) }
    change(&rows)
    open.append(rows)
  }

  /// The letters behind a backslash, or the one sign.
  private mutating func command() -> String {
    let letters = rest.prefix { $0.isLetter && $0.isASCII }
    let name = letters.isEmpty ? rest.prefix(1) : letters
    rest = rest.dropFirst(name.count)
    return String(name)
  }

  private mutating func argument() throws(Refusal) {
    guard let first = rest.popFirst(), first != "}" else { throw .unbalanced("argument") }
    if first == "{" { try sequence(closedBy: "}") }
  }

  /// What stands in the next pair of braces.
  private mutating func group() throws(Refusal) -> String {
    guard rest.popFirst() == "{" else { throw .unbalanced("{") }
    var depth = 1
    var text = ""
    while let character = rest.popFirst() {
      depth += character == "{" ? 1 : character == "}" ? -1 : 0
      if depth == 0 { return text }
      text.append(character)
    }
    throw .unbalanced("{")
  }
}
