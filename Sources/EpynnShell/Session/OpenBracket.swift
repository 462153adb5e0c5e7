/// A bracket that waits for the one that closes it, and the line in which it was opened.
public struct OpenBracket: Sendable {
  private let line: [UInt8]
  /// Its place among the bytes of the line.
  private let place: Int

  init(in line: [UInt8], at place: Int) {
    self.line = line
    self.place = place
  }

  private var isRound: Bool { line[place] == UInt8(ascii: "(") }

  /// That it is open, where it was opened, and how to get out.
  private var sentence: String {
    let text = String(decoding: line, as: UTF8.self).trimmingSpaces.quoted()
    let before = String(decoding: line.prefix(place), as: UTF8.self)
    let column = before.unicodeScalars.count + 1
    let (opening, closing) = isRound ? ("(", ")") : ("[", "]")
    return
      "the '\(opening)' in column \(column) of '\(text)' is still open: '\(closing)' closes it,"
      + " Ctrl-C drops all of it"
  }

  /// The hint for somebody who waits for an answer to a line that goes on.
  public func hint(in session: Session) -> Page {
    Page([.sentence(sentence, hanging: 0, in: .screen)], session.look)
  }
}
