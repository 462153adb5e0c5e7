import CharacterWidth
import Testing

@testable import LineEditor

/// The width of characters, on which the pages and the line that is edited have to agree.
@Suite struct CharacterWidthTests {
  @Test(arguments: [
    ("abc", 3), ("é", 1), ("e\u{301}", 1), ("dZ ⊙ ∂𝓛/∂z", 10), ("日本", 4), ("ｱ", 1), ("Ａ", 2),
    ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("😀", 2), ("⌚", 2), ("⎡⣿", 2), ("\u{200B}", 0),
    ("a\u{20DD}", 1), ("𠀀", 2), ("🫠", 2),
  ])
  func takesSoManyColumns(text: String, columns: Int) {
    #expect(text.columns == columns)
  }

  #if os(Linux)
    /// libedit asks the C library; what came with a later Unicode than 14 one of them may not know.
    @Test func theTableIsTheCLibrarys() {
      #expect(Locale.prepare())
      var compared = 0
      for scalar in (0xA0..<0x40000 as Range<UInt32>).compactMap(Unicode.Scalar.init) {
        guard let age = scalar.properties.age, age.major <= 14, scalar.isShowable,
          scalar.properties.generalCategory != .privateUse,
          // A mark that Unicode 16 has made a letter.
          scalar != "\u{1171E}"
        else { continue }
        compared += 1
        #expect(scalar.columns == scalar.editedColumns, "U+\(String(scalar.value, radix: 16))")
      }
      #expect(compared > 100_000)
    }
  #endif
}
