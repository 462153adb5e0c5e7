/// What is said of a class beside its tables of numbers.
struct ClassNotes {
  let book: ClassBook

  /// The most names of a kind that are said, where they are no list of the class.
  private static let limit = 12

  /// How many handed in, who is in no list, and who stands in it twice.
  var handedIn: [String] {
    let listed = book.people.filter(\.isListed)
    let others = book.people.filter { !$0.isListed }
    guard book.roster != nil else { return ["\(others.count) handed in"] }
    let count = listed.count { !$0.files.isEmpty }
    return ["\(count) of the \(listed.count) in \(listName) handed in"]
      + (others.isEmpty
        ? [] : ["not in \(listName), and counted: \(names(others.map(\.name).sorted()))"])
      + repeated
  }

  private var listName: String { "'\(book.rosterName.quoted(limit: 60))'" }

  private var repeated: [String] {
    guard let roster = book.roster else { return [] }
    let faults = roster.faults.map { fault in
      guard case .twice(let id, let line) = fault.reason else {
        return "line \(fault.line) of \(listName) is passed over: \(fault.reason.sentence)"
      }
      return "'\(id.quoted(limit: 60))' stands in \(listName) twice, in lines \(line) and"
        + " \(fault.line); it counts once"
    }
    let same = roster.sameIDs.map {
      "'\($0.id.quoted(limit: 60))' in \(listName) is taken for '\($0.as.quoted(limit: 60))'"
    }
    let all = faults + same
    let more = all.count - Self.limit
    return all.prefix(Self.limit) + (more > 0 ? ["and so on, \(more) more"] : [])
  }

  /// Everybody of some people, by name; `nil` where there is nobody.
  func notBegun(_ people: [Int]) -> String? {
    guard !people.isEmpty else { return nil }
    let names = people.map { book.people[$0].name.quoted(limit: 60) }
    return "not begun: \(names.joined(separator: ", "))"
  }

  func versions(of lesson: ClassLesson) -> String? {
    guard lesson.versions.count > 1 else { return nil }
    let versions = lesson.versions.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    let shown = versions.prefix(4).map { "\($0.key.quoted(limit: 16)) by \($0.value.count)" }
    let more = versions.count > 4 ? ["\(versions.count - 4) more"] : []
    return "\(versions.count) versions of it were played, \(Problem.list(shown + more));"
      + " questions of the same text are counted together"
  }

  /// Who handed in several tables.
  var twice: [String] {
    let people = book.people.filter { $0.files.count > 1 }
    let more = people.count - Self.limit
    return people.prefix(Self.limit).map { person in
      "'\(person.name.quoted(limit: 60))' handed in \(person.files.count) tables,"
        + " \(names(person.files)); each question counts once, as the fuller one has it"
    } + (more > 0 ? ["and so did \(more) more"] : [])
  }

  /// Names that differ in case or spaces alone.
  var sameNames: [String] {
    let people = book.people.filter { $0.spellings.count > 1 }
    let more = people.count - Self.limit
    return people.prefix(Self.limit).map { person in
      let spellings = person.spellings.sorted().prefix(Self.limit).map {
        "'\($0.quoted(limit: 60))'"
      }
      return "taken for one: \(Problem.list(spellings))"
    } + (more > 0 ? ["and so are \(more) more"] : [])
  }

  /// Tables that do not say whose they are.
  var nameless: [String] {
    let people = book.people.filter(\.isNameless)
    guard !people.isEmpty else { return [] }
    return [
      "\(people.count.counted("table")) without a name, which 'progress name ADA' would give:"
        + " \(names(people.map(\.name)))"
    ]
  }

  private func names(_ names: [String]) -> String {
    let shown = names.prefix(Self.limit).map { "'\($0.quoted(limit: 60))'" }
    let more = names.count > Self.limit ? ["\(names.count - Self.limit) more"] : []
    return Problem.list(shown + more)
  }
}
