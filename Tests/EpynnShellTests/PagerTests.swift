import Testing

@testable import EpynnShell

/// Something long is shown a page at a time.
@Suite struct PagerTests {
  private func page(_ count: Int) -> Page { Page((0..<count).map { Line("line \($0)") }) }

  /// As much as stands above the prompt.
  @Test(arguments: [0, 1, 22, 23])
  func whatIsNotLongIsShownWhole(count: Int) {
    var pager = Pager()
    #expect(pager.first(of: page(count), on: Screen()) == page(count))
    #expect(pager.isEmpty)
  }

  @Test func aLineMoreIsPaged() {
    var pager = Pager()
    #expect(pager.first(of: page(24), on: Screen()).lines.count == 23)
    #expect(pager.next(on: Screen()) == Page([Line("line 22"), Line("line 23")]))
  }

  @Test func theRestComesPageByPageAndNothingIsLost() {
    var pager = Pager()
    var shown = pager.first(of: page(50), on: Screen())
    #expect(shown.lines.count == 23)
    #expect(shown.text.hasSuffix("… 28 more lines: Enter shows them, q leaves them\n"))
    var lines = Array(shown.lines.dropLast())
    while !pager.isEmpty {
      shown = pager.next(on: Screen())
      #expect(shown.lines.count <= 23)
      lines += pager.isEmpty ? shown.lines : Array(shown.lines.dropLast())
    }
    #expect(Page(lines) == page(50))
  }

  @Test func somethingElseForgetsIt() {
    var pager = Pager()
    _ = pager.first(of: page(50), on: Screen())
    pager.drop()
    #expect(pager.isEmpty && pager.next(on: Screen()).isEmpty)
  }
}
