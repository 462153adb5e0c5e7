import Testing

@testable import EpynnShell

/// Facts in columns as a terminal gets them.
@Suite struct ColumnTests {
  private func text(_ fact: Fact, width: Int, isUnicode: Bool = true) -> String {
    let screen = Screen(width: width, height: 12, isUnicode: isUnicode)
    return Page([fact], Look(settings: Settings(), screen: screen)).text
  }

  @Test func whatIsCutKeepsToItsLine() {
    var table = Table(rows: [["9", "a line that fits"], ["10", "a line that is rather long"]])
    (table.isNumbered, table.isCut) = (true, true)
    #expect(
      text(.table(table), width: 28) == """
           9  a line that fits
          10  a line that is rathe…

        """)
    #expect(
      text(.table(table), width: 60) == """
           9  a line that fits
          10  a line that is rather long

        """)
  }

  /// A letter may bear any number of marks, and takes one column all the same.
  @Test func marksAreCutToo() {
    var table = Table(rows: [["1", "a" + String(repeating: "\u{301}", count: 100_000)]])
    table.isCut = true
    #expect(text(.table(table), width: 80).unicodeScalars.count < 100)
  }

  @Test func columnsThatDoNotFitStandBelow() {
    var table = Table(header: ["is", "0", "1", "recall"], rows: [["cat", "12", "3", "0.8"]])
    table.below = (3, "class")
    #expect(
      text(.table(table), width: 40) == """
          is   0   1  recall
          cat  12  3  0.8

        """)
    #expect(
      text(.table(table), width: 20) == """
          is   0   1
          cat  12  3

          class  recall
          cat    0.8

        """)
  }

  @Test func fewerRowsTakeTheirPlaceWhereThereIsNoRoom() {
    var table = Table(rows: (1...6).map { ["row \($0)"] }, indent: 0)
    table.shorter = .init([["rows 1 to 6"]], linesBelow: 6)
    #expect(text(.table(table), width: 40).hasPrefix("row 1\nrow 2\n"))
    table.shorter = .init([["rows 1 to 6"]], linesBelow: 7)
    #expect(text(.table(table), width: 40) == "rows 1 to 6\n")
  }

  @Test func aListingHangsBehindItsLabels() {
    let entries = [
      Listing.Entry(["a", "first"], ["some words that go on"]),
      Listing.Entry(["b", "2nd"], ["x = 1", "y + 2", "z + 3"], sign: " = "),
    ]
    #expect(
      text(.listing(Listing(entries: entries, gap: 1, hanging: 2)), width: 30) == """
          a first  some words that go
                     on
          b 2nd    x = 1 = y + 2
                     = z + 3

        """)
  }

  @Test func aTextStandsBelowItsLabelWhereThereIsNoRoomBesideIt() {
    let listing = Listing(entries: [.init(["a long label"], ["some words that go on"])])
    #expect(
      text(.listing(listing), width: 24) == """
          a long label
            some words that go
            on

        """)
  }

  @Test func theEntryAtHandIsMarked() {
    let entries = ["X", "Z"].map { Listing.Entry([$0], ["its step"]) }
    let listing = Listing(entries: entries, indent: 0, marked: 1)
    #expect(text(.listing(listing), width: 40) == "   X  its step\n→  Z  its step\n")
    #expect(
      text(.listing(listing), width: 40, isUnicode: false) == "   X  its step\n-> Z  its step\n")
  }
}
