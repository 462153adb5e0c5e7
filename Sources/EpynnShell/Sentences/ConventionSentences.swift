import EpynnCore

/// What is said of conventions that were declared or taken back.
struct ConventionSentences {
  let before: [Convention]
  let machine: Machine

  func changed(by declared: Declared, isOn: Bool) -> String {
    guard !machine.conventions.isEmpty else {
      return before.isEmpty && !isOn
        ? "no convention is set: \(Course.all[0].summary)"
        : "as in \(Course.all[0].source): \(Course.all[0].summary)"
    }
    guard isOn else { return takenBack(with: declared) }
    let replaced = off.map { "; \($0)" } ?? ""
    switch declared {
    case .course(let course): return "as in \(course.name): \(course.summary)\(replaced)"
    case .convention(let convention):
      return "\(convention.name): \(convention.summary)\(replaced)\(unsuited(convention))"
    }
  }

  /// What is off of a course or a convention, and what stays.
  private func takenBack(with declared: Declared) -> String {
    "\(off ?? "\(declared.name) was not set"); set: \(Problem.list(machine.conventions.map(\.name)))"
  }

  /// `half-squares is off`; `nil` where all that was set still is.
  private var off: String? {
    let names = before.filter { !machine.conventions.contains($0) }.map(\.name)
    return names.isEmpty ? nil : "\(Problem.list(names)) \(names.count == 1 ? "is" : "are") off"
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
  /// What is set by its names: a course, or each convention; `nil` where none is.
  var conventionNames: String? {
    guard !conventions.isEmpty else { return nil }
    return Course.having(conventions)?.name ?? conventions.map(\.name).joined(separator: ", ")
  }

  /// What is set in a word: a course, one convention, or how many; `nil` where none is.
  var conventionName: String? {
    guard !conventions.isEmpty else { return nil }
    if let course = Course.having(conventions) { return course.name }
    return conventions.count == 1
      ? conventions[0].name : conventions.count.counted("convention")
  }
}
