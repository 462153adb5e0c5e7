import EpynnCore
import EpynnData
import EpynnLessons
import Foundation
import Testing

@testable import EpynnShell

/// How large things may be, as `help limits` says: so much is taken, and one more is told.
///
/// What takes a debug build long is taken by `Tests/Outside/limits`: 200,000 cells, archives of 64 MB,
/// a session of 1 GB.
@Suite struct LimitTests {
  private static let table: [LimitCase] = [
    LimitCase(
      what: "a line", fits: [padded(to: 1_000_000)], beyond: [padded(to: 1_000_001)],
      answer: "this line has 1000001 bytes and at most 1000000 are read; split it"),
    LimitCase(
      what: "a line's statements", fits: [statements(100)], beyond: [statements(101)],
      answer: "a line holds 100 statements at most; leave some to the next line"),
    LimitCase(
      what: "a formula", fits: [nested(199)], beyond: [nested(200)],
      answer: "this formula is nested more than 200 deep; name a part of it with 'v = …'"),
    LimitCase(
      what: "a network", fits: ["new"] + [String](repeating: "dense 1 relu;", count: 100),
      beyond: ["dense 1 relu"], answer: "a network has at most 100 layers; 'new' begins another"),
    LimitCase(
      what: "breaks, watches, displays",
      fits: (0..<50).map {
        ["break dW if cost < \($0)", "watch W[0,0]", "display sum(W)"][$0 % 3]
      },
      beyond: ["display mean(W)"],
      answer: "50 are set already, the most there can be; 'delete 1' removes the first"),
    LimitCase(
      what: "bookmarks", fits: (1...100).map { "bookmark at\($0)" } + ["goto at1"],
      beyond: ["bookmark more"], answer: "forgotten to make room: at1"),
    LimitCase(
      what: "show full", fits: ["wide = ones(200, 10);", "show wide full"],
      beyond: ["wide = ones(1, 200001)", "show wide full"],
      answer: "this has 200001 cells, and 'full' shows 200000 at most"),
    LimitCase(
      what: "save, export session",
      start: { session in for _ in 1...9_998 { session.recording.add("rate 0.1;") } },
      fits: ["rate 0.1;", "rate 0.1;", "save whole.md"], beyond: ["rate 0.1;", "save more.md"],
      answer: "this session has more than 10000 lines, or more than a file may hold"),
    LimitCase(
      what: "files that load files", files: chain("a", of: 16).merging(chain("b", of: 17)) { $1 },
      fits: ["load a1.epynn"], beyond: ["load b1.epynn"],
      answer: "files load files more than 16 deep; load them one after the other"),
    LimitCase(
      what: "a table", files: ["fits.csv": row(of: 100_000), "more.csv": row(of: 100_001)],
      fits: ["data fits.csv"], beyond: ["data more.csv"],
      answer: "this row has more than 100000 fields, the most of a table"),
    LimitCase(
      what: "a lesson's question", files: ["fits.md": lesson(20_000), "more.md": lesson(20_001)],
      fits: ["lesson fits.md", "leave"], beyond: ["lesson more.md"],
      answer: "more.md:2:1: this is longer than 20000 bytes, the most that is read here"),
    LimitCase(
      what: "a tensor of an exercise", files: ["fits.md": exercise(20), "more.md": exercise(21)],
      fits: ["exercise fits.md ada", "leave"], beyond: ["exercise more.md ada"],
      answer: "(20, 21) is no shape for a person; at most 400 cells work"),
    LimitCase(
      what: "a student's id", files: ["hw.md": exercise(3)],
      fits: ["exercise hw.md \(String(repeating: "a", count: 60))", "leave"],
      beyond: ["exercise hw.md \(String(repeating: "b", count: 61))"],
      answer: "is longer than 60 characters; a shorter id works"),
    LimitCase(
      what: "a script",
      fits: ["new;", "X = ones(2, 2080);", "dense 6 relu;", "Y = ones(2, 6);", "export fits.py"],
      beyond: ["X = ones(2, 2081);", "export more.py"],
      answer: "a script has its numbers in it, 50000 at most, and these are 50024"),
  ]

  /// The limits of what has no sentence to refuse it with here, by the tests below.
  private static let others = [
    "all tensors of a session", "all tensors of a lesson", "the past", "the history",
    "arrays of a .npz",
  ]
  /// Read from a disk: `FileLimitTests`.
  private static let ofTheDisk = ["a file that is read"]

