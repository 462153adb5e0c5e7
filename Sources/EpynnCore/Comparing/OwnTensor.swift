/// A tensor of the learner's as a file holds it.
public struct OwnTensor: Sendable {
  public let quantity: Quantity
  /// Counted from 1; of what belongs to the network it means nothing.
  public let layer: Int
  public let numbers: OwnNumbers
  /// Whether the file holds it as a list, which has one dimension only.
  public let isFlat: Bool
  /// Whether it is W or b as they are after the update.
  public let isUpdated: Bool
  /// Whether its name says that it has its units first, as PyTorch's `weight` has.
  package var hasUnitsFirst = false
  /// Whether the file holds it as a number alone, with no dimension.
  package var isNumber = false
  /// The shape up to which the file has empty cells behind and below the last number.
  package var room: Shape?

  public init(
    _ quantity: Quantity, layer: Int, _ numbers: OwnNumbers, isFlat: Bool = false,
    isUpdated: Bool = false
  ) {
    self.isUpdated = isUpdated
    self.quantity = quantity
    self.layer = layer
    self.numbers = numbers
    self.isFlat = isFlat
  }

  /// How a file's tensor was turned to stand beside the program's.
  public enum Layout: Sendable, Equatable {
    /// A list of so many numbers, taken as a row or a column.
    case flat(Int)
    /// (u, n), as PyTorch keeps the weights of a layer.
    case unitsFirst
    /// One number for the loss of each sample, taken as their mean or their sum.
    case cost, total
    /// Class numbers, taken as one-hot rows.
    case labels
  }

  /// The tensor in another shape, where a list or PyTorch's order of axes explains the difference.
  func laidOut(to shape: Shape) -> (OwnTensor, Layout?) {
    let own = numbers.matrix.shape
    // A number a sample has no second axis to be mistaken about.
    let isList = isFlat || quantity == .loss && own.rows == 1
    if isList, own.columns == shape.rows * shape.columns, shape.rows == 1 || shape.columns == 1 {
      let turned = OwnTensor(
        quantity, layer: layer, numbers.reshaped(shape), isFlat: isFlat, isUpdated: isUpdated)
      return (turned, .flat(own.columns))
    }
    // A gradient or an update lies as its weights do; alone it is told nothing by.
    guard quantity == .w, !isUpdated, own != shape, own == Shape(shape.columns, shape.rows)
    else { return (self, nil) }
    return (transposed, .unitsFirst)
  }

  var transposed: OwnTensor {
    var turned = OwnTensor(
      quantity, layer: layer, numbers.transposed, isFlat: isFlat, isUpdated: isUpdated)
    turned.room = room?.transposed
    return turned
  }

  /// The tensor with the empty cells of the file that complete a shape.
  func completed(to shape: Shape) -> OwnTensor {
    let own = numbers.matrix.shape
    guard let room, own != shape, own.rows <= shape.rows, own.columns <= shape.columns,
      shape.rows <= room.rows, shape.columns <= room.columns
    else { return self }
    return OwnTensor(
      quantity, layer: layer, numbers.padded(to: shape), isFlat: isFlat, isUpdated: isUpdated)
  }
}
