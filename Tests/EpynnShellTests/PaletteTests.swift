import Foundation
import Testing

@testable import EpynnShell

/// What is told by colour is read on black and on white, and stands in words too.
@Suite struct PaletteTests {
  /// The contrast of two colours by WCAG 2, from 1 to 21.
  private static func contrast(_ hue: (Double, Double, Double), beside gray: Double) -> Double {
    func linear(_ channel: Double) -> Double {
      channel <= 0.03928 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4)
    }
    func luminance(_ color: (Double, Double, Double)) -> Double {
      0.2126 * linear(color.0) + 0.7152 * linear(color.1) + 0.0722 * linear(color.2)
    }
    let both = [luminance(hue), luminance((gray, gray, gray))].sorted()
    return (both[1] + 0.05) / (both[0] + 0.05)
  }

  private static func hues(of palette: Palette) -> [Hue] {
    Style.allCases.compactMap { palette.ink($0).hue }
  }

  @Test(arguments: Palette.all.map(\.name), [0.0, 1.0])
  func everyColourIsReadOnBlackAndOnWhite(name: String, gray: Double) throws {
    let palette = try #require(Palette.named(name))
    let steps = [0.0, 95, 135, 175, 215, 255]
    for hue in Self.hues(of: palette) {
      let direct = (Double(hue.red) / 255, Double(hue.green) / 255, Double(hue.blue) / 255)
      #expect(Self.contrast(direct, beside: gray) >= 4.5)
      // The cube of six by six by six that begins at 16.
      let place = Int(hue.index) - 16
      #expect((0..<216).contains(place))
      let indexed = (
        steps[place / 36] / 255, steps[place / 6 % 6] / 255, steps[place % 6] / 255
      )
      #expect(Self.contrast(indexed, beside: gray) >= 4.5)
    }
  }

  @Test func onlyTheOneWithoutColoursHasNone() {
    #expect(Palette.all.filter { Self.hues(of: $0).isEmpty }.map(\.name) == ["plain"])
  }

  /// No two meanings that stand beside each other look alike, whatever the palette.
  @Test(arguments: Palette.all.map(\.name)) func meaningsDiffer(name: String) throws {
    let palette = try #require(Palette.named(name))
    let pairs: [(Style, Style)] = [
      (.agreement, .difference), (.letter, .summed), (.plain, .written), (.plain, .difference),
      (.plain, .refusal), (.plain, .warning), (.warning, .difference),
    ]
    for (one, other) in pairs { #expect(palette.ink(one) != palette.ink(other)) }
  }

  @Test(arguments: [
    ([:], ColorDepth.theme), (["TERM": "xterm"], .theme), (["TERM": "linux"], .theme),
    (["TERM": "xterm-256color"], .indexed), (["TERM": "tmux-256color"], .indexed),
    (["TERM": "xterm-256color", "COLORTERM": "truecolor"], .direct),
    (["TERM": "xterm", "COLORTERM": "24bit"], .direct),
    (["TERM": "xterm-kitty"], .direct), (["TERM": "xterm-direct"], .direct),
    (["TERM": "screen", "COLORTERM": "truecolor"], .theme),
    (["TERM": "screen", "COLORTERM": "truecolor", "TMUX": "/tmp/tmux"], .direct),
    (["TERM": "xterm", "COLORTERM": "yes"], .theme),
  ])
  func aTerminalSaysHowManyColoursItHas(variables: [String: String], depth: ColorDepth) {
    #expect(ColorDepth { variables[$0] } == depth)
  }

  @Test(arguments: [
    (ColorDepth.theme, "\u{1B}[1;31mWRONG\u{1B}[0m\n"),
    (.indexed, "\u{1B}[1;38;5;131mWRONG\u{1B}[0m\n"),
    (.direct, "\u{1B}[1;38;2;228;36;42mWRONG\u{1B}[0m\n"),
  ])
  func aMeaningIsPaintedAsDeepAsTheTerminalCan(depth: ColorDepth, text: String) {
    let page = Page([Line("WRONG", .difference)])
    #expect(page.rendered(in: Paint(.standard, depth), unicode: true) == text)
    #expect(page.rendered(in: nil, unicode: true) == "WRONG\n")
  }

  @Test func whatDiffersStandsOut() throws {
    var session = Session()
    _ = session.respond(to: "run;")
    func styles(_ line: String) -> [Style: String] {
      let response = session.respond(to: line)
      let lines = response.output.lines + (response.complaint?.lines ?? [])
      return lines.flatMap(\.pieces).reduce(into: [:]) { $0[$1.style, default: ""] += $1.text }
    }
    #expect(styles("check")[.agreement] == "okokokokok")
    _ = session.respond(to: "bug gradient-averaged")
    #expect(styles("check")[.difference]?.contains("WRONG") == true)
    session = Session()
    _ = session.respond(to: "run;")
    #expect(styles("mine dZ = dA")[.difference]?.contains("7 of 8 cells agree") == true)
    #expect(styles("mine dZ = -dZ")[.difference]?.contains("yours -3") == false)
    #expect(
      styles("mine dZ = [[0, 3], [1, 1], [1, 0], [1, 3]]")[.difference] == "6 of 8 cells agree33")
    #expect(styles("shwo")[.refusal]?.contains("no command 'shwo'") == true)
  }

  /// Wrapped words keep what they mean.
  @Test func aLineThatIsBrokenKeepsItsMeanings() {
    let line = Line("all of it ") + Line("is summed away", .summed) + Line(" and gone")
    let lines = line.wrapped(to: 16, indent: 2)
    #expect(lines.map(\.text) == ["all of it is", "  summed away", "  and gone"])
    #expect(lines[1].pieces.last == Line.Piece(text: "summed away", style: .summed))
  }

  @Test func aPaletteIsASetting() {
    var session = Session()
    #expect(session.respond(to: "set colors safe").text == "colors is safe\n")
    #expect(session.settings.colors == .safe)
    #expect(
      session.respond(to: "set colors red").text.contains(
        "'red' does not work for 'colors'; it wants standard|safe|plain"))
  }
}
