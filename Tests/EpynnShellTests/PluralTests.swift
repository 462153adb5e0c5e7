import Testing

@testable import EpynnShell

/// One of a thing is not several: the smallest network goes through what counts things.
@Suite struct PluralTests {
  private static let nouns = [
    "answers", "bytes", "cells", "classes", "columns", "commands", "counts", "decimals",
    "dimensions",
    "edits", "entries", "epochs", "examples", "exercises", "failures", "features", "files",
    "inputs",
    "items", "iterations", "layers", "letters", "lines", "mistakes", "moments", "names", "numbers",
    "outputs", "points", "questions", "rows", "samples", "seconds", "statements", "steps",
    "students",
    "tables", "tensors", "terms", "tries", "units", "values", "votes", "weights", "words",
  ]

  /// What is wrong in a text: `1 lines`, `1 further lines`, `the 1 rows`.
  private func plurals(in text: String) throws -> [String] {
    let words = Self.nouns.joined(separator: "|")
    let plural = try Regex("(?:^|[^-\\w.,/×(\\[^])1 (?:(?:further|other|whole) )?(?:\(words))\\b")
    return text.oneLine.matches(of: plural).map { String(text.oneLine[$0.range]) }
  }

  @Test func theRuleFindsThem() throws {
    #expect(try plurals(in: "saved 1 lines to 'x'") == [" 1 lines"])
    #expect(try plurals(in: "… 1 further\n  lines") == [" 1 further lines"])
    #expect(try plurals(in: "0.1 units, (1 units), 11 lines, 1 line").isEmpty)
  }

  private static let lines: [String] =
    ["X = [[2]]", "W = [[0]]", "b = [[0]]", "Y = [[3]]", "1", "W == [[4]]", "X + 1 == X"]
    + [
      "step", "step 1", "back", "back 1", "redo 1", "goto update;", "show", "card",
      "explain dW[0,0]",
    ]
    + ["mine dW = [[5]]", "mine Z = [[9]]", "mine dW = X.T * 7", "mine dZ = [[1],[2]]", "check"]
    + ["predict", "1", "leave", "bug", "bug off", "train 1", "goto epoch 1", "restart", "epochs"]
    + [
      "why", "why b", "why db", "why dW", "why W", "why slope", "why relu", "why shapes", "lessons",
    ]
    + ["save x.md", "export x.md", "export x.md session", "export W.npy", "export x.csv"]
    + ["progress", "history", "history 1", "load x.epynn", "load x.csv", "convention", "loss MSE"]
    + ["X = [[1, 2], [3, 4]]", "X = [1, 2", "1, 2]", "a, b = 1", "[[1], [2, 3]]", "np.zeros((1))"]
    + ["lesson x.md", "", "leave", "try rate 1", "undo", "seed 1", "new", "1", "1", "1", "leave"]

  @Test(arguments: ["", "dense 1 sigmoid", "dense 1"])
  func nothingIsOneOfSeveral(more: String) throws {
    let disk = Disk([
      "x.epynn": "rate 1\n", "x.csv": "1\n", "x.md": "# One\n\n```epynn\n> rate\n```\n",
    ])
    var session = Session(surroundings: disk.surroundings)
    for line in ["X = [[2]]", "dense 1 relu", more] + Self.lines where !line.isEmpty {
      let text = session.answer(line, in: disk).text
      let found = try plurals(in: text)
      #expect(found.isEmpty, "\(line): \(found) in \(text)")
    }
    for page in WhyPage.all {
      let found = try plurals(in: session.answer("why \(page.name)", in: disk).text)
      #expect(found.isEmpty, "why \(page.name): \(found)")
    }
  }

  @Test func whatIsLeftOutIsCounted() {
    #expect(Omission.steps(1).sentence == "… 1 step more")
    #expect(
      Omission.cells(rows: (1, 5), columns: (1, 1)).sentence == "1 of 5 rows, 1 of 1 column")
  }
}
