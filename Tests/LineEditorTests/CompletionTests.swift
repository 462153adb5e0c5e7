import Testing

@testable import LineEditor

@Suite struct CompletionTests {
  init() { _ = Locale.prepare() }

  @Test(arguments: [
    ("sh", ["show"], CompletionMove.insert("show ", replacing: 2)),
    ("le", ["lessons/"], .insert("lessons/", replacing: 2)),
    ("ex", ["exp("], .insert("exp(", replacing: 2)),
    ("LR", ["LRELU_alpha="], .insert("LRELU_alpha=", replacing: 2)),
    ("s", ["show", "shapes"], .insert("sh", replacing: 1)),
    ("sh", ["show", "shapes"], .list),
    ("fï", ["fïle1", "fïle2"], .insert("fïle", replacing: 2)),
    ("x", [], .refuse),
    ("b", ["bad\u{1B}]0;\u{7}"], .list),
    ("b", ["b\u{202E}ad"], .list),
  ])
  func move(line: String, names: [String], expected: CompletionMove) {
    let completion = Completion(start: 0, candidates: names.map { Candidate(text: $0) })
    #expect(completion.move(in: line, at: line.utf8.count) == expected)
  }

  /// Offsets that do not fit the line are the completer's mistake, not a reason to crash.
  @Test(arguments: [-1, 3, 99]) func startOutsideTheLine(start: Int) {
    let completion = Completion(start: start, candidates: [Candidate(text: "show")])
    #expect(completion.move(in: "sh", at: 2) == .refuse)
  }

  @Test func listInColumns() {
    let candidates = [
      Candidate(text: "W", note: "(3, 2)"), Candidate(text: "dW", note: "(3, 2)"),
      Candidate(text: "漢", note: "(1, 1)"), Candidate(text: "a\u{9B}b\u{202E}", note: ""),
    ]
    let list = CandidateList(candidates: candidates, columns: 40, rows: 24)
    #expect(list.lines == ["W     (3, 2)  漢    (1, 1)", "dW    (3, 2)  a?b?"])
  }

  @Test(arguments: [(80, 24), (30, 12), (5, 3)]) func listOfMany(columns: Int, rows: Int) {
    let candidates = (0..<90).map { Candidate(text: "name\($0)", note: "(3, 2)") }
    let lines = CandidateList(candidates: candidates, columns: columns, rows: rows).lines
    #expect(lines.last?.hasSuffix(" more") == true)
    #expect(lines.dropLast().allSatisfy { $0.columns < columns })
    #expect(lines.count <= max(4, rows - 2))
  }
}
