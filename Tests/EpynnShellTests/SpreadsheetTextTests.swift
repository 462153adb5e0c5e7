import TestSupport
import Testing

@testable import EpynnShell

/// What stands in a table for a spreadsheet is text there, and comes back as it was.
@Suite struct SpreadsheetTextTests {
  @Test(arguments: [
    ("=1+1", "\"'=1+1\""), ("+1", "\"'+1\""), ("-13", "\"'-13\""), ("@x", "\"'@x\""),
    (" =x", "\" '=x\""), ("\t=x", "\"?=x\""), ("\r=x", "\" '=x\""), ("＝x", "\"'＝x\""),
    ("'=x", "\"''=x\""), ("'tis", "\"''tis\""), ("a;=x", "\"a;'=x\""), ("a; -1", "\"a; '-1\""),
    ("a-1", "\"a-1\""), ("say \"x\"", "\"say \"\"x\"\"\""), ("\u{1B}[31m\u{202E}", "\"?[31m?\""),
    ("one\r\ntwo", "\"one two\""), ("", "\"\""),
  ])
  func aFieldIsText(text: String, field: String) {
    #expect(SpreadsheetText.field(text) == field)
  }

  /// A sign that bears a mark is that sign to a spreadsheet.
  @Test(arguments: [
    ("\"\u{301}", "\"\"\"\u{301}\""), ("=\u{301}x", "'=\u{301}x"), (";\u{301}", "\";\u{301}\""),
  ])
  func aMarkHidesNoSign(text: String, field: String) {
    #expect(CSVText.field(text) == field)
    #expect(field.hasPrefix("\"") || SpreadsheetText.text(of: field) == text)
  }

  /// What a spreadsheet would compute, in disguises.
  static let formulas = [
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", "=\u{301}1+1", "-\u{338}1", "＝1+1", "＋1+1", "－1+1", "＠A1",
    "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "\u{A0}=1+1", "a;=1+1", "a; ＝1+1", "-inf",
  ]

  /// The first cell of a table that a spreadsheet would compute, however it parts cells and whatever
  /// it strips; read by rules of its own.
  static func formula(in table: String) -> String? {
    var cells: [[Unicode.Scalar]] = [[]]
    var isQuoted = false
    for scalar in table.unicodeScalars {
      if scalar == "\"" {
        isQuoted.toggle()
      } else if scalar == ";" || !isQuoted && ",\r\n\t".unicodeScalars.contains(scalar) {
        cells.append([])
      } else {
        cells[cells.count - 1].append(scalar)
      }
    }
    return cells.lazy.map { cell in
      String(String.UnicodeScalarView(cell.drop { $0.properties.isWhitespace || $0.value < 0x20 }))
    }.first { cell in
      Double(cell)?.isFinite != true
        && cell.unicodeScalars.first.map { "=+-@＝＋－＠".unicodeScalars.contains($0) } ?? false
    }
  }

  private static let letters: [Character] = [
    "=", "+", "-", "@", "'", ";", " ", ",", "\"", "\t", "\r", "\n", "a", "1", "＝", "\u{1B}", "é",
    "\u{301}", "|",
  ]

  /// Whatever the text: no cell, and nothing behind a semicolon, begins as a formula, nothing in it
  /// is obeyed, and without its marks it is the text again.
  @Test func everyTextStaysText() {
    var generator = SeededGenerator(seed: 16)
    for _ in 0..<trials(200) {
      let count = Int.random(in: 0...12, using: &generator)
      let text = String(
        (0..<count).map { _ in Self.letters.randomElement(using: &generator) ?? "a" })
      let field = SpreadsheetText.field(text)
      // By scalars: a mark that is put on a quote leaves it a quote.
      let inside = Array(field.unicodeScalars).dropFirst().dropLast()
      var cell = ""
      var isQuoted = false
      for scalar in inside {
        isQuoted = scalar == "\"" && !isQuoted
        if !isQuoted { cell.unicodeScalars.append(scalar) }
      }
      #expect(!isQuoted, "\(text)")
      for part in cell.unicodeScalars.split(separator: ";", omittingEmptySubsequences: false) {
        let first = part.first { $0 != " " }
        #expect(first.map { !"=+-@＝＋－＠".unicodeScalars.contains($0) } ?? true, "\(text)")
      }
      #expect(cell.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }, "\(text)")
      #expect(SpreadsheetText.text(of: cell) == text.onOneLine.visible, "\(text)")
    }
  }

  /// A list of texts in one cell is the same list again; a list of nothing is empty.
  @Test func everyListComesBack() {
    var generator = SeededGenerator(seed: 16)
    for _ in 0..<trials(200) {
      let letters: [Character] = [";", " ", "'", "=", "a", "-", "1"]
      let texts = (0..<Int.random(in: 2...5, using: &generator)).map { _ in
        String(
          (0..<Int.random(in: 0...5, using: &generator)).map { _ in
            letters.randomElement(using: &generator) ?? "a"
          }
        ).trimmingSpaces
      }
      let list = SpreadsheetText.list(texts)
      #expect(SpreadsheetText.texts(of: list) == texts, "\(texts)")
      #expect(SpreadsheetText.texts(of: list.trimmingSpaces) == texts || texts.first == "")
    }
    #expect(SpreadsheetText.texts(of: "") == [])
    #expect(SpreadsheetText.texts(of: "-13") == ["-13"])
  }
}
