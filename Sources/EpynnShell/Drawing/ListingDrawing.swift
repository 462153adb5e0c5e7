/// Draws labels below each other and what belongs to each at their right.
struct ListingDrawing {
  let listing: Listing
  let look: Look

  /// The spaces behind the labels.
  private static let gap = 2
  private static let markWidth = 3
  /// With less room beside its label a text stands below it.
  private static let leastRoom = 16

  var lines: [Line] {
    let labels = labels
    let width = max(labels.map(\.displayWidth).max() ?? 0, listing.leastWidth)
    let whole = look.columns(of: listing.room) - listing.indent
    let room = whole - width - Self.gap
    return zip(labels, listing.entries).flatMap { label, entry -> [Line] in
      guard room >= Self.leastRoom else {
        return ([Line(label)] + body(of: entry, width: whole - 2).map { $0.indented(by: 2) })
          .map { $0.trimmed.indented(by: listing.indent) }
      }
      let start = Line(label.padded(to: width + Self.gap))
      return body(of: entry, width: room).enumerated().map { place, line in
        (place == 0 ? start + line : line.indented(by: width + Self.gap)).trimmed
          .indented(by: listing.indent)
      }
    }
  }

  private func body(of entry: Listing.Entry, width: Int) -> [Line] {
    let parts = entry.parts.map(look.legible)
    guard parts.count > 1 else {
      return (parts.first ?? "").wrapped(to: width, indent: listing.hanging)
    }
    return wrapped(
      parts: parts, sign: look.legible(entry.sign), width: width, indent: listing.hanging)
  }

  private var labels: [String] {
    var table = Table(rows: listing.entries.map(\.labels), gap: listing.gap)
    table.isNumbered = listing.isNumbered
    let rows = TableDrawing(table: table, look: look).wholeRows.map(\.text)
    guard let marked = listing.marked else { return rows }
    return rows.enumerated().map { place, row in
      (place == marked ? look.legible("→ ") : "").padded(to: Self.markWidth) + row
    }
  }
}
