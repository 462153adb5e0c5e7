import Testing

@testable import EpynnShell

/// The same lines seen and heard: two sessions, one drawn and one for a screen reader.
struct HeardScreen {
  var drawn = Session()
  var spoken = Session(screen: Screen(isSpoken: true))

  /// What a line prints for the eye and for the ear.
  mutating func answers(to line: String) -> (drawn: String, spoken: String) {
    (drawn.respond(to: line).text, spoken.respond(to: line).text)
  }

  /// What is drawn rather than said; letters, ASCII's own signs of sentences and what is typed are
  /// not.
  static func drawing(in text: String) -> [Character] {
    text.filter { character in
      if character == "|" { return true }
      guard !character.isASCII else { return false }
      let isRaised = character.unicodeScalars.contains {
        $0.properties.generalCategory == .modifierLetter
      }
      return !character.isLetter || isRaised || "ℓ𝓛".contains(character)
    }
  }

  /// The numbers of a text, minus signs included; what is heard says minus.
  static func numbers(in text: String) -> Set<Double> {
    let said = text.replacing("\n", with: " ").replacing("minus ", with: "-")
      .replacing("−", with: "-").replacing(" - ", with: " -").replacing("squared", with: "2")
      .replacing(" times 10 to the power of ", with: "e")
    let number = /-?[0-9]+(\.[0-9]+)?(e[-+]?[0-9]+)?/
    return Set(
      said.matches(of: number).compactMap { match in
        let text = String(match.output.0)
        let before = said[..<match.range.lowerBound].last
        // Between two numbers, or in a word, it is no minus.
        let isDash = before.map { $0.isLetter || $0.isNumber || ")]".contains($0) } ?? false
        return Double(isDash && text.hasPrefix("-") ? String(text.dropFirst()) : text)
      })
  }

  /// The commands that the last line of what was said names.
  static func offered(by text: String) -> [String] {
    let marks = ["what it read: ", "what it wrote: ", "the matrices: "]
    let ends = text.split(separator: "\n").enumerated().filter { _, line in
      marks.contains { line.contains($0) }
    }
    let lines = text.split(separator: "\n").map(String.init)
    return ends.flatMap { place, line in
      // A line that is broken goes on below.
      let rest =
        line.hasSuffix(",") || line.hasSuffix("show") ? lines.dropFirst(place + 1).first : nil
      return (line + " " + (rest ?? "")).replacing("; what it read: ", with: ", ")
        .replacing(", show ", with: "\nshow ").replacing(": show ", with: "\nshow ")
        .split(separator: "\n").dropFirst().map(\.trimmingSpaces)
    }
  }

  /// The lines of a drawing but those that number its columns.
  static func withoutColumnNumbers(_ text: String) -> String {
    text.split(separator: "\n").filter { line in
      let words = line.split(separator: " ")
      return !words.enumerated().allSatisfy { $1 == "\($0)" || $1 == "…" || Int($1) != nil }
        || words.first != "0"
    }.joined(separator: "\n")
  }

  /// The numbers that are seen and neither heard nor offered.
  mutating func missing(drawn: String, spoken: String) -> Set<Double> {
    var heard = Self.numbers(in: spoken)
    for command in Self.offered(by: spoken) {
      var asking = self.spoken
      heard.formUnion(Self.numbers(in: asking.respond(to: command, from: .script).text))
    }
    return Self.numbers(in: Self.withoutColumnNumbers(drawn)).subtracting(heard)
  }
}
