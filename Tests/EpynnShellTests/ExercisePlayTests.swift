import Testing

@testable import EpynnCore
@testable import EpynnShell

/// An exercise played at the prompt: its questions, what is said to answers, and what stays hidden.
@Suite struct ExercisePlayTests {
  private static let fence = """
    title: One layer backward
    layer: 2 relu
    loss: MSE
    draw: X (4, 3) 0..2 1 decimal; W (3, 2) -2..2 1 decimal; b (1, 2) -1..1 1 decimal; Y (4, 2) 0..5 1 decimal
    where: 1 <= (Z <= 0).sum(axis=0) <= 3
    where: abs(dW) <= 20
    distinct: slope-left-out, gradient-averaged, bias-averaged, bias-from-da
    given: X W b Y
    find: Z dZ dW db
    """

  private static func disk(_ extra: String = "") -> Disk {
    Disk(["hw.md": "# HW\n\n```exercise\n\(fence)\n\(extra)\n```\n"])
  }

  private static func begun(_ disk: Disk, _ id: String = "ada") -> Session {
    var session = Session(surroundings: disk.surroundings)
    _ = session.answer("exercise hw.md \(id)", in: disk)
    return session
  }

  private static func drawn(_ disk: Disk, _ id: String = "ada") throws -> DrawnExercise {
    try OwnExercise(reading: Array((disk["hw.md"] ?? "").utf8), file: "hw.md")
      .drawn(for: StudentID(id))
  }

  private static func text(_ matrix: Matrix) -> String {
    "[" + matrix.texts.map { "[" + $0.joined(separator: ", ") + "]" }.joined(separator: ", ") + "]"
  }

