/// What does not fit on the screen at once: a page is shown, Enter shows the next.
public struct Pager: Sendable {
  private var rest: ArraySlice<Line> = []

  public init() {}

  public var isEmpty: Bool { rest.isEmpty }

  /// All of a text, or of a long one as much as fits above the prompt; what is left waits.
  public mutating func first(of page: Page, on screen: Screen) -> Page {
    // Whoever hears it stops it when it is enough.
    guard !screen.isSpoken, page.lines.count > screen.height - 1 else { return page }
    rest = page.lines[...]
    return next(on: screen)
  }

  public mutating func next(on screen: Screen) -> Page {
    // The prompt needs a line, and so does the remark.
    guard rest.count > screen.height - 1 else {
      defer { rest = [] }
      return Page(Array(rest))
    }
    let shown = rest.prefix(screen.height - 2)
    rest = rest.dropFirst(shown.count)
    let count = rest.count.counted("more line")
    return Page(Array(shown) + [Line("… \(count): Enter shows them, q leaves them")])
  }

  /// Forgets what is left, since something else was typed.
  public mutating func drop() { rest = [] }
}
