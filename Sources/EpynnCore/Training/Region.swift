internal import CKernels

/// Where a tensor lies in the memory of a compiled iteration, row after row.
struct Region: Hashable, Sendable {
  let offset: Int
  let rows: Int
  let columns: Int

  var count: Int { rows * columns }
  var end: Int { offset + count }
  /// The cells that it needs in a memory: vectors read and write behind its own.
  static func room(for count: Int) -> Int {
    (count + ck_room - 1) / ck_room * ck_room + ck_room
  }
  var roomEnd: Int { offset + Self.room(for: count) }
  var shape: Shape { Shape(rows, columns) }

  func overlaps(_ other: Region) -> Bool { offset < other.end && other.offset < end }
}

/// What a region is for.
enum Slot: Hashable, Sendable {
  case tensor(Quantity, layer: Int)
  case data
  /// X turned over, where a narrow layer reads it so.
  case turnedData
  case given
  case target
  case loss
  /// The losses of all samples summed, in their order.
  case totalLoss
  case rate(layer: Int)
  case clipping(layer: Int)
}
