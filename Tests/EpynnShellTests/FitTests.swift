import EpynnCore
import Testing

@testable import EpynnShell

/// Every screen stays within the terminal, prompt included.
@Suite struct FitTests {
  static let layers: [(name: String, setUp: [String])] = [
    ("the example", []),
    ("four decimals", fourDecimals),
    ("softmax", ["dense 3 softmax", "loss CCE", "Y = [[1,0,0],[0,1,0],[0,0,1],[1,0,0]]"]),
    ("wide", ["X = ones(20, 30) / 3", "dense 12 tanh", "Y = ones(20, 12) / 7"]),
  ]

  @Test(arguments: [80, 120], Notation.all.map(\.name))
  func cardsFit(width: Int, notation: String) {
    for layer in Self.layers {
      var session = Session(screen: Screen(width: width, height: 24))
      for line in layer.setUp + ["set notation \(notation)"] {
        #expect(!session.respond(to: line).hasFailed, "\(line)")
      }
      for _ in 0..<10 {
        let at = "\(layer.name), \(session.prompt)"
        let lines = lines(of: session.respond(to: "step"))
        #expect(lines.count <= 23, "\(at) takes \(lines.count) lines")
        #expect(lines.allSatisfy { $0.count <= width }, "\(at) is too wide")
      }
    }
  }

  @Test(arguments: [80, 120], Notation.all.map(\.name))
  func equationsKeepTheWidth(width: Int, notation: String) {
    var session = Session(screen: Screen(width: width, height: 24))
    let help = Dense.steps.map { "help \($0.name)" }
    for line in ["set notation \(notation)", "show steps"] + help + ["run", "explain dZ[0,1]"] {
      for text in lines(of: session.respond(to: line)) {
        #expect(text.count <= width, "'\(line)': \(text)")
      }
    }
  }

  @Test(arguments: [40, 80, 120])
  func everythingElseKeepsTheWidth(width: Int) {
    for layer in Self.layers {
      var session = Session(screen: Screen(width: width, height: 24))
      let looks = [
        "show shapes", "show steps", "show settings", "show", "show W", "help", "help dZ",
        "help softmax", "help epynn", "help keys", "help goto", "W[9,9]", "X @ dZ", "stpe",
        "goto dX", "X @ dZ", "run", "next", "back 2", "show shapes",
      ]
      #expect(session.startPage.text.split(separator: "\n").allSatisfy { $0.count <= width })
      for line in layer.setUp + looks + Array(repeating: "step", count: 10) {
        for text in lines(of: session.respond(to: line)) {
          #expect(text.count <= width, "\(layer.name), '\(line)': \(text)")
        }
      }
    }
  }

  @Test func startAndHelpFitTheScreen() {
    var session = Session()
    #expect(session.startPage.lines.count <= 22)
    let groups = Command.Group.allCases.map { "help \($0.rawValue)" }
    for line in ["help", "help formulas", "help keys", "help epynn", "help dense", "show steps"]
      + groups
    {
      #expect(lines(of: session.respond(to: line)).count <= 23, "\(line)")
    }
  }

  @Test func withoutUnicodeEverythingIsASCII() {
    let screen = Screen(isUnicode: false)
    for layer in Self.layers {
      var session = Session(screen: screen)
      let start = session.startPage.rendered(in: nil, unicode: false)
      #expect(isASCII(start))
      for line in layer.setUp + Array(repeating: "step", count: 10) + ["X @ W.T", "help η", "back"]
      {
        let response = session.respond(to: line)
        let pages = response.output + (response.complaint ?? Page())
        let text = pages.rendered(in: nil, unicode: false)
        #expect(isASCII(text) && !text.contains("?"), "\(line): \(text)")
      }
    }
  }

  private func isASCII(_ text: String) -> Bool { text.allSatisfy { $0.isASCII } }

  private func lines(of response: Response) -> [Substring] {
    response.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
  }
}
