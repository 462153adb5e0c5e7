import EpynnCore

/// What `bug hidden` is told: how hard, which one, and where.
struct HiddenBug {
  let level: Bug.Level?
  let number: UInt64?
  let layer: Int?

  /// The numbers that a draw without one takes: short enough to be said aloud.
  static let numbers = 1.0...9999

  /// The line that puts the same one in again.
  func line(_ number: UInt64) -> String {
    ["bug hidden", level?.rawValue, "\(number)", layer.map { "layer \($0)" }]
      .compactMap(\.self).joined(separator: " ")
  }
}

extension Session {
  /// Puts a mistake in whose name is to be found.
  mutating func hideBug(_ wanted: HiddenBug, at column: Int) throws(Complaint) {
    if let layer = wanted.layer {
      do throws(Fault) { _ = try machine.place(ofLayer: layer) } catch {
        throw Complaint(.core(error), at: column)
      }
    }
    let number = wanted.number ?? drawNumber()
    let line = wanted.line(number)
    let space = BugSpace(
      machine, layer: wanted.layer, isInterrupted: surroundings.isInterrupted)
    guard let bug = space.bug(wanted.level ?? .easy, number: number) else {
      return say("no mistake makes a difference here that could be found")
    }
    try edit(line, column: column) { machine throws(Fault) in
      try machine.set(bug: bug)
      return []
    }
    // Where the same one is named, in a file, what is drawn after it is the same too.
    aids.mistakesDrawn += 1
    // What runs again, in a file or at the next start, puts in the same one.
    recordAgain(line)
    say(
      "a mistake is in, number \(number); find it with check, explain and nudge, then"
        + " 'bug is NAME'")
    sayNext()
  }

  /// Another one at each start of the program, but in a lesson, which is the same for everyone.
  private func drawNumber() -> UInt64 {
    let place = [aids.mistakesDrawn, machine.iteration, machine.position].map(UInt64.init)
    var generator = RandomGenerator(
      seeds: [isRecorded ? surroundings.start : 0, machine.seed] + place)
    let range = HiddenBug.numbers
    return UInt64(generator.uniform(range.lowerBound, range.upperBound + 1))
  }

  mutating func guess(_ guess: String) throws(Complaint) {
    guard let bug = machine.bug else { return say("no mistake is in; 'bug hidden' puts one in") }
    let isRight =
      guess == bug.mistake.name || bug.isHidden && BugSpace(machine).names(of: bug).contains(guess)
    guard isRight else {
      return say("not \(guess); 'check' names the first step that is wrong")
    }
    aids.bugFound = bug
    aids.named = NamedMistake(bug.mistake, layer: bug.layer, in: machine) ?? aids.named
    let called = guess == bug.mistake.name ? "" : ", the same here as \(bug.mistake.name)"
    say(
      "yes, it is \(guess)\(called): \(bug.mistake.sentence(in: machine)). 'fix' takes it out,"
        + " 'another' asks that step on other numbers")
  }
}

extension Kind where Value == String {
  /// The name of a row of the table, or of one edit or two.
  static var mistakeName: Kind<String> {
    let names = Mistake.all.map(\.name)
    let edits = EditRule.drawn.map(\.name)
    var grammar = Grammar(wanted: "a name")
    grammar.offers = { context in
      let level = context.session.machine.bug?.level ?? .easy
      let offered = names + (level == .easy ? [] : edits.filter { !names.contains($0) })
      return offered.map { Suggestion($0) }
    }
    return Kind(grammar) { word, _ throws(Complaint) in
      let known = names + edits
      for part in word.text.split(separator: "+", omittingEmptySubsequences: false)
      where !known.contains(String(part)) {
        let nearest = Nearest.match(for: String(part), among: known)
        throw Complaint(.unknownMistake(String(part), nearest: nearest), at: word.column)
      }
      return word.text
    }
  }
}

extension Kind where Value == Bug.Level {
  static var level: Kind<Bug.Level> {
    let words = Bug.Level.allCases.map(\.rawValue)
    var kind = Kind.word("level", among: Bug.Level.allCases, name: \.rawValue) {
      Bug.Level(rawValue: $0)
    }
    kind.grammar.words = Array(words.dropFirst())
    // What begins as a number is meant for one.
    return kind.meant { $0.first.map { !$0.isNumber && !"+-.".contains($0) } ?? false }
  }
}

extension Kind where Value == UInt64 {
  static var bugNumber: Kind<UInt64> {
    Kind(Grammar(wanted: "a number")) { word, _ throws(Complaint) in
      guard let number = UInt64(whole: word.text) else {
        throw Complaint(.notAWholeNumber(word.text), at: word.column)
      }
      return number
    }
  }
}
