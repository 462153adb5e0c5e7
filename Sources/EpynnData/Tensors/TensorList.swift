import EpynnCore

/// The tensors of a file by the quantities that their names mean.
package struct TensorList {
  package private(set) var tensors: [OwnTensor] = []
  /// The names that mean none.
  package private(set) var others: [String]

  package init(
    _ bytes: [UInt8], file: String, layers: Int, current: Int = 1, isUpdated: Bool = false
  ) throws(DataFault) {
    func tensor(_ name: String) -> NameInFile? {
      NameInFile(name, layers: layers, current: current, isUpdated: isUpdated)
    }
    let arrays: [FileArray]
    (arrays, others) = try FileFormat.arrays(
      in: bytes, of: file, where: { tensor($0) != nil })
    for array in arrays {
      guard let name = tensor(array.name) else {
        others.append(array.name)
        continue
      }
      // Of a file with what was updated the rest is of no use.
      guard name.isUpdated || !isUpdated else { continue }
      append(
        OwnTensor(
          name.quantity, layer: name.layer, array.numbers, isFlat: array.isFlat,
          isUpdated: name.isUpdated))
    }
  }

  /// Takes the tensors of another file in, those that are not there yet.
  package mutating func add(_ list: TensorList) {
    for tensor in list.tensors { append(tensor) }
  }

  private mutating func append(_ tensor: OwnTensor) {
    let isThere = tensors.contains {
      $0.quantity == tensor.quantity && $0.layer == tensor.layer
        && $0.isUpdated == tensor.isUpdated
    }
    if !isThere { tensors.append(tensor) }
  }
}

/// What a name in a file means: `dW2`, `W_1`, `W1_new`.
private struct NameInFile {
  let quantity: Quantity
  let layer: Int
  let isUpdated: Bool

  /// - Parameter isUpdated: whether W and b are those after the update whatever they are called.
  init?(_ name: String, layers: Int, current: Int, isUpdated: Bool) {
    let plain = name.replacing("_", with: "")
    let word = ["new", "updated"].first { plain.hasPrefix($0) || plain.hasSuffix($0) }
    let bare = word.map {
      String(plain.hasPrefix($0) ? plain.dropFirst($0.count) : plain.dropLast($0.count))
    }
    guard let (quantity, named) = Vocabulary.quantity(bare ?? plain) else { return nil }
    let layer = quantity.belongsToNetwork ? layers : named ?? (quantity == .x ? 1 : current)
    let isLearned = quantity == .w || quantity == .b
    guard (1...max(layers, 1)).contains(layer) || quantity.belongsToNetwork,
      word == nil || isLearned
    else { return nil }
    self.quantity = quantity
    self.layer = layer
    self.isUpdated = isLearned && (isUpdated || word != nil)
  }
}
