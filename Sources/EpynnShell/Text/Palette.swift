/// A colour that is read on black as on white, as each kind of terminal has it.
public struct Hue: Sendable, Equatable {
  let red: UInt8
  let green: UInt8
  let blue: UInt8
  /// Its place in the table of 256.
  let index: UInt8
  /// Its place among the eight of a terminal's own theme, which are its reader's choice.
  let theme: UInt8

  static let green = Hue(red: 3, green: 136, blue: 48, index: 29, theme: 2)
  static let teal = Hue(red: 0, green: 131, blue: 135, index: 63, theme: 6)
  static let blue = Hue(red: 12, green: 114, blue: 231, index: 63, theme: 4)
  static let violet = Hue(red: 145, green: 81, blue: 236, index: 98, theme: 5)
  static let magenta = Hue(red: 212, green: 24, blue: 180, index: 163, theme: 5)
  static let red = Hue(red: 228, green: 36, blue: 42, index: 131, theme: 1)
  static let vermilion = Hue(red: 211, green: 67, blue: 5, index: 131, theme: 1)
}

/// What a meaning is written with.
struct Ink: Sendable, Equatable {
  var hue: Hue?
  var isBold = false
  var isSlanted = false
  var isUnderlined = false
  var isReversed = false
}

/// A row of the table of palettes: the ink of each meaning. No meaning is told by colour alone.
public struct Palette: Sendable, Equatable {
  public let name: String
  public let summary: String
  private let inks: [Style: Ink]

  func ink(_ style: Style) -> Ink { inks[style] ?? Self.shapes[style] ?? Ink() }

  /// What has no colour in any of them.
  private static let shapes: [Style: Ink] = [
    .focused: Ink(isReversed: true), .strong: Ink(isBold: true), .emphasis: Ink(isSlanted: true),
    .code: Ink(isBold: true),
  ]

  public static let standard = Palette(
    name: "standard", summary: "green for what was written and agrees, red for what does not",
    inks: [
      .written: Ink(hue: .green, isBold: true), .agreement: Ink(hue: .green),
      .letter: Ink(hue: .teal), .summed: Ink(hue: .teal, isBold: true, isUnderlined: true),
      .difference: Ink(hue: .red, isBold: true), .refusal: Ink(hue: .red),
      .warning: Ink(hue: .violet),
    ])

  /// Blue and vermilion, which look different to whoever sees red and green alike; all of it is bold,
  /// for thin letters fade on a wall.
  static let safe = Palette(
    name: "safe", summary: "blue and orange, in bold: for red-green blindness and for a beamer",
    inks: [
      .written: Ink(hue: .blue, isBold: true), .agreement: Ink(hue: .blue, isBold: true),
      .letter: Ink(isBold: true), .summed: Ink(isBold: true, isUnderlined: true),
      .difference: Ink(hue: .vermilion, isBold: true, isUnderlined: true),
      .refusal: Ink(hue: .vermilion, isBold: true), .warning: Ink(hue: .magenta, isBold: true),
    ])

  static let plain = Palette(
    name: "plain", summary: "no colours: bold, underlined and reversed",
    inks: [
      .written: Ink(isBold: true), .summed: Ink(isUnderlined: true),
      .difference: Ink(isReversed: true), .refusal: Ink(isBold: true),
      .warning: Ink(isUnderlined: true),
    ])

  package static let all = [standard, safe, plain]

  package static func named(_ name: String) -> Palette? { all.first { $0.name == name } }
}
