import EpynnCore

/// What a card says of a step that has run.
struct CardFacts: Sendable {
  let rail: Rail
  /// The step's title, its equation and the equation's number.
  let title: String
  let number: String?
  private(set) var equations: [Chain]
  /// What was computed: the tensors of each equation.
  private(set) var computed: [CardEquation]
  /// In a network the new tensors of each layer, where it is the update.
  let updated: [[CardTensor]]
  /// What meets what; left out first where there is no room.
  private(set) var caption: [Fact]
  /// The cell that is worked out, costs, what to know about the numbers, what comes next.
  private(set) var foot: [Fact]
  /// The same in fewer lines, where they are too many.
  var simpler: [CardFacts] = []

  /// What the step writes, and nothing of how.
  var withoutFormula: CardFacts {
    var card = self
    card.computed = computed.map(\.resultAlone)
    (card.equations, card.caption, card.foot, card.simpler) = ([], [], [], [])
    return card
  }
}

/// What several steps say: a line each, then the last one's card or, where there is no room, what
/// it wrote.
struct DigestFacts: Sendable {
  /// The step, what it wrote, the shape, the equation.
  let rows: [[String]]
  /// How many rows are left out, and behind which.
  let skipped: (count: Int, behind: Int)
  let card: CardFacts
  let written: [CardTensor]
  let costs: [Fact]
  /// Said above the last card, unless that says it itself.
  let warning: [Fact]
  let isToldByCard: Bool
}

/// A cell worked out with its numbers: `Z[0,1] =`, then what follows, broken before a plus.
struct WorkedSum: Sendable {
  let parts: [String]
  let hanging: Int
}
