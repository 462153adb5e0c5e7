import EpynnCore
import Testing

@testable import EpynnShell

/// Words that people bring along, and beginnings that they are used to.
@Suite struct WordTests {
  private func answers(_ lines: [String], from source: Session.Source = .prompt) -> [String] {
    var session = Session()
    return lines.map { session.respond(to: $0, from: source).text }
  }

  @Test func undoIsBack() {
    for source in [Session.Source.prompt, .script, .lesson] {
      #expect(
        answers(["run;", "undo", "undo 3"], from: source)
          == answers(["run;", "back", "back 3"], from: source))
    }
    #expect(answers(["help undo"])[0].contains("also: undo"))
  }

  @Test func theRateIsReadAndSetUnderEachOfItsNames() {
    for name in ["rate", "lr", "learning_rate", "eta", "η"] {
      let said = answers([name, "\(name) 0.5", name, "\(name) = 0.25", "\(name) * 2", "rate"])
      #expect(
        said == ["0.1\n", "rate is 0.5\n", "0.5\n", "rate is 0.25\n", "0.5\n", "0.25\n"], "\(name)")
    }
    #expect(answers(["lr 0.5 layer 1"]) == ["rate of layer 1 is 0.5\n"])
    #expect(answers(["lr W"])[0].contains("one number is wanted and this has shape (3, 2)"))
  }

  /// What it keeps is a line of a lesson.
  @Test func aWordFromElsewhereIsKeptAsItsCommand() {
    var session = Session()
    for line in ["lr 0.5", "undo", "clear"] { _ = session.respond(to: line) }
    #expect(session.recording.exchanges.map(\.line) == ["rate 0.5", "back"])
  }

  @Test func clearAsksTheWorldToClearTheScreen() {
    var session = Session()
    _ = session.respond(to: "step")
    let before = session.machine
    let response = session.respond(to: "clear")
    let asked = response.effects.contains { if case .clearScreen = $0 { true } else { false } }
    #expect(asked)
    #expect(response.text.isEmpty)
    #expect(session.machine == before)
    #expect(session.respond(to: "try clear").effects.isEmpty)
    #expect(session.respond(to: "clear", from: .lesson).hasFailed)
    #expect(session.answer("clear", in: Disk()).text.isEmpty)
    #expect(session.answer("clear", in: Disk(failingWith: .unwritable)).text.isEmpty)
  }

  @Test func aFileGoesOnBehindClear() {
    var session = Session()
    let disk = Disk(["a.epynn": "clear\nshow W\n"])
    session.surroundings = disk.surroundings
    #expect(session.answer("load a.epynn", in: disk).text.contains("W (3, 2)"))
  }

  @Test func showAllHasEveryTensorThatHasAValue() {
    let names = ["X", "W", "b", "Z", "A", "Y", "loss", "dA", "dZ", "dX", "dW", "db"]
    var session = Session()
    func shown() -> [String] {
      session.respond(to: "show all").text.split(separator: "\n")
        .filter { $0.first?.isLetter == true }.map { String($0.prefix { $0 != " " }) }
    }
    #expect(shown() == ["X", "W", "b", "Y"])
    _ = session.respond(to: "goto dA")
    #expect(shown() == ["X", "W", "b", "Z", "A", "Y", "loss"])
    _ = session.respond(to: "goto update")
    #expect(shown() == names)
    let all = session.respond(to: "show all").text
    #expect(all == names.map { session.respond(to: "show \($0)").text }.joined())
    _ = session.respond(to: "run")
    #expect(session.respond(to: "show all").text.hasSuffix("are from before the update\n"))
    for line in ["new", "show all"] {
      let said = session.respond(to: line).text
      if line == "show all" {
        #expect(said == "no value yet: 'X = …' sets the data, 'dense 2' makes a layer\n")
      }
    }
  }

  @Test func showAllIsOfTheLayerAtHand() {
    var session = Session()
    for line in ["dense 3 tanh", "dense 2", "Y = ones(4, 2)", "goto dX2", "step"] {
      _ = session.respond(to: line)
    }
    let text = session.respond(to: "show all").text
    #expect(text.contains("W2 (3, 2)"))
    #expect(!text.contains("W1"))
    _ = session.respond(to: "cover dX2")
    #expect(session.respond(to: "show all").text.contains("?"))
    _ = session.respond(to: "set notation numpy")
    #expect(session.respond(to: "show all").text.contains("W2 (3, 2)\nnp.array("))
  }

  @Test func severalNamesAreShownOneAfterTheOther() {
    let both = answers(["show W"])[0] + answers(["show b"])[0]
    for line in ["show W b", "show W, b", "print W,b", "p W  b", "show w b"] {
      #expect(answers([line]) == [both], "\(line)")
    }
    #expect(
      answers(["show W[0,1] X @ W"])[0].contains("'X' stands where an operator"), "no list")
    #expect(answers(["show W[0,1] b[0,1] m"]) == ["-1\n1\n4\n"])
    let refused = answers(["show W bb"])[0]
    #expect(refused.contains("'bb'") && !refused.contains("(3, 2)"), "\(refused)")
    #expect(answers(["show W - b"]) == answers(["W - b"]))
  }

  @Test func aQuantityMayBeTypedSmallToBeShown() {
    for quantity in Quantity.allCases where quantity.name != quantity.name.lowercased() {
      let lines = ["goto update;", "show \(quantity.name.lowercased())"]
      #expect(answers(lines)[1] == answers(["goto update;", "show \(quantity.name)"])[1])
    }
    #expect(answers(["w = 7", "show w"])[1] == "7\n")
    #expect(answers(["dense 2", "dense 3", "show w2"])[2].hasPrefix("W2 (2, 3)"))
    #expect(answers(["show W2x"])[0].contains("'W2x'"))
    #expect(answers(["cover W", "show w"])[1].contains("?"))
  }

  @Test(arguments: [
    ("reset", "'restart' stands before the first step again, 'new' empties the layer"),
    ("list", "'show steps' lists the steps, 'show all' the values there are"),
    ("shape", "'W.shape' is the shape of W, 'show shapes' has them all"),
    ("layers", "'show network' lists the layers"), ("exit()", "'quit' leaves"),
    ("quit()", "'quit' leaves"),
  ])
  func aWordFromElsewhereNamesTheCommand(word: String, meant: String) {
    for source in [Session.Source.prompt, .script, .lesson] {
      var session = Session()
      let said = session.respond(to: word, from: source)
      let words = said.text.split { $0.isWhitespace }.joined(separator: " ")
      #expect(words.hasSuffix("^ no command '\(word)'; \(meant)"), "\(words)")
      #expect(said.hasFailed && !said.wantsQuit)
    }
  }

  /// What a row names works, and no row is a command or hides one.
  @Test func everyWordFromElsewhereLeadsToSomethingThatWorks() {
    for other in OtherWord.all {
      let named = other.meant(of: "").split(separator: "'", omittingEmptySubsequences: false)
      for line in stride(from: 1, to: named.count, by: 2).map({ String(named[$0]) }) {
        var session = Session()
        #expect(!session.respond(to: line).hasFailed, "\(other.word): \(line)")
      }
      #expect(Command.exact(other.word) == nil)
      #expect(!Command.all.contains { $0.name.hasPrefix(other.word) }, "\(other.word)")
    }
    #expect(answers(["shape dZ"])[0].contains("'dZ.shape' is the shape of dZ"))
    #expect(answers(["shape X @ W"])[0].contains("'W.shape' is the shape of W"))
  }

  /// They are words that a variable may have; what a command takes is none.
  @Test func aVariableMayHaveAWordFromElsewhere() {
    #expect(answers(["list = 3", "list"]) == ["3\n", "3\n"])
    for name in ["undo", "clear", "why", "print", "exit"] {
      #expect(answers(["\(name) = 3"])[0].contains("'\(name)' has a meaning of its own here"))
    }
    #expect(answers(["help formulas"])[0].contains("can be no variable"))
  }

  /// The commands of c3f6aab, with the letters that a beginning needed there.
  private static let before: [(name: String, shortest: Int)] =
    ("step next run back redo goto restart break watch display delete show cover reveal"
    + " explain path heat new dense data seed loss rate set clip nudge mine verify predict check"
    + " bug fix try keep diff split train score plot lesson lessons progress hint solution skip"
    + " again previous leave load save history help import quit")
    .split(separator: " ").map { (String($0), 2) } + [("status", 3)]

  /// What joined the table has taken no beginning away.
  @Test func beginningsMeanWhatTheyMeant() {
    let letters = "abcdefghijklmnopqrstuvwxyz".map(String.init)
    let pairs = letters.flatMap { first in letters.map { first + $0 } }
    var compared = 0
    for beginning in pairs + pairs.flatMap({ pair in letters.map { pair + $0 } }) {
      let old = Self.before.filter {
        $0.name == beginning || beginning.count >= $0.shortest && $0.name.hasPrefix(beginning)
      }.map(\.name)
      let exact = Command.exact(beginning).map { [$0.name] }
      let now = exact ?? Command.all.filter { $0.isMeant(by: beginning) }.map(\.name)
      if old.contains(beginning) {
        #expect(now == [beginning])
      } else if old.count == 1 {
        compared += 1
        #expect(now == old, "'\(beginning)'")
      }
    }
    #expect(compared > 60)
    #expect(answers(["cl 3", "co dW", "ex dW"])[0].contains("clip"))
  }
}
