import EpynnCore

/// What is said of conventions that were declared or taken back.
struct ConventionSentences {
  let before: [Convention]
  let machine: Machine

  func changed(by declared: Declared, isOn: Bool) -> String {
    let now = machine.conventions
    guard !now.isEmpty else {
      return before.isEmpty && !isOn
        ? "no convention is set: \(Course.all[0].summary)"
        : "as in \(Course.all[0].source): \(Course.all[0].summary)"
    }
    let off = before.filter { !now.contains($0) }.map(\.name)
    let replaced =
      off.isEmpty || !isOn ? "" : "; \(Problem.list(off)) \(off.count == 1 ? "is" : "are") off"
    switch declared {
    case .course(let course) where isOn: return "as in \(course.name): \(course.summary)\(replaced)"
    case .course: return "no convention is set: \(Course.all[0].summary)"
    case .convention(let convention):
      return isOn
        ? "\(convention.name): \(convention.summary)\(replaced)\(unsuited(convention))"
        : "\(convention.name) is off; set: \(Problem.list(now.map(\.name)))"
    }
  }
}

extension ConventionSentences {
  /// That a convention about another loss changes nothing here.
  private func unsuited(_ convention: Convention) -> String {
    convention.suits(machine)
      ? "" : "; the loss here is \(machine.loss.name), which it leaves as it is"
  }
}

extension Machine {
  /// What is set in a word: a course, one convention, or how many; `nil` where none is.
  var conventionName: String? {
    guard !conventions.isEmpty else { return nil }
    if let course = Course.having(conventions) { return course.name }
    return conventions.count == 1
      ? conventions[0].name : conventions.count.counted("convention")
  }
}
