/// The most bytes that a machine may hold, with what its formulas compute on the way.
public struct Capacity: Sendable, Hashable {
  public let bytes: Int
  public let holder: Holder

  package init(bytes: Int, holder: Holder) {
    self.bytes = bytes
    self.holder = holder
  }

  /// Whose machine it is.
  public enum Holder: String, Sendable, Hashable {
    case session, lesson
  }

  /// A person's own: 1 GiB.
  public static let session = Capacity(bytes: 1 << 30, holder: .session)
  /// A lesson is a stranger's: 256 MiB.
  public static let lesson = Capacity(bytes: 256 << 20, holder: .lesson)
}

extension Machine {
  /// The bytes that its tensors and variables take; what steps hand on is counted once.
  package var heldBytes: Int {
    var values = [data, target, given, sampleLoss].map { $0?.matrix }
    if let training, !training.takesAll {
      values += [training.data.matrix, training.target.matrix]
    }
    for samples in [heldOut.whole, heldOut.validation, heldOut.test] {
      values += [samples?.x, samples?.y]
    }
    for (place, layer) in layers.enumerated() {
      // X is the data or A of the layer below, dA of a hidden layer dX of the one above.
      let handedOn: Set<Quantity> = place < layers.count - 1 ? [.x, .dA] : [.x]
      for (quantity, value) in layer.tensors where !handedOn.contains(quantity) {
        values.append(value.matrix)
      }
    }
    let overhead = 64
    return streams.byteCount + values.reduce(0) { $0 + ($1?.byteCount ?? 0) }
      + variables.reduce(0) { $0 + $1.value.matrix.byteCount + $1.key.utf8.count + overhead }
  }

  /// The bytes that may still be taken.
  package var room: Int { capacity.bytes - heldBytes }

  /// Refuses a tensor that would not fit beside what is held, before it is made.
  ///
  /// - Parameter kept: the bytes of what a formula has computed on the way.
  /// - Throws: `Fault.emptyShape`, `.noRoom`.
  package func makeRoom(for shape: Shape, besides kept: Int = 0) throws(Fault) {
    guard shape.rows > 0, shape.columns > 0 else { throw .emptyShape(shape) }
    // What is so small is counted where it is kept.
    guard let bytes = shape.byteCount else { throw .noRoom(shape, total: .max, capacity) }
    guard bytes > Matrix.smallByteCount else { return }
    let (total, overflow) = bytes.addingReportingOverflow(heldBytes + kept)
    guard !overflow, total <= capacity.bytes else {
      throw .noRoom(shape, total: overflow ? .max : total, capacity)
    }
  }

  /// Refuses a machine that holds more than it may.
  ///
  /// - Throws: `Fault.noRoom`.
  package func checkCapacity() throws(Fault) {
    let total = heldBytes
    guard total <= capacity.bytes else { throw .noRoom(nil, total: total, capacity) }
  }
}

extension Shape {
  /// The bytes of a matrix of that shape; `nil` where no number can count them.
  var byteCount: Int? {
    let (count, overflow) = rows.multipliedReportingOverflow(by: columns)
    let (bytes, tooMany) = count.multipliedReportingOverflow(by: 8)
    return overflow || tooMany ? nil : bytes
  }
}

extension Matrix {
  /// Below it nothing is counted on the way: formulas are not deep enough to make it matter.
  static let smallByteCount = 1 << 15

  /// Whether it is counted while it is still needed.
  var isKept: Bool { byteCount > Self.smallByteCount }

  var byteCount: Int { elements.count * 8 }
}
