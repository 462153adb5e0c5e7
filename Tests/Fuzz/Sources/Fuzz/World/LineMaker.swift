@testable import EpynnCore
@testable import EpynnShell

/// Makes lines out of choices: what a command takes is what its signature and its completion say.
struct LineMaker {
  var choices: Choices
  let session: Session
  private var depth = 0

  init(_ choices: Choices, in session: Session) {
    self.choices = choices
    self.session = session
  }

  mutating func line() -> String {
    depth += 1
    defer { depth -= 1 }
    switch choices.next(below: depth > 3 ? 4 : 16) {
    case 0...6: return command()
    case 7...10: return assignment()
    case 11, 12: return formula()
    case 13: return ""
    case 14: return "\(line()); \(line())"
    default: return choices.text()
    }
  }

  private mutating func command() -> String {
    let command = choices.one(of: Command.all)
    var words = [choices.one(of: command.words)]
    for element in command.signature.elements {
      guard choices.next(below: 3) > (element.isRequired ? 0 : 1) else { continue }
      if let keyword = element.keyword { words.append(keyword) }
      if let slot = element.slot { words.append(value(of: slot, in: words)) }
    }
    return words.joined(separator: " ") + (choices.next(below: 8) == 1 ? ";" : "")
  }

  private mutating func value(of slot: Signature.Slot, in words: [String]) -> String {
    let grammar = slot.grammar
    var known = (grammar.table?.words() ?? []) + grammar.words
    if let arguments = Arguments(words.joined(separator: " ")) {
      let context = Grammar.Context(session: session, given: Given(arguments), isFirst: true)
      known += grammar.offers(context).map(\.text)
    }
    if !known.isEmpty, choices.next(below: 4) > 0 { return choices.one(of: known) }
    switch grammar.matching {
    case .file: return choices.one(of: Self.files)
    case .line: return line()
    case .name: return formula()
    case .word: return choices.next(below: 4) > 0 ? number() : cell()
    }
  }

  /// Files of each format that is read or written.
  private static let files =
    ["t.csv", "l.md", "s.epynn", "s.md"] + ExportFormat.all.map { "dW\($0.ending)" }

  private mutating func assignment() -> String {
    let target = choices.next(below: 2) == 0 ? name() : cell()
    return "\(target) \(choices.one(of: ["=", "+=", "-=", "*="])) \(formula())"
  }

  private mutating func formula() -> String {
    depth += 1
    defer { depth -= 1 }
    switch choices.next(below: depth > 5 ? 3 : 10) {
    case 0: return name()
    case 1: return number()
    case 2: return cell()
    case 3, 4:
      let (left, right) = (formula(), formula())
      return "(\(left) \(choices.one(of: BinaryOperator.allCases).rawValue) \(right))"
    case 5: return "\(choices.one(of: Vocabulary.functions))(\(formula()))"
    case 6: return "\(choices.one(of: Vocabulary.functions))(\(formula()), \(formula()))"
    case 7: return formula() + choices.one(of: Self.members)
    case 8: return "[[\(number()), \(number())], [\(number()), \(number())]]"
    default: return choices.one(of: Self.draws)
    }
  }

  private static let members = [
    ".T", ".sum(axis=0)", ".sum(axis=1, keepdims=True)", ".mean()", ".shape", ".shape[0]", "'",
    ".dot(W)", "[0,1]", "[:,0]", "[-1]", "[0:2]", ".copy()",
  ]

  private static let draws = [
    "np.random.randn(3, 2)", "np.random.rand(2)", "rng.normal(0, 1, (3, 2))",
    "np.random.default_rng(3)", "np.random.RandomState(1)",
  ]

  private mutating func name() -> String {
    choices.one(of: session.names.map(\.text) + ["v", "rng", "my_W"])
  }

  private mutating func cell() -> String {
    "\(name())[\(choices.one(of: ["0", "1", "2", "-1", ":"])),\(choices.one(of: ["0", "1", "-1", ":"]))]"
  }

  private mutating func number() -> String { choices.one(of: Self.numbers) }

  private static let numbers = [
    "0", "1", "2", "3", "5", "10", "40", "-1", "0.5", "0.1", "1e-3", "-2.25", "1e308", "1e-320",
    "nan", "inf", "-0.0", "99999999999999999999", "9223372036854775807",
  ]
}
