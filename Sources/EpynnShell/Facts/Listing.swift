/// Labels as wide as the widest, and behind each a text or a chain.
struct Listing: Sendable {
  let entries: [Entry]
  /// The spaces between two labels of an entry.
  var gap = 2
  var indent = 2
  /// How much further in than its first line the rest of a text stands.
  var hanging = 0
  /// The least columns that the labels take, so that they stay where they are from one time to the
  /// next.
  var leastWidth = 0
  /// Whether the labels begin with numbers, which end below each other.
  var isNumbered = false
  /// Which entry is the one at hand.
  var marked: Int?
  /// Whether the labels are what is typed, or what stands behind them.
  var isTyped = false
  var hasTypedParts = false
  var room = Room.page

  struct Entry: Sendable {
    let labels: [String]
    /// Broken only at the sign between them where they are several.
    let parts: [String]
    var sign = ""

    init(_ labels: [String], _ parts: [String], sign: String = "") {
      self.labels = labels
      self.parts = parts
      self.sign = sign
    }
  }
}
