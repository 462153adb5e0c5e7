import EpynnCore

extension Command {
  static let help = Command(
    "help", short: "h", .rest, takes: [topic],
    "explain a command, step, activation, loss or topic", example: "help dZ",
    details: ["?TOPIC does the same."], steersLessons: true
  ) { session, given throws(Complaint) in
    try session.help(about: given[topic]?.text ?? "")
  }

  private static let topic = OptionalPositional(
    "TOPIC", .anything("a topic") { _ in HelpTopic.names.map { Suggestion($0) } })
}

/// `help`: everything it says derives from the tables.
extension Session {
  mutating func help(about topic: String) throws(Complaint) {
    var topic = topic.trimmingSpaces
    if topic.hasSuffix("()") { topic.removeLast(2) }
    guard !topic.isEmpty else {
      return draw { _ in Self.overview }
    }
    guard !HelpTopic.sections(about: topic, in: seen, look: look).isEmpty else {
      if let other = OtherWord.named(topic) {
        throw Complaint(.otherWord(other.word, meant: other.meant(of: "")))
      }
      throw Complaint(
        .noTopic(topic, nearest: Nearest.match(for: topic, among: HelpTopic.names)))
    }
    draw { [seen, topic] look in
      Array(HelpTopic.sections(about: topic, in: seen, look: look).joined(separator: [.gap]))
    }
  }

  private static var overview: [Fact] {
    let wishes = HelpWish.all.map { Listing.Entry([$0.wish], $0.typed, sign: "   ") }
    let topics = Problem.list(HelpPage.all.map(\.name), or: true)
    return [
      .listing(Listing(entries: wishes, indent: 0, hanging: 0, hasTypedParts: true)), .gap,
      .sentence(
        "'help commands' lists all of them, 'help dense' says what one does. A step (help dZ), an"
          + " activation and a loss have a page too.", hanging: 0, in: .page),
      .sentence(
        "More: help \(topics). Enter alone is the next step.", hanging: 0, in: .page),
    ]
  }
}
