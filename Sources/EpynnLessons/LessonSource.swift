/// A lesson's text before it is understood: its blocks, and the lines between them, comments left
/// out.
package struct LessonSource: Sendable {
  let lines: [String]
  /// Its parts in their order.
  let pieces: [Piece]
  /// The first line that would begin a comment, and no line ends it, counted from 1.
  package let unclosedComment: Int?

  enum Piece: Sendable {
    /// A line between the blocks, by its index.
    case line(Int)
    case block(FencedBlock)
  }

  /// - Throws: `LessonFault` where the bytes are no text.
  package init(_ bytes: [UInt8]) throws(LessonFault) {
    lines = try SourceLines(bytes).lines
    var pieces: [Piece] = []
    var unclosedComment: Int?
    var place = 0
    while place < lines.count {
      // Once one is never closed, none behind it is: the lines are searched once.
      let comment = unclosedComment == nil ? Comment(openingAt: place, in: lines) : nil
      if case .unclosed = comment { unclosedComment = place + 1 }
      if case .closed(let end) = comment {
        place = end
      } else if let block = FencedBlock(openingAt: place, in: lines) {
        pieces.append(.block(block))
        place = block.end
      } else {
        pieces.append(.line(place))
        place += 1
      }
    }
    self.pieces = pieces
    self.unclosedComment = unclosedComment
  }

  package var blocks: [FencedBlock] {
    pieces.compactMap { piece in
      switch piece {
      case .line: nil
      case .block(let block): block
      }
    }
  }

  /// The lines between the blocks, each with its number.
  package var prose: [(line: Int, text: String)] {
    pieces.compactMap { piece in
      switch piece {
      case .line(let place): (place + 1, lines[place])
      case .block: nil
      }
    }
  }
}
