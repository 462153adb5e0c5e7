/// A row of the command table: everything that is known of a command.
///
/// It has more than ten properties since it is a row: each is a fact of its own, read by help,
/// parsing, completion, lessons or `save`.
struct Command: Sendable {
  let name: String
  /// The fixed short form.
  let short: String?
  /// Other full names: what people know from elsewhere, or paste.
  let aliases: [String]
  let group: Group
  /// What may follow.
  let signature: Signature
  let example: String
  /// Whether a lesson's own lines may use it.
  let isForLessons: Bool
  /// Whether a saved session holds it: not what leads, looks back, or is written out.
  let isRecorded: Bool
  /// Whether it leads through a lesson, rather than being a line of one.
  let steersLessons: Bool
  /// Reads a line by the signature and runs it.
  let action: @Sendable (inout Session, Arguments) throws(Complaint) -> Void
  /// Of how many letters a beginning must be: what people were used to type before it came stays
  /// theirs.
  private let shortestBeginning: Int
  /// Made when asked for: they may list other tables, of which a start needs nothing.
  private let texts: @Sendable () -> (summary: String, details: [String])

  init(
    _ name: String, short: String? = nil, aliases: [String] = [], _ group: Group,
    takes signature: Signature = [],
    _ summary: @autoclosure @escaping @Sendable () -> String, example: String,
    details: @autoclosure @escaping @Sendable () -> [String] = [],
    isForLessons: Bool = true, isRecorded: Bool = true, steersLessons: Bool = false,
    shortestBeginning: Int = 2,
    body: @escaping @Sendable (inout Session, Given) throws(Complaint) -> Void
  ) {
    self.name = name
    self.short = short
    self.aliases = aliases
    self.group = group
    self.signature = signature
    self.shortestBeginning = shortestBeginning
    self.example = example
    texts = { (summary(), details()) }
    self.isForLessons = isForLessons
    self.steersLessons = steersLessons || group == .lessons
    self.isRecorded = isRecorded && isForLessons && !self.steersLessons
    action = { session, arguments throws(Complaint) in
      try body(&session, signature.parse(arguments))
    }
  }

  /// The groups in the order in which help lists them.
  enum Group: String, Sendable, CaseIterable {
    case stepping, looking, changing, proving, training, lessons, keeping
    case rest = "the rest"
  }

  /// The commands that help lists; `import` is there for pasted lines alone.
  static var listed: [Command] { all.filter { $0.name != "import" } }

  var summary: String { texts().summary }

  /// What else a person may want to know, a paragraph each.
  var details: [String] { texts().details }

  /// The name and what may follow it.
  var usage: String { signature.elements.isEmpty ? name : "\(name) \(signature.usage)" }

  /// Whether a beginning means it: of two letters at least, for a letter alone is a quantity's.
  func isMeant(by beginning: String) -> Bool {
    beginning.count >= shortestBeginning && name.hasPrefix(beginning)
  }

  /// Every word that calls it, whole: no variable has one.
  var words: [String] { [name] + [short].compactMap(\.self) + aliases }

  /// The command of that full name, short form or alias.
  static func exact(_ word: String) -> Command? {
    all.first { $0.name == word || $0.short == word || $0.aliases.contains(word) }
  }
}
