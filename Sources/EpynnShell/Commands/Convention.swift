import EpynnCore

extension Command {
  static let convention = Command(
    "convention", .changing, takes: [named, off],
    "compute as another course does, by its name:"
      + " \(Problem.list(Course.all.map(\.name), or: true))",
    example: "convention pytorch",
    details: [
      "A course sets what it has and takes back the rest; a single convention is added, or taken"
        + " back by 'off', as is all that a course has. Alone it lists them and what is set.",
      "Every screen follows: cards, explain, check, nudge, mine, verify, bug, train. At most one of"
        + " those that divide by m is on: a 1/m that stands twice is a mistake.",
    ] + Course.all.map { "\($0.name): \($0.summary) (\($0.source))" }
      + Convention.all.map { "\($0.name): \($0.summary) (\($0.users))" },
    shortestBeginning: 3
  ) { session, given throws(Complaint) in
    guard let declared = try given[named] else { return session.listConventions() }
    try session.declare(declared.value, isOn: !given[off])
  }

  private static let named = OptionalPositional("NAME", .declared)
  private static let off = Flag("off", after: named)
}

/// What `convention` takes: a whole course, or one convention.
enum Declared: Sendable {
  case course(Course)
  case convention(Convention)

  var name: String {
    switch self {
    case .course(let course): course.name
    case .convention(let convention): convention.name
    }
  }

  var summary: String {
    switch self {
    case .course(let course): course.summary
    case .convention(let convention): convention.summary
    }
  }

  static var all: [Declared] {
    Course.all.map(Self.course) + Convention.all.map(Self.convention)
  }

  /// What a word means; 'off' alone is the documentation's own.
  static func named(_ name: String) -> Declared? {
    let name = name.lowercased()
    if name == "off" { return .course(Course.all[0]) }
    return Course.named(name).map(Self.course) ?? Convention.named(name).map(Self.convention)
  }
}

extension Kind<Declared> {
  static var declared: Kind {
    .word("convention", among: Declared.all, name: \.name, note: \.summary) { Declared.named($0) }
  }
}

extension Session {
  /// Declares a course or a convention without a word.
  mutating func declare(named name: String) throws(Complaint) {
    guard let declared = Declared.named(name) else {
      throw Complaint(
        .unknownWord(name, kind: "convention", known: Declared.all.map(\.name)))
    }
    _ = try edit("convention \(name)") { machine throws(Fault) in
      machine.declare(declared, isOn: true)
    }
  }

  fileprivate mutating func declare(_ declared: Declared, isOn: Bool) throws(Complaint) {
    let before = machine.conventions
    let line = "convention \(declared.name)\(isOn ? "" : " off")"
    let consequences = try edit(line) { machine throws(Fault) in
      machine.declare(declared, isOn: isOn)
    }
    say(ConventionSentences(before: before, machine: machine).changed(by: declared, isOn: isOn))
    say(consequences)
  }

  fileprivate mutating func listConventions() {
    draw { [seen] look in ConventionScreen(seen: seen, look: look).facts }
  }
}

extension Machine {
  fileprivate mutating func declare(_ declared: Declared, isOn: Bool) -> [Consequence] {
    switch declared {
    case .course(let course):
      declare(
        isOn ? course.conventions : conventions.filter { !course.conventions.contains($0) })
    case .convention(let convention): set(convention, isOn: isOn)
    }
  }
}
