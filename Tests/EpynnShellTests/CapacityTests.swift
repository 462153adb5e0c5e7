import EpynnCore
import Testing

@testable import EpynnData
@testable import EpynnShell

/// What a session may hold has one bound, and a lesson's is smaller: nothing is made beyond it.
@Suite struct CapacityTests {
  /// A bound that is reached at once: 1 MiB.
  private let small = Capacity(bytes: 1 << 20, holder: .lesson)

  @Test(arguments: [
    "a = ones(16000, 16000)", "ones(1e9, 1e9)", "eye(400)", "ones(400, 400).sum()",
    "zeros(1, 400) + zeros(400, 1)", "zeros(400, 1) @ zeros(1, 400)",
    "where(zeros(400, 1) > 1, 1, zeros(1, 400))",
    "-(zeros(300, 200) + (zeros(300, 200) + zeros(300, 200)))",
    "maximum(zeros(1, 400), zeros(400, 1))",
    "dense 60000", "dense 100000 softmax", "softmax(zeros(1, 500))' * 1", "softmax'(zeros(1, 500))",
    "MSE(zeros(300, 300), zeros(300, 300))", "zeros(300, 300).T + 1", "X = zeros(400, 400)",
    "Y = zeros(400, 400)", "W = zeros(3, 50000)", "data boolean 20000", "data digits",
  ])
  func whatWouldNotFitIsRefusedBeforeItIsMade(line: String) {
    var session = Session(capacity: small)
    let machine = session.machine
    let answer = session.respond(to: line, from: .script)
    #expect(answer.hasFailed, "\(line)")
    #expect(session.machine == machine)
  }

  @Test func theSentenceNamesTheBound() {
    var session = Session(capacity: .lesson)
    #expect(
      session.respond(to: "a = ones(16000, 16000)", from: .lesson).text
        == """
          a = ones(16000, 16000)
              ^
        with (16000, 16000) a lesson would hold 1954 MB, and 256 MB is the most; take fewer rows or columns, or set a variable that is large to 0

        """)
    var person = Session()
    #expect(
      person.respond(to: "a = ones(16000, 16000)", from: .script).text
        .contains("a session would hold 1954 MB, and 1024 MB is the most"))
  }

  @Test func manyValuesTogetherMeetTheSameBound() {
    var session = Session(capacity: small)
    var refused = 0
    for number in 0..<40 {
      let answer = session.respond(to: "v\(number) = ones(60, 60);", from: .script)
      if answer.hasFailed { refused += 1 }
    }
    #expect((1...12).contains(refused), "\(refused)")
    #expect(session.respond(to: "v0 = 0", from: .script).text == "0\n")
    #expect(!session.respond(to: "w = ones(50, 50);", from: .script).hasFailed)
    #expect(!session.respond(to: "run", from: .script).hasFailed)
  }

  @Test func aLessonBeginsWithTheSmallerBoundAndLeavingItRestoresTheOther() {
    var session = Session()
    _ = session.respond(to: "lesson one-neuron")
    #expect(session.machine.capacity == .lesson)
    _ = session.respond(to: "goto 3")
    #expect(session.machine.capacity == .lesson)
    _ = session.respond(to: "leave")
    #expect(session.machine.capacity == .session)
    _ = session.respond(to: "new", from: .script)
    #expect(session.machine.capacity == .session)
  }

  @Test func classesTimesRowsAreCountedBeforeTheyAreColumns() throws {
    // 1,000 words in 20,000 rows are 20 million cells of Y.
    let rows = (0..<20_000).map { "1,w\($0 % 1_000)\n" }.joined()
    let table = try CSVTable(reading: Array(rows.utf8))
    #expect(throws: DataFault(.noRoom(needed: 20_000 * 1_001 * 8, room: 50 << 20))) {
      try DataSet(table, room: 50 << 20)
    }
    var session = Session(
      surroundings: Surroundings(read: { _ in .success(Array(rows.utf8)) }),
      capacity: Capacity(bytes: 50 << 20, holder: .session))
    #expect(
      session.respond(to: "data c.csv", from: .script).text.hasSuffix(
        """
        c.csv: X and Y would take 152 MB and there is room for 49 MB; take fewer rows or classes

        """))
  }

  @Test func longLinesAreBoundedTogether() {
    let line = "# " + String(repeating: "0", count: 900_000)
    var session = Session()
    for _ in 0..<20 { _ = session.respond(to: line, from: .script) }
    #expect(session.history.count == 18)

    var recording = Recording(settings: Settings())
    for _ in 0..<18 { recording.add(line) }
    #expect(recording.obstacle == nil)
    recording.add(line)
    #expect(recording.obstacle == .tooLong && recording.exchanges.count == 18)
  }
}
