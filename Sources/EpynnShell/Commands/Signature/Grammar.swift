/// What is known of a kind of value before it is read: how much of a line it takes, what may stand
/// there, and what is said where it is missing.
struct Grammar: Sendable {
  /// What is needed behind what was given, as in "'train' needs a number of epochs".
  var wanted: @Sendable (Given) -> String
  /// The words that may stand there beside what the place is called for: `random`, `off`.
  var words: [String] = []
  var extent = Extent.word
  var matching = Matching.word
  /// The table whose words alone may stand there.
  var table: Table?
  /// Whether a word is meant for this place rather than for another that is free too.
  var isMeant: @Sendable (String) -> Bool = { _ in true }
  /// Whether a value may end with this word, so that what announces another may follow.
  var mayEnd: @Sendable (String) -> Bool = { _ in true }
  /// What completion offers.
  var offers: @Sendable (Context) -> [Suggestion] = { _ in [] }

  init(wanted: String) { self.wanted = { _ in wanted } }

  /// What one of its words is called, and all of them.
  struct Table: Sendable {
    let kind: String
    let words: @Sendable () -> [String]
  }

  /// How much of a line belongs to the value.
  enum Extent: Sendable {
    /// A word; brackets and quotes hold one together.
    case word
    /// Everything, up to a word that announces something else.
    case rest
  }

  /// What completion completes.
  enum Matching: Sendable {
    /// The word before the cursor.
    case word
    /// The letters before the cursor, which may stand within a formula.
    case name
    /// A path, which may hold spaces where the value does.
    case file
    /// A line within the line.
    case line
  }

  /// What offers depend on.
  struct Context {
    let session: Session
    let given: Given
    /// Whether the value has only begun.
    let isFirst: Bool
  }
}
