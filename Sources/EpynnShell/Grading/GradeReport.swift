import EpynnCore

/// The marks in forms that other programs read.
struct GradeReport {
  let book: Gradebook
  let look: Look

  private var count: Int { book.own.exercise.layerCount }

  /// A row a file: id, file, points of each tensor, their sum, and what was wrong first.
  var csv: String {
    let names = book.own.exercise.find.map { $0.text(of: count) }
    let header = ["id", "file"] + names + ["points", "of", "first wrong", "mistake"]
    let rows = book.returns.map { item -> [String] in
      switch item.outcome {
      case .refused(let reason, _):
        return [item.owner?.text ?? "", item.path] + names.map { _ in "" } + ["", "", "", reason]
      case .marked(let student):
        let wrong = student.marking.firstWrong
        return [student.id.text, item.path]
          + student.marking.tensors.map { GradeScreen.points($0.points) }
          + [
            GradeScreen.points(student.marking.points), GradeScreen.points(student.marking.of),
            wrong?.name.text(of: count) ?? "",
            wrong.flatMap { Cause(of: $0, in: student.drawn, look)?.name } ?? "",
          ]
      }
    }
    return ([header] + rows).map(CSVText.line).joined()
  }

  var json: JSONText {
    .object([
      ("exercise", .string(book.own.exercise.title)),
      ("files", .array(book.returns.map(file))),
      ("missing", .array(book.missing.map { .string($0.text) })),
      (
        "mistakes",
        .array(
          ClassCauses(book, look).all.map {
            .object([
              ("tensor", .string($0.tensor)), ("mistake", .string($0.cause.name)),
              ("count", .integer($0.count)),
            ])
          })
      ),
    ])
  }

  private func file(_ item: Gradebook.Return) -> JSONText {
    switch item.outcome {
    case .refused(let reason, _):
      return .object([("file", .string(item.path)), ("error", .string(reason))])
    case .marked(let student):
      return .object([
        ("file", .string(item.path)), ("id", .string(student.id.text)),
        ("points", .number(student.marking.points)), ("of", .number(student.marking.of)),
        ("tensors", .array(student.marking.tensors.map { tensor($0, of: student) })),
        ("remarks", .array(student.remarks.map(JSONText.string))),
      ])
    }
  }

  private func tensor(_ tensor: MarkedTensor, of student: Gradebook.Student) -> JSONText {
    let cause = Cause(of: tensor, in: student.drawn, look)
    return .object([
      ("name", .string(tensor.name.text(of: count))), ("verdict", .string(tensor.word)),
      ("points", .number(tensor.points)), ("of", .number(tensor.of)),
      ("cells", .integer(tensor.cells)), ("answered", .integer(tensor.answered)),
      ("right", .integer(tensor.right)), ("mistake", .string(orNull: cause?.name)),
      ("reason", .string(orNull: cause?.sentence)),
    ])
  }

  /// Test suites of JUnit: a suite a student, a case a tensor.
  var junit: String {
    let suites = book.returns.map { item -> String in
      switch item.outcome {
      case .refused(let reason, _):
        let error = XMLText.element("error", [("message", reason)], holding: "")
        return XMLText.element(
          "testsuite",
          [("name", item.path), ("tests", "1"), ("failures", "0"), ("errors", "1")],
          holding: XMLText.element("testcase", [("name", "file")], holding: error))
      case .marked(let student):
        let failing = student.marking.tensors.filter { !$0.isFull }
        let cases = student.marking.tensors.map { tensor -> String in
          let failure =
            tensor.isFull
            ? ""
            : XMLText.element("failure", [("message", message(tensor, of: student))], holding: "")
          return XMLText.element(
            "testcase",
            [("classname", student.id.text), ("name", tensor.name.text(of: count))],
            holding: failure)
        }
        return XMLText.element(
          "testsuite",
          [
            ("name", student.id.text), ("tests", "\(cases.count)"),
            ("failures", "\(failing.count)"), ("errors", "0"),
          ], holding: cases.joined())
      }
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + XMLText.element(
        "testsuites", [("name", book.own.exercise.title)], holding: suites.joined(separator: "\n"))
      + "\n"
  }

  /// What Gradescope reads of one submission; `nil` where there are several.
  var gradescope: JSONText? {
    guard book.returns.count == 1, let item = book.returns.first else { return nil }
    switch item.outcome {
    case .refused(let reason, _):
      return .object([("score", .number(0)), ("output", .string("\(item.path): \(reason)"))])
    case .marked(let student):
      return .object([
        ("score", .number(student.marking.points)),
        ("output", .string(student.remarks.joined(separator: "; "))),
        (
          "tests",
          .array(
            student.marking.tensors.map { tensor in
              .object([
                ("name", .string(tensor.name.text(of: count))),
                ("score", .number(tensor.points)), ("max_score", .number(tensor.of)),
                ("output", .string(message(tensor, of: student))),
              ])
            })
        ),
      ])
    }
  }

  /// How a tensor went, in a sentence.
  private func message(_ tensor: MarkedTensor, of student: Gradebook.Student) -> String {
    let cells = "\(tensor.right) of \(tensor.cells.counted("cell")) right"
    guard let cause = Cause(of: tensor, in: student.drawn, look) else {
      return tensor.word == "right" ? "right" : "\(tensor.word); \(cells)"
    }
    return "\(cells); \(cause.name): \(cause.sentence)"
  }
}

extension MarkedTensor {
  /// How it went, in a word.
  var word: String {
    switch verdict {
    case .right: "right"
    case .carried: "carried on"
    case .unanswered: "not answered"
    case .incomplete: "not all answered"
    case .shape: "another shape"
    case .mistake, .wrong: "wrong"
    }
  }

  /// Whether it is worth all of its points.
  fileprivate var isFull: Bool { right == cells }
}
