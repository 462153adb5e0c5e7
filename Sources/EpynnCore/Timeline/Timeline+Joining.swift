/// Several edits that were one thing to whoever made them.
extension Timeline {
  /// Makes one stop of the last edit with a line and of all since it.
  package mutating func joinStops(sinceEdit line: String) {
    let first = past.elements.lastIndex { entry in
      if case .moment(let moment) = entry { moment.event == .edit(line) } else { false }
    }
    guard let first else { return }
    for index in past.elements.indices.dropFirst(first + 1) {
      past.modify(index) { entry in
        guard case .moment(var moment) = entry else { return }
        moment.isJoined = true
        entry = .moment(moment)
      }
    }
  }

  /// How many of the last stops `back` undoes as one.
  package var stopsTogetherBehind: Int {
    1
      + past.elements.reversed().prefix { entry in
        if case .moment(let moment) = entry { moment.isJoined } else { false }
      }.count
  }

  /// How many of the next stops `redo` does as one.
  package var stopsTogetherAhead: Int {
    1
      + future.elements.reversed().dropFirst().prefix { entry in
        if case .edit(let moment) = entry { moment.isJoined } else { false }
      }.count
  }
}
