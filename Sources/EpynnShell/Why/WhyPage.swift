import EpynnCore

/// A short page on what classes ask: the reason, this layer's own numbers, what to type next.
struct WhyPage: Sendable {
  let name: String
  /// What it answers, as `why` lists it.
  let question: String
  /// Other words that ask for it: all words of one of them stand in the question.
  let aliases: [String]
  /// The quantities whose formulas it tells.
  let tells: [Quantity]
  private let body: @Sendable (WhyLayer) -> [Fact]
  /// What to type next, and what that does.
  private let lines: @Sendable (WhyLayer) -> [(typed: String, does: String)]

  init(
    _ name: String, _ question: String, aliases: [String], tells: [Quantity] = [],
    lines: @escaping @Sendable (WhyLayer) -> [(typed: String, does: String)],
    body: @escaping @Sendable (WhyLayer) -> [Fact]
  ) {
    self.name = name
    self.question = question
    self.aliases = aliases
    self.tells = tells
    self.body = body
    self.lines = lines
  }

  /// The table of pages, in the order in which they are listed.
  static let all: [WhyPage] = [
    transpose, sum, divide, keepX, zNotA, deadReLU, zeroWeights, largeRate, softmax, flatSigmoid,
    firstDX,
  ]

  /// What it says of a layer, the numbers as far as they may be seen.
  func facts(_ layer: WhyLayer) -> [Fact] {
    let isHidden = tells.compactMap(Dense.step(writing:)).contains(where: layer.seen.hides)
    let said =
      isHidden
      ? [.line("its formulas are hidden until they have run; 'predict off' shows them", indent: 2)]
      : body(layer)
        + [
          .gap,
          .listing(
            Listing(entries: lines(layer).map { .init([$0.typed], [$0.does]) }, isTyped: true)),
        ]
    return [.sentence("\(name): \(question)")] + said
  }

  /// The page that a question asks for: of those with an alias all of whose words are in it, the
  /// one with the longest.
  static func asked(by question: String) -> WhyPage? {
    let words = words(of: question)
    var best: (page: WhyPage, count: Int)?
    for page in all {
      for alias in [page.name] + page.aliases {
        let wanted = Self.words(of: alias)
        if wanted.isSubset(of: words), wanted.count > best?.count ?? 0 {
          best = (page, wanted.count)
        }
      }
    }
    return best?.page
  }

  /// The words that tell questions apart; A is the output, a an article.
  private static func words(of text: String) -> Set<String> {
    let words = text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    return Set(words.map { $0 == "A" ? $0 : $0.lowercased() }).subtracting(["a", "the", "of"])
  }
}
