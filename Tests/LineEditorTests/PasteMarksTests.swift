import TestSupport
import Testing

@testable import LineEditor

/// The marks around a paste: taken out wherever the terminal's bytes are cut, and nothing else is.
@Suite struct PasteMarksTests {
  private static let start = "\u{1B}[200~"
  private static let stop = "\u{1B}[201~"

  /// What the line editor gets, `<` and `>` standing for a paste's beginning and end.
  private func keys(_ text: String, pausingAfter pauses: Set<Int> = []) -> String {
    var marks = PasteMarks()
    var keys: [PasteMarks.Key] = []
    for (place, scalar) in text.unicodeScalars.enumerated() {
      keys += marks.take(scalar)
      if marks.isHoldingKey, pauses.contains(place) { keys += marks.release() }
    }
    return Self.spelled(keys + marks.release())
  }

  private static func spelled(_ keys: [PasteMarks.Key]) -> String {
    keys.map { key in
      switch key {
      case .begin: "<"
      case .end: ">"
      case .text(let scalar, _): String(scalar)
      }
    }.joined()
  }

  @Test func whatIsPastedStandsBetweenMarks() {
    #expect(keys("a\(Self.start)X = 1\r\(Self.stop)b") == "a<X = 1\r>b")
    #expect(keys("\(Self.start)\(Self.stop)") == "<>")
  }

  @Test func keysThatAreNoMarkAreGivenBackAsTheyCame() {
    for key in ["\u{1B}", "\u{1B}[A", "\u{1B}[20~", "\u{1B}[2~", "\u{1B}[202~", "\u{1B}\u{1B}[H"] {
      #expect(keys(key) == key)
      #expect(keys("a\(key)b") == "a\(key)b")
    }
  }

  @Test func aKeyDoesNotWaitForWhatMayFollow() {
    var marks = PasteMarks()
    #expect(marks.take("\u{1B}").isEmpty)
    #expect(marks.isHoldingKey)
    #expect(marks.release() == [.text("\u{1B}", isPasted: false)])
    #expect(!marks.isHoldingKey)
    #expect(marks.take("k") == [.text("k", isPasted: false)])
  }

  /// The line editor knows the late mark as a key without a meaning, so it gets all of it.
  @Test func aMarkThatComesInPiecesStillBegins() {
    for pause in 0..<5 {
      let text = keys("\(Self.start)a\(Self.stop)", pausingAfter: [pause])
      #expect(text == "\(Self.start)<a>")
    }
  }

  @Test func insideAPasteNothingIsACommand() {
    #expect(keys("\(Self.start)a\u{1B}[Ab\u{1}\u{4}\u{7F}\u{9B}c\t\(Self.stop)") == "<a[Abc\t>")
    // A second beginning is none, and neither is an end where nothing began.
    #expect(keys("\(Self.start)a\(Self.start)b\(Self.stop)c\(Self.stop)d") == "<ab>cd")
  }

  @Test func aPasteThatNeverEndsStaysOne() {
    var marks = PasteMarks()
    for scalar in (Self.start + "a").unicodeScalars { _ = marks.take(scalar) }
    #expect(marks.isInside)
    #expect(marks.take("\u{1B}").isEmpty)
    // Nobody's key waits there, so that a mark may take its time.
    #expect(!marks.isHoldingKey)
    #expect(marks.take("\r") == [.text("\r", isPasted: true)])
  }

  @Test func randomTextIsTakenApartTheSameAtEveryCut() {
    let pieces = [Self.start, Self.stop, "\u{1B}", "[", "2", "0", "1", "~", "a", "\r", "\u{1B}[20"]
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<trials(200) {
      let text = (0..<20).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      // By the definition: marks first, then what is between them without its controls.
      var expected = ""
      var isInside = false
      var rest = text[...]
      while let next = rest.unicodeScalars.first {
        if rest.hasPrefix(Self.start) || rest.hasPrefix(Self.stop) {
          let begins = rest.hasPrefix(Self.start)
          if begins != isInside { expected += begins ? "<" : ">" }
          isInside = begins
          rest = rest.dropFirst(Self.start.count)
        } else {
          if !isInside || next != "\u{1B}" { expected += String(next) }
          rest = Substring(rest.unicodeScalars.dropFirst())
        }
      }
      #expect(keys(text) == expected, "\(text.debugDescription)")
    }
  }
}