  @Test func whatIsAskedIsAnsweredAndHandedIn() throws {
    let disk = Self.disk()
    let drawn = try Self.drawn(disk)
    var session = Self.begun(disk)
    #expect(session.prompt == "Z shape> ")
    #expect(
      session.answer("(3, 2)", in: disk).text
        == "not (3, 2): Z has a row a sample, a column a unit\n")
    #expect(
      session.answer("4 2", in: disk).text == "yes, (4, 2)\nWhat is Z? As in [[1, 2], [3, 4]].\n")
    #expect(session.prompt == "Z> ")
    let z = try #require(drawn.value(of: TensorName(.z, layer: 1)))
    #expect(session.answer(Self.text(z), in: disk).text.hasPrefix("all 8 cells agree\n"))
    #expect(session.prompt == "dZ shape> ")
    // A matrix answers the shape too.
    let dA = try #require(drawn.value(of: TensorName(.dA, layer: 1)))
    let wrong = session.answer(Self.text(dA), in: disk).text
    #expect(wrong.contains("slope-left-out"))
    #expect(session.prompt == "dZ shape> ")
    _ = session.answer("dA * (Z > 0)", in: disk)
    #expect(session.answer("(4, 2)", in: disk).text.hasPrefix("yes"))
    #expect(session.answer("dA * (Z > 0)", in: disk).text.contains("all 8 cells agree"))
    _ = session.answer("skip", in: disk)
    #expect(session.answer("hint", in: disk).text.contains("one row, a column a unit"))
    let shown = session.answer("solution", in: disk).text
    #expect(shown.contains("2 of 4 tensors right, 1 shown; 'ada.csv' holds the answers"))
    #expect(shown.contains("what you had before the exercise is back"))
    #expect(session.prompt == "epynn forward(1)> ")
    let csv = try #require(disk["ada.csv"])
    #expect(csv.hasPrefix("id,ada\r\nX\r\n"))
    #expect(csv.contains("dW\r\n,\r\n,\r\n,\r\ndb\r\n,\r\n"))
    let book = Gradebook(
      try OwnExercise(reading: Array((disk["hw.md"] ?? "").utf8), file: "hw.md"),
      files: [ReturnedFile(path: "ada.csv", content: .success(Array(csv.utf8)))])
    let marking = try #require(book.students.first?.student.marking)
    #expect(marking.tensors.map(\.points) == [1, 1, 0, 0])
    #expect(marking.firstWrong == nil)
  }

  @Test func nothingIsWrittenOver() throws {
    let disk = Self.disk()
    for _ in 1...3 {
      var session = Self.begun(disk)
      _ = session.answer("[[0, 0], [0, 0], [0, 0], [0, 0]]", in: disk)
      _ = session.answer("leave", in: disk)
    }
    #expect(disk["ada.csv"] != nil && disk["ada-2.csv"] != nil && disk["ada-3.csv"] != nil)
  }

  /// Whoever leaves the program leaves the exercise, and keeps what was answered.
  @Test(arguments: [["quit"], []]) func whatWasAnsweredOutlivesTheProgram(lines: [String]) throws {
    let disk = Self.disk()
    var session = Self.begun(disk)
    _ = session.answer("[[0, 0], [0, 0], [0, 0], [0, 0]]", in: disk)
    for line in lines { _ = session.answer(line, in: disk) }
    let said = session.leave(in: disk).text
    #expect(said.contains("'ada.csv' holds the answers") && !said.contains("is back"), "\(said)")
    #expect(disk["ada.csv"]?.contains("Z\r\n0,0\r\n") == true)
    // Where nothing was answered nothing is written.
    let other = Self.disk()
    var silent = Self.begun(other)
    _ = silent.leave(in: other)
    #expect(other["ada.csv"] == nil)
  }

  @Test func noOtherBeginsBesideIt() throws {
    let disk = Self.disk("checks: yes")
    disk.put(Array((disk["hw.md"] ?? "").utf8), at: "other.md")
    var session = Self.begun(disk)
    _ = session.answer("4 2", in: disk)
    let prompt = session.prompt
    #expect(session.answer(":exercise other.md bob", in: disk).hasFailed)
    #expect(session.prompt == prompt && session.exercise?.drawn.id == "ada")
  }

  /// The rate would show what is asked for.
  @Test(arguments: [":rate Z[0,0]", ":lr = Z[0,0]", ":np.arange(Z[0,0]).shape"])
  func whatIsAskedIsToldByNoSetting(line: String) throws {
    let disk = Self.disk()
    var session = Self.begun(disk)
    _ = session.answer(":goto A;", in: disk)
    #expect(session.answer(line, in: disk).hasFailed)
  }

  @Test func answersOutliveAFileThatCannotBeWritten() throws {
    let disk = Self.disk()
    var session = Self.begun(disk)
    _ = session.answer("[[0, 0], [0, 0], [0, 0], [0, 0]]", in: disk)
    let full = Disk(failingWith: .unwritable)
    let refused = session.answer("leave", in: full)
    #expect(refused.text.contains("cannot write 'ada.csv'"))
    #expect(session.prompt == "exercise> ")
    #expect(
      session.answer("", in: disk).text.hasPrefix("all was asked; 'leave' writes the answers"))
    #expect(
      session.answer("leave mine.csv", in: disk).text.contains("'mine.csv' holds the answers"))
    #expect(disk["mine.csv"]?.contains("Z\r\n0,0\r\n") == true)
  }

  @Test func beforeItIsMarkedNothingIsSaid() throws {
    let disk = Self.disk("checks: no")
    var session = Self.begun(disk)
    #expect(session.prompt == "Z> ")
    #expect(
      session.answer("hint", in: disk).text
        == "nothing is said until it is marked; 'skip' goes on\n")
    for line in [
      ":show X @ W + b", ":heat X @ W + b", ":path W[0,0]", ":show X[0,:] @ W[:,1]",
    ] { #expect(session.answer(line, in: disk).text.contains("might tell something"), "\(line)") }
    for line in [":show X", ":show W[0,1]", ":show X.T", ":status", ":help show"] {
      #expect(!session.answer(line, in: disk).hasFailed, "\(line)")
    }
    for line in [":mine Z = zeros(4, 2)", ":check", ":run", ":Z == 0", ":try rate 1"] {
      #expect(session.answer(line, in: disk).text.contains("before it is marked"), "\(line)")
    }
    #expect(session.answer(":show X", in: disk).text.contains("X (4, 3)"))
    #expect(
      session.answer("[[1, 2]]", in: disk).text == "kept\nWhat is dZ? As in [[1, 2], [3, 4]].\n")
    #expect(session.answer("leave", in: disk).text.contains("1 of 4 tensors answered"))
  }

  @Test func aFormulaIsNoAnswerWhereNumbersAreWanted() throws {
    let disk = Self.disk("typed: number")
    var session = Self.begun(disk)
    _ = session.answer("(4, 2)", in: disk)
    #expect(
      session.answer("X @ W + b", in: disk).text.hasSuffix(
        "'X @ W + b' would have the program compute it; numbers are wanted here, as in\n"
          + "[[1, 2], [3, 4]]\n"))
  }

  @Test func fewerDecimalsThanAskedForAreRightAsFarAsTheyGo() throws {
    let disk = Disk([
      "hw.md": """
      ```exercise
      layer: 1 sigmoid
      draw: X (2, 2) -2..2; W (2, 1) -1..1; Y (2, 1) 0..1
      where: abs(Z) > 0.5
      given: X W Y
      find: A
      decimals: 3
      ```
      """
    ])
    let a = try #require(try Self.drawn(disk).value(of: TensorName(.a, layer: 1)))
    var session = Self.begun(disk)
    let short = a.elements.map { "[\($0.text(.decimals(2)))]" }.joined(separator: ", ")
    let long = a.elements.map { "[\($0.text(.decimals(3)))]" }.joined(separator: ", ")
    _ = session.answer("2 1", in: disk)
    #expect(
      session.answer("[\(short)]", in: disk).text.hasPrefix(
        "right as far as it goes; 3 decimals are asked for\n"))
    #expect(session.answer("[\(long)]", in: disk).text.contains("1 of 1 tensor right"))
  }

  /// No command lifts a cover that the exercise holds, nor has a number below it.
  @Test func nothingHiddenComesThrough() throws {
    let disk = Self.disk()
    let ready = Self.begun(disk)
    let drawn = try Self.drawn(disk)
    let told: Set<String> = ["load", "mine", "history"]
    var lines = Command.all.filter { !told.contains($0.name) }.map { [$0.example] }
    for name in ["Z", "dZ", "dW", "db"] {
      lines += [
        ["run", "show \(name)"], ["run", "\(name) * 1"], ["run", "explain \(name)[0,0]"],
        ["run", "reveal \(name)"], ["run", "reveal", "\(name)"],
        ["run", "show X; reveal; \(name)"],
        ["run", "cover all", "reveal", name], ["run", "c = \(name)", "c"],
        ["goto \(name)", "step"],
        ["run", "heat \(name)"], ["run", "mine \(name) = zeros(4, 2)"], ["display \(name)", "run"],
        ["run", "set notation numpy", name], ["run", "set precision full", name, "show"],
        ["predict on", "step", "solution"], ["run", "diff"], ["try W[0,0] = 5", "keep", name],
      ]
    }
    lines += [
      ["next"], ["run", "status"], ["train 2"], ["check"], ["run", "show"],
      ["goto update", "show"],
    ]
    let givens = Set(
      drawn.exercise.given.flatMap { drawn.value(of: $0)?.texts.flatMap(\.self) ?? [] })
    for line in lines {
      var session = ready
      for part in line {
        let answer = session.answer(":" + part, in: disk).text
        for name in drawn.exercise.find {
          guard let truth = drawn.value(of: name) else { continue }
          let hidden = Set(truth.texts.flatMap(\.self).filter { $0.count > 4 }).subtracting(givens)
          for text in hidden {
            #expect(!answer.contains(text), "\(line) tells \(text) of \(name):\n\(answer)")
          }
        }
      }
      #expect(session.exercise != nil, "\(line)")
    }
  }
}
