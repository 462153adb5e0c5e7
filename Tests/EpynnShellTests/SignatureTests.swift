import EpynnCore
import Testing

@testable import EpynnShell

/// What may follow a command is declared once: parsing, usage, completion and refusals agree.
@Suite struct SignatureTests {
  /// Lines behind which words may stand that announce something, and which.
  static let places: [(line: String, words: [String])] = [
    ("goto ", ["epoch"]), ("back ", ["until"]), ("break dW ", ["if"]),
    ("explain dW[0,1] ", ["deeper"]),
    ("explain gradients (1.1) ", ["deeper"]),
    ("data t.csv ", ["columns", "label", "onehot", "scale"]),
    ("data \"my t.csv\" label y ", ["columns", "onehot", "scale"]),
    ("data iris ", ["onehot", "scale"]),
    ("rate 0.1 ", ["layer"]), ("rate 2 * 0.1 ", ["layer"]), ("set decay_k 1 ", ["layer"]),
    ("bug ", ["is"]), ("bug slope-left-out ", ["layer"]), ("bug hidden ", ["layer"]),
    ("bug hidden hard 7 ", ["layer"]), ("fix ", ["reveal"]), ("split 2 1 1 ", ["ordered"]),
    ("train 3 ", ["batch", "shuffle"]), ("train 3 batch 2 ", ["shuffle"]),
    ("train 3 shuffle ", ["batch"]), ("progress ", ["export", "name"]),
    ("progress export my t.csv ", ["replace"]), ("save my t.md ", ["replace"]),
    ("export all.npz ", ["session", "key", "torch", "replace", "blank"]),
    ("activation tanh ", ["layer"]), ("activation LRELU_alpha=1 ", ["layer"]),
    ("dense ", ["nobias"]), ("dense 2 relu ", ["nobias"]),
    ("convention pytorch ", ["off"]),
    ("plot ", ["all"]), ("show W ", ["full"]), ("vote ", ["shape"]),
    ("verify my given a.npz ", ["given", "source", "updated"]),
    ("verify a.csv given ", ["source", "updated"]),
    ("verify \"a b.npy\" updated b.csv ", ["given", "source"]),
  ]

  /// Lines that want something else first, or nothing more.
  static let otherPlaces = [
    "goto epoch ", "goto dW ", "break ", "break dW if ", "explain ", "explain dW[0,1] deeper ",
    "explain dW[0, ", "data ", "data t.csv label ", "data iris onehot scale ", "rate ",
    "rate 0.1 * ", "rate 0.1 layer ", "set ", "set precision 4 ", "bug is ",
    "bug is slope-left-out ", "bug slope-left-out layer 1 ", "bug hidden 7 layer 1 ",
    "fix reveal ", "split 2 1 ", "train ",
    "train 3 batch ", "train 3 batch 2 shuffle ", "progress export ", "progress name Ada ", "save ",
    "save my ",
    "verify ", "verify my ", "verify a.csv updated ",
    "save t.md replace ", "heat X 8x8 ", "nudge W[0,1] ", "mine dW = ", "X @ W ", "quit ",
    "train 3 fast ", "vote dW[0,1] ", "vote bug ", "vote shape dX ",
  ]

  private func offers(_ line: String, in session: Session = Session()) -> [String] {
    session.completions(of: line, upTo: line.utf8.count).1.map(\.text)
  }

  /// The words that announce something, of all commands.
  private static let keywords = Set(Command.all.flatMap(\.signature.keywords))

