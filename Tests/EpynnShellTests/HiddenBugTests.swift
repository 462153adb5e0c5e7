import EpynnCore
import TestSupport
import Testing

@testable import EpynnShell

/// `bug hidden` draws from the mistakes that the search knows, and the same number draws the same
/// one.
@Suite struct HiddenBugTests {
  private func session(
    _ lines: [String] = [], start: UInt64 = 0
  ) -> Session {
    var session = Session(surroundings: Surroundings(start: start))
    for line in lines { _ = session.respond(to: line) }
    return session
  }

  private static let network = [
    "X = [[1,2],[0.5,-1],[2,1]];", "dense 3 tanh;", "dense 2 sigmoid;", "loss BCE;",
    "Y = [[1,0],[0,1],[1,1]];",
  ]

  @Test(arguments: ["easy", "medium", "hard"])
  func theSameNumberGivesTheSameOneEverywhere(level: String) {
    for number in 1...2 {
      let line = "bug hidden \(level) \(number)"
      let bug = session([line]).machine.bug
      #expect(bug != nil && bug?.level?.rawValue == level)
      // Neither the start, nor where one stands, nor what was drawn before changes it.
      let other = session(
        ["bug random", "bug hidden", "run 1", "back", "goto dW", line], start: 99)
      #expect(other.machine.bug?.mistake == bug?.mistake)
    }
  }

  @Test func numbersAndLevelsDrawDifferentOnes() {
    func names(_ level: String, _ numbers: ClosedRange<Int>) -> Set<String> {
      Set(numbers.compactMap { session(["bug hidden \(level) \($0)"]).machine.bug?.mistake.name })
    }
    let table = Set(Mistake.all.map(\.name))
    #expect(names("easy", 1...5).count > 3)
    #expect(names("easy", 1...5).isSubset(of: table))
    #expect(!names("medium", 1...5).isSubset(of: table))
    #expect(!names("medium", 1...5).isDisjoint(with: table))
    #expect(names("hard", 1...5).contains { $0.contains("+") })
  }

  /// What is drawn is found by check in its own step, and still after the update.
  @Test(arguments: [[], network]) func checkFindsItBeforeAndAfterRun(setUp: [String]) throws {
    for level in ["medium", "hard"] {
      for number in [1, 5] {
        var session = session(setUp + ["bug hidden \(level) \(number)"])
        let bug = try #require(session.machine.bug)
        let name = bug.mistake.quantity.text(
          inLayer: bug.layer ?? 1, of: session.machine.layers.count)
        for line in ["check", "run", "check"] {
          let text = session.respond(to: line).text.split { $0.isWhitespace }.joined(separator: " ")
          guard line == "check" else { continue }
          #expect(text.contains("which writes \(bug.layer == nil ? "" : name)"), "\(text)")
          #expect(!text.contains(bug.mistake.name + " "))
        }
      }
    }
  }

  @Test func startsDifferWithoutANumberAndLessonsDoNot() {
    let bugs = (1...4).map { session(["bug hidden medium"], start: $0).machine.bug?.mistake }
    #expect(Set(bugs.map { $0?.name ?? "" }).count > 1)
    #expect(session(["bug hidden"], start: 5).machine == session(["bug hidden"], start: 5).machine)
    var lessons = Set<String>()
    for start: UInt64 in [1, 2, 3] {
      var session = session(start: start)
      lessons.insert(session.respond(to: "bug hidden", from: .lesson).text)
    }
    #expect(lessons.count == 1)
  }

  /// What is kept of a session holds the number that was drawn.
  @Test func aReplayPutsTheSameOneIn() throws {
    let disk = Disk()
    var surroundings = disk.surroundings
    surroundings.start = 7
    var session = Session(surroundings: surroundings)
    for line in ["bug hidden medium;", "run", "bug hidden hard layer 1"] {
      _ = session.answer(line, in: disk)
    }
    let bug = try #require(session.machine.bug)
    let text = session.recording.markdown(titled: "a")
    let kept = text.split(separator: "\n").filter { $0.hasPrefix("> bug") }
    #expect(kept.count == 2)
    #expect(kept[0].wholeMatch(of: /> bug hidden medium \d+;/) != nil, "\(kept)")
    #expect(kept[1].wholeMatch(of: /> bug hidden hard \d+ layer 1/) != nil, "\(kept)")
    _ = session.leave(in: disk)
    var next = disk.surroundings
    next.start = 8
    var again = Session(surroundings: next)
    #expect(!again.answer("load last", in: disk).hasFailed)
    #expect(again.machine == session.machine)
    #expect(again.machine.bug == bug)
  }

