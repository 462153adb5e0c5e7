extension Timeline {
  /// The machine before the last edit, and its line; `nil` where nothing was edited.
  public var lastEdit: (machine: Machine, line: String)? {
    for entry in past.elements.reversed() {
      switch entry {
      case .moment(let moment):
        if case .edit(let line) = moment.event { return (moment.machine, line) }
      case .branch(let branch): return (branch.timeline.present, branch.line)
      case .training: continue
      }
    }
    return nil
  }
}
