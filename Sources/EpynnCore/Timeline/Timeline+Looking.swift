extension Timeline {
  /// The machine before the last edit, and its line; `nil` where nothing was edited.
  public var lastEdit: (machine: Machine, line: String)? {
    for case .moment(let moment) in past.elements.reversed() {
      if case .edit(let line) = moment.event { return (moment.machine, line) }
    }
    return nil
  }
}