  @Test func fixTellsTheNameOnlyOfOneThatWasFound() throws {
    for level in ["easy", "medium"] {
      let hidden = session(["bug hidden \(level) 3"])
      let mistake = try #require(hidden.machine.bug?.mistake)
      var fixed = hidden
      let text = fixed.respond(to: "fix").text
      #expect(text.hasPrefix("the mistake is out, and not named; 'back' and 'fix reveal' tell"))
      #expect(!text.contains(mistake.name) && fixed.machine.bug == nil)
      _ = fixed.respond(to: "back")
      #expect(fixed.respond(to: "fix reveal").text.hasPrefix("\(mistake.name) is out: "))

      var found = hidden
      #expect(found.respond(to: "bug is rate-twice").text.hasPrefix("not rate-twice; 'check'"))
      #expect(!found.respond(to: "fix").text.contains(mistake.name))
      found = hidden
      #expect(found.respond(to: "bug is \(mistake.name)").text.hasPrefix("yes, it is "))
      #expect(found.respond(to: "fix").text.hasPrefix("\(mistake.name) is out: "))
      // Another one is not told because the first was found.
      _ = found.respond(to: "bug hidden \(level) 4")
      #expect(found.respond(to: "fix").text.hasPrefix("the mistake is out, and not named"))
    }
    var open = session(["bug slope-left-out"])
    #expect(open.respond(to: "fix").text.hasPrefix("slope-left-out is out: "))
    #expect(open.respond(to: "fix reveal").text.hasPrefix("no mistake is in"))
  }

  /// Of an edit any name is right that gives the same numbers, two names in either order.
  @Test func whatGivesTheSameNumbersIsTheSameMistake() throws {
    var (pairs, singles) = (0, 0)
    for number in 1...7 {
      var session = session(["bug hidden hard \(number)"])
      let mistake = try #require(session.machine.bug?.mistake)
      let names = mistake.edits.map(\.name)
      guard !names.isEmpty else { continue }
      if names.count == 2 { pairs += 1 } else { singles += 1 }
      for guess in [names, names.reversed()] {
        let text = session.respond(to: "bug is \(guess.joined(separator: "+"))").text
        #expect(text.hasPrefix("yes, it is \(guess.joined(separator: "+"))"), "\(text)")
      }
      if names.count == 2, names[0] != names[1] {
        #expect(session.respond(to: "bug is \(names[0])").text.hasPrefix("not \(names[0])"))
      }
    }
    #expect(pairs > 1 && singles > 1)
  }

  @Test func theListNamesEditsWhereOneMayBeIn() {
    var session = session(["bug hidden easy 1"])
    #expect(!session.respond(to: "bug").text.contains("an edit of a formula"))
    _ = session.respond(to: "bug hidden medium 1")
    let text = session.respond(to: "bug").text
    for rule in EditRule.drawn { #expect(text.contains("  \(rule.name) "), "\(rule.name)") }
    func offers(_ line: String) -> [String] {
      session.completions(of: line, upTo: line.utf8.count).1.map(\.text)
    }
    #expect(offers("bug is other-te") == ["other-tensor"])
    #expect(offers("bug hidden ") == ["easy", "medium", "hard", "layer"])
  }

  @Test func whereNothingCanBeFoundItIsSaid() {
    var empty = session(["new", "X = [[0, 0]]"])
    _ = empty.interrupt()
    for line in ["bug hidden", "bug hidden hard 3"] {
      #expect(
        empty.respond(to: line).text == "no mistake makes a difference here that could be found\n")
      #expect(empty.machine.bug == nil)
    }
  }
}
