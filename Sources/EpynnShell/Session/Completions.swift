import EpynnCore
import EpynnData

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
    let arguments = Arguments(typed)
    let command = arguments.flatMap { Command.exact($0.command) }
    if let command, command.takesFile, let arguments,
      typed.utf8.count > arguments.command.utf8.count
    {
      let start = typed.utf8.count - arguments.text.utf8.count
      let inside = Self.names(on: command.takes).filter { $0.text.hasPrefix(arguments.text) }
      return (start, inside + surroundings.list(arguments.text).map { Suggestion($0) })
    }
    let word = String(
      typed.reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" }.reversed())
    let hyphened = String(
      typed.reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }.reversed())
    // In a formula a hyphen is a minus sign; in a name of ours, as that of a mistake, it is not.
    if hyphened != word {
      let found = suggestions(for: hyphened, in: typed).filter { $0.text.contains("-") }
      if !found.isEmpty { return (typed.utf8.count - hyphened.utf8.count, found) }
    }
    return (typed.utf8.count - word.utf8.count, suggestions(for: word, in: typed))
  }

  /// What may complete the word that a line ends with.
  private func suggestions(for word: String, in typed: String) -> [Suggestion] {
    candidates(after: typed.dropLast(word.count).trimmingSpaces)
      .filter { $0.text.hasPrefix(word) }
  }

  /// What a command takes by name beside files.
  private static func names(on operand: Command.Operand) -> [Suggestion] {
    guard case .files(let shelf) = operand else { return [] }
    switch shelf {
    case .data: return BuiltInData.allCases.map { Suggestion($0.rawValue, note: $0.summary) }
    case .lessons: return LessonLibrary.names.map { Suggestion($0) }
    case nil: return []
    }
  }

  private func candidates(after before: String) -> [Suggestion] {
    guard !before.isEmpty else { return commands + names }
    let words = before.split(separator: " ").map(String.init)
    guard let command = Command.exact(words[0]) else { return names + functions }
    // Of most commands only the first word is of a kind of its own.
    let isFirst = words.count == 1
    switch command.takes {
    case .steps where isFirst: return steps
    case .stepsAndFormulas where isFirst: return steps + names
    case .topics where isFirst: return HelpTopic.names.map { Suggestion($0) }
    case .views where isFirst:
      return names + View.all.map { Suggestion($0.name, note: $0.summary) } + functions
    case .settings where isFirst:
      return
        Setting.all.map { Suggestion($0.name, note: $0.values) }
        + LearningSetting.all.map { Suggestion($0.name, note: $0.values) }
    case .settings where words.count == 2:
      return
        (Setting.named(words[1])?.words ?? LearningSetting.named(words[1])?.words ?? [])
        .map { Suggestion($0) }
    case .words(let known) where !isFirst: return known.map { Suggestion($0) }
    case .mistakes where isFirst || words.last == "is":
      return Mistake.all.map { Suggestion($0.name) }
        + (isFirst ? ["random", "hidden", "is"].map { Suggestion($0) } : [])
    case .losses where isFirst: return Loss.all.map { Suggestion($0.name, note: $0.title) }
    case .layers:
      return Activation.Rule.all.map { Suggestion($0.name) }
        + Initialization.allCases.map { Suggestion($0.rawValue) }
    default: return names + functions
    }
  }

  private var commands: [Suggestion] { Command.all.map { Suggestion($0.name, note: $0.arguments) } }

  private var names: [Suggestion] {
    Vocabulary.names.map { name in
      let value = Quantity(rawValue: name).flatMap { machine.value(of: $0, layer: currentLayer) }
      return Suggestion(name, note: value.map { "\($0.matrix.shape)" } ?? "")
    }
      + numberedNames
      + machine.variables.sorted { $0.key < $1.key }.map {
        Suggestion($0.key, note: "\($0.value.shape)")
      }
  }

  /// `W2`, `dX1`: in a network each layer's own.
  private var numberedNames: [Suggestion] {
    guard machine.layers.count > 1 else { return [] }
    return machine.layers.indices.flatMap { index in
      Quantity.allCases.filter { !$0.belongsToNetwork }.map { quantity in
        let shape = machine.value(of: quantity, layer: index + 1)?.matrix.shape
        return Suggestion("\(quantity.name)\(index + 1)", note: shape.map { "\($0)" } ?? "")
      }
    }
  }

  private var functions: [Suggestion] { Vocabulary.functions.map { Suggestion($0 + "(") } }

  private var steps: [Suggestion] {
    machine.stops.map { Suggestion($0.name, note: $0.label) }
  }
}
