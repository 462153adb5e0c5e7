import EpynnLessons
import Testing

@testable import EpynnShell

/// A lesson is a stranger's file: no byte of it reaches the terminal as a control.
@Suite struct HostileLessonTests {
  /// Every C0 and C1 control, what terminals obey, and what turns or hides text.
  private static let attacks: [String] = controls + commands + marks

  private static let controls: [String] = {
    let codes: [UInt32] = Array(0x00...0x1F) + Array(0x7F...0x9F)
    return codes.filter { $0 != 0x0A && $0 != 0x0D }.compactMap(Unicode.Scalar.init)
      .map { "a\($0)b" }
  }()

  private static let commands: [String] = [
    "\u{1B}]8;;http://example.org\u{07}click\u{1B}]8;;\u{07}", "\u{1B}]52;c;cm0gLXJm\u{07}",
    "\u{9D}52;c;eA==\u{9C}", "\u{1B}[2J\u{1B}[H", "\u{1B}[10A\u{1B}[K", "\u{9B}31m",
    "\u{1B}P$q\u{1B}\\", "\u{1B}c", "a\rb",
  ]

  private static let marks: [String] = [
    "\u{202A}", "\u{202B}", "\u{202C}", "\u{202D}", "\u{202E}", "\u{2066}", "\u{2067}",
    "\u{2068}", "\u{2069}", "\u{200E}", "\u{200F}", "\u{061C}", "\u{2028}", "\u{2029}",
    "\u{FEFF}", "\u{00AD}", "\u{E0041}", "\u{E000}",
  ].map { "a\($0)b" }

  private static func lesson(_ attack: String) -> String {
    """
    # Title \(attack)

    Prose \(attack) and *\(attack)* and `\(attack)`.

    - \(attack)

    > \(attack)

    ```swift
    \(attack)
    ```

    ```epynn
    > show \(attack)
    > \(attack)
    > x\(attack) = 1
    > load \(attack)
    > help \(attack)
    \(attack)
    ```

    ```question
    Ask \(attack)?
    choice: \(attack)
    choice: other
    answer: \(attack)
    accept: \(attack)
    hint: \(attack)
    why: \(attack)
    ```
    """
  }

  private func expectTame(_ text: String, _ attack: String) {
    for scalar in text.unicodeScalars where scalar != "\n" {
      let isTame =
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse: false
        default: true
        }
      #expect(isTame, "U+\(String(scalar.value, radix: 16)) from \(attack.debugDescription)")
    }
  }

  @Test func proseCommandsAndQuestionsAreTame() throws {
    #expect(Self.attacks.count == 63 + 9 + 18)
    for attack in Self.attacks {
      let text = Self.lesson(attack)
      var session = Session(
        surroundings: Surroundings(read: { _ in .success(Array(text.utf8)) }))
      var printed = session.respond(to: "lesson x.md").text
      for line in [
        "", "", "", "", "", "", "wrong", "hint", "solution", "again", "lessons", "leave",
      ] {
        printed += session.prompt + session.respond(to: line).text
      }
      #expect(printed.contains("Prose"), "\(attack.debugDescription)")
      expectTame(printed, attack)
      for failure in LessonTest().discrepancies(of: try Lesson(reading: Array(text.utf8))) {
        expectTame(failure.message.map(\.visible).joined(), attack)
      }
    }
  }

  @Test func fileNamesAndFaultsAreTame() {
    for attack in Self.attacks {
      var session = Session()
      for bytes in ["lesson \(attack).md", "load \(attack)", "save \(attack).md"] {
        expectTame(session.respond(to: bytes).text, attack)
      }
      expectTame(session.run(file: "\(attack).md", from: .prompt).text, attack)
      expectTame(session.run(file: attack).text, attack)
      let broken = "```\(attack)\n\n```question\n\(attack)\n```\n```lesson\n\(attack): 1\n```\n"
      session.surroundings.read = { _ in .success(Array(broken.utf8)) }
      expectTame(session.run(file: "\(attack).md", from: .prompt).text, attack)
    }
  }

  @Test func colourAddsNoEscapeButOurOwn() throws {
    for attack in Self.attacks {
      let text = Self.lesson(attack)
      var session = Session(
        surroundings: Surroundings(read: { _ in .success(Array(text.utf8)) }))
      let page = session.respond(to: "lesson x.md").output
      var rendered = page.rendered(in: Paint(.standard, .theme), unicode: true)
      for code in ["1;32", "36", "1;36", "1", "3", "0"] {
        rendered = rendered.replacing("\u{1B}[\(code)m", with: "")
      }
      expectTame(rendered, attack)
    }
  }
}
