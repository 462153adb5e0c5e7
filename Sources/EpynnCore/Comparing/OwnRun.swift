/// An iteration as it runs with the learner's own tensors in their places.
///
/// What was written down with few decimals was computed with more: beside the numbers as typed a
/// second run keeps those that their formula gives wherever these round to what was typed.
struct OwnRun {
  /// With every number as it was typed.
  private(set) var typed: Machine
  /// The second run; `nil` where nothing was rounded, and both are the same.
  private var unrounded: Machine?
  /// The second run with one typed number moved by half a unit of its last decimal each.
  private var moved: [Machine] = []

  /// So many numbers are followed by how far their rounding reaches.
  private static let movedLimit = 64

  init(_ machine: Machine, with tensors: [OwnTensor]) {
    typed = machine
    unrounded = tensors.contains(where: \.numbers.isRounded) ? machine : nil
  }

  var exact: Machine { unrounded ?? typed }

  mutating func step() throws(Failure) {
    try typed.step()
    guard unrounded != nil else { return }
    try unrounded?.step()
    for place in moved.indices { try moved[place].step() }
  }

  /// What the step gave, and the learner's numbers with the room that the rounding of earlier ones
  /// leaves them.
  func outcome(
    for own: OwnNumbers, of quantity: Quantity, layer: Int
  ) -> (matrix: Matrix, numbers: OwnNumbers) {
    guard let matrix = exact.value(of: quantity, layer: layer)?.matrix else {
      return (own.matrix, own)
    }
    guard own.matrix.shape == matrix.shape else { return (matrix, own) }
    return (matrix, own.widened(by: slack(of: matrix, quantity, layer)))
  }

  /// Puts a tensor of the learner's in its place.
  mutating func write(_ own: OwnNumbers, to quantity: Quantity, layer: Int) {
    if let followed = typed.value(of: quantity, layer: layer)?.matrix {
      typed.write(Value(own.filled(from: followed), from: .you), to: quantity, layer: layer)
    }
    guard unrounded != nil,
      let followed = exact.value(of: quantity, layer: layer)?.matrix,
      followed.shape == own.matrix.shape
    else { return }
    let slack = slack(of: followed, quantity, layer)
    let differing = Set(own.differing(followed))
    var kept = own.filled(from: followed)
    var rounded: [(index: Int, unit: Double)] = []
    for index in own.given {
      guard let unit = own.unit(at: index) else { continue }
      if slack[index] == 0, !differing.contains(index) {
        kept[followed.shape.cell(at: index)] = followed.elements[index]
      } else {
        rounded.append((index, unit))
      }
    }
    let value = Value(kept, from: .you)
    unrounded?.write(value, to: quantity, layer: layer)
    for place in moved.indices { moved[place].write(value, to: quantity, layer: layer) }
    for (index, unit) in rounded.prefix(max(Self.movedLimit - moved.count, 0)) {
      var other = exact
      var matrix = kept
      matrix[followed.shape.cell(at: index)] += unit
      other.write(Value(matrix, from: .you), to: quantity, layer: layer)
      moved.append(other)
    }
  }

  /// How far the rounding of earlier tensors may have moved each cell.
  private func slack(of matrix: Matrix, _ quantity: Quantity, _ layer: Int) -> [Double] {
    var slack = [Double](repeating: 0, count: matrix.elements.count)
    for machine in moved {
      guard let other = machine.value(of: quantity, layer: layer)?.matrix,
        other.shape == matrix.shape
      else { continue }
      for index in slack.indices {
        slack[index] += abs(other.elements[index] - matrix.elements[index])
      }
    }
    return slack
  }
}

extension OwnNumbers {
  /// Whether some cell was written down with the digits that it needed.
  var isRounded: Bool { given.contains { unit(at: $0) != nil } }

  /// Half a unit of a cell's last decimal; `nil` where it was not rounded.
  func unit(at index: Int) -> Double? {
    guard case .typed(let units) = digits, units.indices.contains(index) else { return nil }
    return units[index]
  }

  /// The same with more room for cells that were rounded, or follow from such.
  func widened(by slack: [Double]) -> OwnNumbers {
    guard slack.contains(where: { $0 > 0 }) else { return self }
    let units = matrix.elements.indices.map { index -> Double? in
      slack[index] > 0 ? (unit(at: index) ?? 0) + slack[index] : unit(at: index)
    }
    return OwnNumbers(matrix, digits: .typed(units), given: given)
  }
}
