import EpynnCore

/// A moment as `diff` names it.
enum MomentName: Sendable {
  case bookmark(String)
  case epoch(Int)
  case now

  var text: String {
    switch self {
    case .bookmark(let name): name
    case .epoch(let number): "epoch \(number)"
    case .now: "now"
    }
  }
}

extension Kind where Value == [(name: MomentName, column: Int)] {
  /// One moment or two: bookmarks, and epochs by their number.
  static var moments: Kind {
    var grammar = Grammar(wanted: "a bookmark or an epoch")
    grammar.extent = .rest
    grammar.offers = { context in
      context.session.bookmarks.suggestions + [Suggestion("epoch", note: "N")]
    }
    return Kind(grammar) { argument, name throws(Complaint) in
      var words = WordSplitter.words(of: argument.text, from: argument.column)[...]
      var moments: [(name: MomentName, column: Int)] = []
      while let word = words.popFirst() {
        guard moments.count < 2 else {
          throw Complaint(.surplus(word.text, after: name), at: word.column)
        }
        guard word.text == "epoch" else {
          moments.append((word.text == "now" ? .now : .bookmark(word.text), word.column))
          continue
        }
        guard let number = words.popFirst() else {
          throw Complaint(.missing("a number", in: "\(name) epoch", help: name), at: word.column)
        }
        guard let epoch = Int(whole: number.text, in: 0...Int.max) else {
          throw Complaint(.notAWholeNumber(number.text, from: 0), at: number.column)
        }
        moments.append((.epoch(epoch), number.column))
      }
      return moments
    }
  }
}

extension Session {
  /// The machine of a moment.
  func machine(at moment: MomentName, column: Int) throws(Complaint) -> Machine {
    switch moment {
    case .now: return machine
    case .bookmark(let name):
      guard let bookmark = bookmarks[name] else {
        throw Complaint(.noBookmark(name, known: bookmarks.all.map(\.name)), at: column)
      }
      return bookmark.timeline.present
    case .epoch(let epoch):
      var there = timeline.withoutBranches
      let isInterrupted = surroundings.isInterrupted
      let isThere = try located { () throws(Failure) in
        try there.go(toEpoch: epoch) { _, _ in !isInterrupted() }
      }
      guard !isInterrupted() else { throw Complaint(.core(.interrupted)) }
      guard isThere else {
        throw Complaint(
          .noSuchEpoch(
            epoch, reachable: timeline.reachableEpochs,
            hasEarlierNetworks: !machine.earlier.isEmpty), at: column)
      }
      return there.present
    }
  }
}
