/// A fenced block as it stands in a file.
package struct FencedBlock: Sendable, Equatable {
  /// The words behind its opening mark.
  package let info: String
  /// What stands between its marks, without the indent of the fence.
  package let lines: [String]
  /// The line of its opening, counted from 1.
  package let line: Int
  package let indent: Int
  /// The opening mark alone.
  let mark: String
  let isClosed: Bool
  /// The index of the line behind it.
  let end: Int

  /// The block that a line opens; `nil` where it opens none.
  init?(openingAt place: Int, in lines: [String]) {
    guard let fence = Fence(opening: lines[place]) else { return nil }
    let closing = lines[(place + 1)...].firstIndex { fence.isClosed(by: $0) }
    let end = closing ?? lines.count
    info = fence.info
    self.lines = lines[(place + 1)..<end].map { fence.content(of: $0) }
    line = place + 1
    indent = fence.indent
    mark = String(repeating: String(fence.mark), count: fence.length)
    isClosed = closing != nil
    self.end = isClosed ? end + 1 : end
  }
}