  @Test(arguments: table) func soMuchIsTakenAndNoMore(limit: LimitCase) { limit.play() }

  @Test func eachLimitHasItsTest() {
    let tested = Self.table.map(\.what) + Self.others + Self.ofTheDisk
    #expect(Set(tested) == Set(Limit.all.map(\.what)) && tested.count == Limit.all.count)
  }

  /// To the byte, with a bound that is reached at once.
  @Test(arguments: [
    (Capacity.session, "a session would hold 2 MB, and 1 MB is the most"),
    (.lesson, "a lesson would hold 2 MB, and 1 MB is the most"),
  ])
  func tensorsTakeNoMoreThanTheirBound(capacity: Capacity, sentence: String) {
    #expect(capacity.bytes == (capacity.holder == .session ? 1 << 30 : 1 << 28))
    let needed = Session.playing(["v = zeros(1, 131072);"]).machine.heldBytes
    #expect(((1 << 20)..<(1 << 20) + 10_000).contains(needed))
    for room in [needed, needed - 1] {
      var session = Session(capacity: Capacity(bytes: room, holder: capacity.holder))
      let response = session.respond(to: "v = zeros(1, 131072);", from: .script)
      #expect(response.hasFailed == (room < needed))
      #expect(response.text.contains(sentence) == (room < needed), "\(response.text)")
    }
  }

  @Test func thePastIsForgottenBeyondItsMemory() {
    var session = Session.playing(["set memory 1", "X = ones(100, 100)"])
    var steps = 0
    while !session.timeline.hasForgotten, steps < 1_000 {
      _ = session.respond(to: "X[0,0] = \(steps)")
      steps += 1
      #expect(session.timeline.size <= 1 << 20)
    }
    #expect((1..<1_000).contains(steps))
    _ = session.respond(to: "back 1000")
    #expect(session.respond(to: "back").text.contains("earlier stops are forgotten"))
  }

  @Test func theHistoryHas1000Lines() {
    var history = LineHistory((1...999).map { "line \($0)" })
    history.add("line 1000")
    #expect(history.lines.count == 1_000 && history.lines.first == "line 1")
    history.add("line 1001")
    #expect(history.lines.count == 1_000 && history.lines.first == "line 2")
  }

  /// An archive of `np.savez_compressed` with one number more than 16 MB.
  @Test func anArrayOfAnArchiveHas16MBUnpacked() throws {
    #expect(
      throws: NPZFault.entryTooLarge("a.npy", size: (16 << 20) + 8, limit: 16 << 20)
    ) { try NPZFile.entries(in: Self.archive("one-larger")) }
  }

  private static func archive(_ name: String) throws -> [UInt8] {
    let file = try #require(
      Bundle.module.url(forResource: "Fixtures/limits/\(name)", withExtension: "npz"))
    return try [UInt8](Data(contentsOf: file))
  }

  private static func padded(to count: Int) -> String {
    "status #" + String(repeating: "x", count: count - 8)
  }

  private static func statements(_ count: Int) -> String {
    [String](repeating: "rate 0.1", count: count).joined(separator: "; ")
  }

  /// The number within is a level too.
  private static func nested(_ depth: Int) -> String {
    "show " + String(repeating: "(", count: depth) + "1" + String(repeating: ")", count: depth)
  }

  /// Files of which each loads the next.
  private static func chain(_ name: String, of count: Int) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: (1...count).map { number in
        (
          "\(name)\(number).epynn",
          number == count ? "rate 0.1\n" : "load \(name)\(number + 1).epynn\n"
        )
      })
  }

  private static func row(of count: Int) -> String {
    [String](repeating: "1", count: count).joined(separator: ",") + "\n"
  }

  /// A lesson whose question has so many bytes, the ends of its lines among them.
  private static func lesson(_ bytes: Int) -> String {
    let hint = String(repeating: "x", count: bytes - "what\nanswer: 3\nhint: \n".utf8.count)
    return "# T\n```question\nwhat\nanswer: 3\nhint: \(hint)\n```\n"
  }

  private static func exercise(_ columns: Int) -> String {
    """
    # T

    ```exercise
    title: Limits
    layer: 1 relu
    draw: X (20, \(columns)) 0..2; W (\(columns), 1) -2..2; b (1, 1) -1..1; Y (20, 1) 0..5
    given: X W b Y
    find: Z
    ```

    """
  }
}
