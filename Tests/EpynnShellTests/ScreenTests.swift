import Foundation
import Testing

@testable import EpynnShell

/// Every kind of screen at four widths and in its colours, as it was looked at.
///
/// What differs is left as text and as a picture in the folder that the failure names, to be looked
/// at before it becomes the fixture.
@Suite struct ScreenTests {
  /// What each is called, what is typed before it, and its line.
  static let screens: [(name: String, before: [String], line: String)] = [
    ("card-z", ["goto Z;"], "step"), ("card-dz", ["goto dZ;"], "step"),
    ("card-update", ["goto update;"], "step"), ("digest", [], "run"),
    ("card-focus", ["goto dW;", "focus dW[0,1];"], "step"),
    ("card-covered", ["run;", "cover dW;", "goto db;"], "step"),
    (
      "card-wide", ["X = arange(60).reshape(3, 20) / 7;", "dense 9 tanh;", "goto Z;"], "step"
    ),
    ("value", ["run;"], "show dW"), ("status", ["run;"], "status"),
    ("shapes", ["run;"], "show shapes"),
    ("steps", [], "show steps"), ("settings", [], "show settings"),
    ("network", ["dense 3 tanh;", "dense 2 softmax;"], "show network"),
    ("explain", ["run;"], "explain dW[0,1]"), ("path", ["run;"], "path W[0,0]"),
    ("nudge", ["run;"], "nudge W[0,1]"), ("heat", [], "heat X"),
    ("why", ["run;"], "why transpose"), ("convention", [], "convention"),
    ("mine", ["run;"], "mine dW = [[3, -13], [2, -1], [3, -8]]"),
    ("mine-formula", ["run;"], "mine dZ = dA"), ("check", ["bug gradient-averaged;"], "check"),
    ("bugs", [], "bug"), ("try", ["run;"], "try W[0,1] = 0"), ("diff", ["W[0,1] = 0;"], "diff"),
    ("train", [], "train 40"), ("plot", ["train 40;"], "plot"), ("vote", [], "vote dW[0,1]"),
    ("help", [], "help"), ("help-command", [], "help verify"), ("help-step", [], "help dZ"),
    ("limits", [], "help limits"), ("lessons", [], "lessons"), ("refusal", [], "shwo W"),
    ("misfit", [], "X @ Y"), ("warning", ["rate 9;"], "train 30"),
  ]
  static let widths = [40, 80, 120, 200]

  @Test(arguments: screens.map(\.name)) func aScreenIsTheOneThatWasLookedAt(name: String) throws {
    let screen = try #require(Self.screens.first { $0.name == name })
    var pages: [(width: Int, page: Page)] = []
    for width in Self.widths {
      var session = Session(screen: Screen(width: width, height: 40))
      for line in screen.before { _ = session.respond(to: line) }
      let response = session.respond(to: screen.line)
      let page = response.output + (response.complaint ?? Page())
      #expect(page.lines.allSatisfy { $0.width <= width }, "\(name) at \(width)")
      pages.append((width, page))
    }
    let found = pages.map { width, page in
      "\(width) columns\n" + page.rendered(in: Paint(.standard, .theme), unicode: true)
    }.joined(separator: "\n")
    let folder = try #require(Bundle.module.resourceURL).appending(path: "Fixtures/screens")
    let golden = try? String(contentsOf: folder.appending(path: "\(name).txt"), encoding: .utf8)
    guard found != golden else { return }
    let place = FileManager.default.temporaryDirectory.appending(path: "epynn-screens")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    try found.write(to: place.appending(path: "\(name).txt"), atomically: true, encoding: .utf8)
    for (width, page) in pages {
      let picture = SVGPicture(
        title: "\(name) \(width)", lines: [Line("> \(screen.line)", .strong)] + page.lines,
        palette: .standard)
      try picture.text.write(
        to: place.appending(path: "\(name)-\(width).svg"), atomically: true, encoding: .utf8)
    }
    Issue.record("\(place.path)/\(name).txt is what it is now; look at its pictures")
  }
}
