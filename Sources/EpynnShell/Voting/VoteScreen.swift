import EpynnCore

/// What a vote shows: the question with its letters, the votes as bars, and what was asked.
struct VoteScreen {
  let vote: VoteQuestion
  let look: Look

  /// The most columns of a bar.
  private static let widestBar = 48
  /// What stands beside a bar: the letter, both counts.
  private static let besideBar = 26

  var question: [Fact] {
    let choices = zip(vote.letters, vote.answers).map { letter, answer in
      "\(letter)   \(answer.text)"
    }
    let row = choices.joined(separator: "      ")
    let missing = VoteAnswer.limit - vote.answers.count
    return [.sentence(vote.text, in: .screen)]
      + (row.displayWidth + 2 < look.width
        ? [.line(Line("  \(row)"))]
        : choices.map { .sentence($0, indent: 2, hanging: 4, in: .page) })
      + (missing > 0 ? [.sentence(fewer, in: .screen)] : [])
  }

  private var fewer: String {
    let count = vote.answers.count == 2 ? "two" : "three"
    switch vote.asked.subject {
    case .number:
      return "\(count) letters: no other mistake that is known gives another number here"
    case .shape: return "\(count) letters: there are no other shapes here to be mistaken for it"
    case .step: return "\(count) letters: there are no other steps"
    }
  }

  /// The last votes, a bar for each letter, and behind them those before.
  var bars: [Fact] {
    guard let votes = vote.rounds.last else { return [] }
    let earlier = vote.rounds.count > 1 ? vote.rounds.first : nil
    let texts = votes.map(String.init)
    let width = texts.map(\.count).max() ?? 0
    let rows = votes.indices.map { place in
      [
        vote.letters[place], bar(votes[place], of: votes),
        String(repeating: " ", count: width - texts[place].count) + texts[place],
      ] + (earlier.map { ["was \($0[place])"] } ?? [])
    }
    return [.table(Table(rows: rows))]
  }

  /// A mark for each vote, or fewer where there is no room for all; one at least.
  private func bar(_ count: Int, of votes: [Int]) -> String {
    guard !look.isSpoken else { return "" }
    let room = max(min(Self.widestBar, look.width - Self.besideBar), 1)
    let most = votes.max() ?? 0
    let length = most <= room ? count : max((count * room + most / 2) / most, min(count, 1))
    let isASCII = look.settings.notation == Notation.named("ascii")
    return String(repeating: isASCII ? "#" : "█", count: length)
  }

  /// The right letter, then where each of the others comes from, then the votes.
  var revealed: [Fact] {
    let order =
      vote.answers.indices.filter { vote.answers[$0].isRight }
      + vote.answers.indices.filter { !vote.answers[$0].isRight }
    var listing = Listing(
      entries: order.map { place in
        Listing.Entry(
          [vote.letters[place], vote.answers[place].text], [vote.answers[place].reason])
      })
    listing.room = .page
    return [.listing(listing)] + (counts.map { [.line(Line("  \($0)"))] } ?? [])
  }

  /// `first vote 11 12 5 2, second 3 24 2 1`.
  private var counts: String? {
    let texts = vote.rounds.map { $0.map(String.init).joined(separator: " ") }
    guard let first = texts.first else { return nil }
    return "first vote \(first)" + texts.dropFirst().map { ", second \($0)" }.joined()
  }
}