  @Test(arguments: places.indices) func theseWordsAreOfferedAndNoOther(place: Int) {
    let (line, words) = Self.places[place]
    let offered = offers(line)
    for word in words { #expect(offered.contains(word), "\(line): \(offered)") }
    #expect(Self.keywords.intersection(offered) == Self.keywords.intersection(words), "\(line)")
    for word in words { #expect(offers(line + word.dropLast()).contains(word), "\(line)\(word)") }
  }

  @Test(arguments: otherPlaces) func noneIsOfferedElsewhere(line: String) {
    #expect(Self.keywords.intersection(offers(line)) == [], "\(line)")
  }

  @Test(arguments: Command.all.map(\.name)) func everyWordOfASignatureHasItsPlace(name: String) {
    let signature = Command.all.first { $0.name == name }?.signature ?? []
    let offered = Self.places.filter { $0.line.hasPrefix("\(name) ") }.flatMap(\.words)
    #expect(Set(signature.keywords) == Set(offered))
  }

  @Test(arguments: Command.all.map(\.name))
  func usageDerivesFromTheSignatureAndTheExampleParses(name: String) throws {
    let command = try #require(Command.exact(name))
    let line = try #require(Arguments(command.example))
    #expect(Command.exact(line.command)?.name == name)
    let given = try command.signature.parse(line.named(name))
    #expect(given.line == command.example)
    // Each part stands in it once; what is left is the name and what shows how they go together.
    var rest = command.usage
    for element in command.signature.elements where element.isShown {
      for part in [element.keyword, element.slot?.name].compactMap(\.self) {
        let place = try #require(rest.firstRange(of: part), "\(part) in \(command.usage)")
        rest.removeSubrange(place)
      }
      for word in element.slot?.grammar.words ?? [] {
        rest.removeSubrange(try #require(rest.firstRange(of: word)))
      }
    }
    let left = rest.split { " [],".contains($0) }.filter { $0 != "or" }
    #expect(left == [Substring(name)])
  }

  /// The usage of the commands whose parts depend on each other.
  @Test(arguments: [
    ("train", "train EPOCHS [batch B] [shuffle]"), ("goto", "goto [STEP or NAME, or epoch N]"),
    ("break", "break [STEP [if EXPR]]"), ("set", "set NAME VALUE [layer K]"),
    ("save", "save FILE.md [replace]"),
    ("progress", "progress [name NAME] [export FILE.csv [replace]]"),
    ("verify", "verify FILE [given] [updated FILE] [source FILE] [TENSOR=NAME]"),
    (
      "bug",
      "bug [NAME, random or hidden [easy, medium or hard] [NUMBER] [layer K], or is NAME]"
    ), ("fix", "fix [reveal]"), ("quit", "quit"),
  ])
  func usageIsWritten(name: String, usage: String) {
    #expect(Command.exact(name)?.usage == usage)
  }

  /// A word more than the example holds is named, unless the last value takes all that follows.
  @Test(arguments: Command.all.map(\.name)) func aWordTooManyIsNamed(name: String) throws {
    let command = try #require(Command.exact(name))
    let line = try #require(Arguments(command.example + " zzz"))
    let takesRest = command.signature.elements.contains {
      $0.slot?.grammar.extent == .rest && command.signature.keywords.isEmpty
    }
    let others = [
      "explain", "export", "show", "progress", "save", "verify", "goto", "rate", "break", "plot",
      "vote",
    ]
    guard !takesRest, !others.contains(name) else { return }
    #expect {
      try command.signature.parse(line.named(name))
    } throws: { error in
      (error as? Complaint)?.problem.sentence.contains("'zzz'") == true
        && (error as? Complaint)?.column == line.column + line.text.count - 3
    }
  }

  @Test(arguments: [
    ("train", "'train' needs a number of epochs; '?train' shows how"),
    ("train 3 batch", "'batch' needs a size; '?train' shows how"),
    ("goto epoch", "'goto epoch' needs a number; '?goto' shows how"),
    ("explain dW[0,1] deeper", "'deeper' needs a number of levels; '?explain' shows how"),
    ("rate 0.1 layer", "'layer' needs a number; '?rate' shows how"),
    ("set decay_k", "'set' needs NUMBER for 'decay_k'; '?set' shows how"),
    ("data t.csv label", "'label' needs a column; '?data' shows how"),
    ("progress export", "'progress export' needs a file; '?progress' shows how"),
    ("split 2 1", "'split' needs three sizes, as in 'split 2 1 1'; '?split' shows how"),
    ("save", "'save' needs a file; '?save' shows how"),
    ("train 3 batch 2 batch 4", "no option 'batch'; there is shuffle"),
    ("rate 0.1 layer 2 4", "'4' is too much for 'rate'; '?rate' shows how"),
    ("nudge W[0,1] 0.1 0.2", "'0.2' is too much for 'nudge'; '?nudge' shows how"),
    ("data iris label 2", "no option 'label'; there are onehot and scale"),
    ("set precision 4 layer 1", "'layer' is too much for 'set'; '?set' shows how"),
    ("dense 2 relu tanh", "no initialization 'tanh'; there are"),
    ("dense sigmod", "no activation or initialization 'sigmod'; there are identity"),
    ("explain dW[0,1] deeper 21", "'21' does not work for 'deeper'; it wants 1 to 20 levels"),
    ("data boolean 0", "'0' does not work for 'data'; it wants 1 to 100000 samples"),
    ("bug hidden hrad", "no level 'hrad'; there are easy, medium and hard"),
    ("bug hidden 1.5", "'1.5' is not a whole number"), ("bug hidden -1", "'-1' is not a whole"),
    ("bug hidden medium hard", "'hard' is not a whole"),
    ("bug random 7", "no option '7'; there is layer K"),
    ("bug hidden 7 layer 2", "no layer 2"), ("fix now", "no option 'now'; there is reveal"),
    ("bug is x", "no mistake 'x'; "),
    ("bug is twice+lef-out", "no mistake 'lef-out'; did you mean"),
    ("bug is twice+", "no mistake ''; "),
    ("rate 0.1 layer 0", "'0' is not a whole number from 1 on"),
    ("save t.txt replace", "'t.txt' does not work for 'save'; it wants a name that ends in .md"),
  ])
  func whatIsMissingOrTooMuchIsSaid(line: String, sentence: String) {
    var session = Session()
    let text = session.respond(to: line).text
    let said = text.split { $0.isWhitespace || $0 == "^" }.joined(separator: " ")
    #expect(said.hasPrefix(sentence), "\(said)")
    #expect(session.machine == Session().machine)
  }

  @Test func bracketsAndQuotesHoldAWordTogether() throws {
    func words(_ line: String) -> [String] { Arguments(line)?.words.map(\.text) ?? [] }
    #expect(words("nudge W[0, 1]  0.1") == ["W[0, 1]", "0.1"])
    #expect(words("data \"my file.csv\" label y") == ["\"my file.csv\"", "label", "y"])
    #expect(words("heat X' (1 + 2) 8x8") == ["X'", "(1 + 2)", "8x8"])
    #expect(words("goto backward (3)") == ["backward", "(3)"])
    #expect(words("heat [[1, 2") == ["[[1, 2"])
    #expect(Arguments("  heat  X @ W  8x8")?.words.map(\.column) == [8, 10, 12, 15])
  }

  /// A word announces something only where what stands before it has come to an end.
  @Test func aWordWithinAFormulaOrAFilesNameIsNoOption() {
    var session = Session()
    var written: [String] = []
    for line in ["layer = 2", "rate layer", "rate 0.1 * layer", "rate layer / 8 layer 1"] {
      #expect(!session.respond(to: line).hasFailed, "\(line)")
    }
    #expect(session.respond(to: "rate 0.1 * layer").text == "rate is 0.2\n")
    for line in [
      "save replace me.md", "save my replace a.md replace", "save \"a b.md\"", "save x.md",
    ] {
      let answer = session.respond(to: line)
      #expect(!answer.hasFailed, "\(line)")
      for case .write(let draft) in answer.effects {
        written.append("\(draft.path) \(draft.replaces)")
      }
    }
    #expect(
      written
        == ["replace me.md false", "my replace a.md true", "a b.md false", "x.md false"])
  }

  @Test func valuesAreOfferedForTheirPlaceAlone() {
    var session = Session()
    for line in ["cover dW", "display cost", "dense 2 relu"] { _ = session.respond(to: line) }
    for (line, words) in [
      ("dense 2 lrelu LR", ["LRELU_alpha="]), ("dense 2 relu LR", []), ("reveal d", ["dW"]),
      ("check d", ["dA", "dZ", "dX", "dW", "db"]), ("path ", ["W"]), ("clip o", ["off"]),
      ("delete ", ["1"]), ("rate 0.1 layer ", ["1"]), ("set notation nu", ["numpy"]),
      ("predict o", ["on", "off"]), ("bug is rate", ["rate-left-out", "rate-twice"]),
      ("try dense 2 softm", ["softmax"]), ("try set decay_k 1 la", ["layer"]),
      ("train 3 batch 2 x", []), ("lessons ", []),
    ] {
      #expect(offers(line, in: session) == words, "\(line)")
    }
  }

  @Test func wholeNumbersAreReadWithinTheirRange() {
    #expect(Int(whole: "0") == 0)
    #expect(Int(whole: "\(Int.max)") == Int.max)
    #expect(Int(whole: "9223372036854775808") == nil)
    #expect(Int(whole: "-1", in: 0...Int.max) == nil)
    #expect(Int(whole: "1.0") == nil)
    #expect(UInt64(whole: "18446744073709551615") == UInt64.max)
  }
}
