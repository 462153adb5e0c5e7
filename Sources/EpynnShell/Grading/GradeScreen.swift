import EpynnCore

/// What a class handed in: a row a file, then what went wrong and what to talk about.
struct GradeScreen {
  let book: Gradebook
  let look: Look

  private var exercise: Exercise { book.own.exercise }

  var facts: [Fact] {
    [.table(table)] + refusals + remarks + [.gap] + summary
  }

  private var table: Table {
    let names = exercise.find.map { $0.text(of: exercise.layerCount) }
    let rows = book.students.map { path, student -> [String] in
      let tensors = student.marking.tensors.map { Self.points($0.points) }
      let first = student.marking.firstWrong.map { wrong in
        let cause = Cause(of: wrong, in: student.drawn, look)
        return "\(wrong.name.text(of: exercise.layerCount)): \(cause?.name ?? "")"
      }
      return [student.id.text.quoted(limit: 20)] + tensors
        + [Self.points(student.marking.points), first ?? (Self.note(student.marking) ?? "")]
    }
    let of = exercise.find.reduce(0) { $0 + (exercise.points[$1] ?? 1) }
    var table = Table(
      header: ["id"] + names + ["of \(Self.points(of))", "first wrong"], rows: rows, indent: 0)
    table.isCut = true
    return table
  }

  private static func note(_ marking: Marking) -> String? {
    if marking.isEmpty { return "not answered" }
    let open = marking.tensors.filter { $0.answered < $0.cells }
    return open.isEmpty ? nil : "not all answered"
  }

  /// Points to two decimals, with no zero that is not needed.
  static func points(_ points: Double) -> String {
    let text = points.text(.decimals(2))
    return text
  }

  private var refusals: [Fact] {
    book.returns.compactMap { item in
      guard case .refused(let reason, _) = item.outcome else { return nil }
      return .sentence("\(item.path.quoted(limit: 60)): \(reason)", in: .page)
    }
  }

  private var remarks: [Fact] {
    book.students.flatMap { path, student in
      student.remarks.map { .sentence("\(path.quoted(limit: 60)): \($0)", in: .page) }
    }
  }

  private var missing: [Fact] {
    guard !book.missing.isEmpty else { return [] }
    let names = book.missing.prefix(12).map { $0.text.quoted(limit: 20) }
    let more = book.missing.count > 12 ? ["\(book.missing.count - 12) more"] : []
    return [.sentence("handed nothing in: \(Problem.list(names + more))")]
  }

  private var summary: [Fact] {
    let students = book.students.map(\.student)
    let counted = book.returns.count.counted("file")
    guard !students.isEmpty else { return [.sentence("\(counted), none marked")] + missing }
    let mean = students.reduce(0) { $0 + $1.marking.points } / Double(students.count)
    let of = students[0].marking.of
    var facts: [Fact] = [
      .sentence(
        "\(counted), \(students.count) marked, \(Self.points(mean)) of \(Self.points(of)) points"
          + " on average")
    ]
    let causes = ClassCauses(book, look)
    if !causes.all.isEmpty {
      facts.append(.sentence("what went wrong first:"))
      facts.append(
        .table(
          Table(
            rows: causes.all.prefix(8).map {
              ["\($0.count)", "\($0.tensor): \($0.cause.name)"]
            })))
      let more = causes.all.count - 8
      if more > 0 { facts.append(.line(Line("and \(more) more"), indent: 2)) }
    }
    facts += causes.toDiscuss.map {
      .sentence(
        "to discuss: \($0.tensor), \($0.cause.name), \($0.count) of \(students.count):"
          + " \($0.cause.sentence)")
    }
    return facts + missing
  }
}

/// What went wrong first in a class, and how often.
struct ClassCauses {
  struct Counted {
    let tensor: String
    let cause: Cause
    let count: Int
  }

  /// The commonest first.
  private(set) var all: [Counted] = []
  private let studentCount: Int

  init(_ book: Gradebook, _ look: Look) {
    let students = book.students.map(\.student)
    studentCount = students.count
    var counts: [(tensor: String, cause: Cause, count: Int)] = []
    for student in students {
      guard let wrong = student.marking.firstWrong,
        let cause = Cause(of: wrong, in: student.drawn, look)
      else { continue }
      let tensor = wrong.name.text(of: book.own.exercise.layerCount)
      if let place = counts.firstIndex(where: { $0.tensor == tensor && $0.cause.name == cause.name }
      ) {
        counts[place].count += 1
      } else {
        counts.append((tensor, cause, 1))
      }
    }
    all = counts.map { Counted(tensor: $0.tensor, cause: $0.cause, count: $0.count) }
      .sorted { ($1.count, $0.tensor, $0.cause.name) < ($0.count, $1.tensor, $1.cause.name) }
  }

  /// What more than one of ten did, two students at least: the three commonest.
  var toDiscuss: [Counted] {
    Array(all.filter { $0.count > 1 && $0.count * 10 >= studentCount }.prefix(3))
  }
}
