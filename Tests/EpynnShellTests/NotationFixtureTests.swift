import Foundation
import Testing

@testable import EpynnShell

/// `Fixtures/notations.txt`: the screens that show equations, as each notation drew them when the
/// fixture was made.
@Suite struct NotationFixtureTests {
  private static let layers: [(name: String, setUp: [String])] = [
    ("one layer", []),
    ("two layers", ["dense 2 softmax", "loss CCE", "clip 0.25"]),
    ("no target", ["new;", "X = [[1, 2]]", "dense 2 lrelu LRELU_alpha=0.25"]),
  ]

  private static let looks = [
    "show steps", "help X", "help dA", "help dZ", "help dX", "help update", "run",
    "explain dZ[0,1]",
  ]

  @Test func everyNotationDrawsWhatItDrew() throws {
    let name = "Fixtures/notations"
    let file = try #require(Bundle.module.url(forResource: name, withExtension: "txt"))
    let expected = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let drawn = Self.screens.split(separator: "\n")
    #expect(drawn.count == expected.count)
    for (line, known) in zip(drawn, expected) { #expect(line == known) }
  }

  private static var screens: String {
    var text = ""
    for notation in ["docs", "matrix", "numpy", "ascii", "latex"] {
      for isUnicode in [true, false] {
        for layer in layers {
          var session = Session(screen: Screen(width: 100, isUnicode: isUnicode))
          for line in layer.setUp + ["set notation \(notation)"] {
            _ = session.respond(to: line, from: .script)
          }
          text += "# \(notation), \(layer.name)\(isUnicode ? "" : ", an ASCII screen")\n"
          for line in looks {
            let output = session.respond(to: line, from: .script).output
            text += "> \(line)\n" + output.rendered(in: nil, unicode: isUnicode)
          }
        }
      }
    }
    return text
  }
}
