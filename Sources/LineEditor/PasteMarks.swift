/// Takes out the marks that a terminal puts around what is pasted.
///
/// Between them all is text: Enter and Tab keep their places, any other control character is left
/// out, so that nothing pasted is a command to the line editor.
struct PasteMarks {
  enum Key: Equatable {
    case text(Unicode.Scalar, isPasted: Bool)
    case begin
    case end
  }

  static let start: [Unicode.Scalar] = ["\u{1B}", "[", "2", "0", "0", "~"]
  static let stop: [Unicode.Scalar] = ["\u{1B}", "[", "2", "0", "1", "~"]

  private(set) var isInside = false
  /// What may become a mark.
  private var held: [Unicode.Scalar] = []
  /// The beginning of a mark whose rest came too late to keep it back.
  private var late: [Unicode.Scalar] = []

  /// Whether something waits for what follows it: a person's ESC must not wait for long.
  var isHoldingKey: Bool { !held.isEmpty && !isInside }

  /// Takes what the terminal sent; what comes of it, which may be nothing yet.
  mutating func take(_ scalar: Unicode.Scalar) -> [Key] {
    if !late.isEmpty, let keys = takeLate(scalar) { return keys }
    if held.isEmpty, scalar != Self.start[0] { return text(scalar) }
    let candidate = held + [scalar]
    if candidate == Self.start || candidate == Self.stop {
      held = []
      return stand(inside: candidate == Self.start)
    }
    if Self.start.starts(with: candidate) || Self.stop.starts(with: candidate) {
      held = candidate
      return []
    }
    let before = held.flatMap(text)
    held = []
    return before + (scalar == Self.start[0] ? take(scalar) : text(scalar))
  }

  /// Gives back what was held, since nothing has followed it so far.
  mutating func release() -> [Key] {
    (late, held) = (held, [])
    return late.flatMap(text)
  }

  /// The rest of a mark that was given back goes where its beginning went, and still counts.
  private mutating func takeLate(_ scalar: Unicode.Scalar) -> [Key]? {
    let candidate = late + [scalar]
    late = Self.start.starts(with: candidate) ? candidate : []
    guard !late.isEmpty else { return nil }
    guard candidate == Self.start else { return text(scalar) }
    late = []
    return text(scalar) + stand(inside: true)
  }

  private mutating func stand(inside isNowInside: Bool) -> [Key] {
    guard isNowInside != isInside else { return [] }
    isInside = isNowInside
    return [isInside ? .begin : .end]
  }

  private func text(_ scalar: Unicode.Scalar) -> [Key] {
    guard isInside else { return [.text(scalar, isPasted: false)] }
    switch scalar {
    case "\n", "\r", "\t", "\u{3}": return [.text(scalar, isPasted: true)]
    case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}": return []
    default: return [.text(scalar, isPasted: true)]
    }
  }
}
