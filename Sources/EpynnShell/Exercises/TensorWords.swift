import EpynnCore
import EpynnLessons

/// The tensors that words of an exercise name.
struct TensorWords {
  let layerCount: Int

  /// The tensor that a word names; `nil` where it names none of the layers.
  func name(_ word: String) -> TensorName? {
    guard let (quantity, layer) = Vocabulary.quantity(word) else { return nil }
    // In a network a bare name would leave open whose it is.
    let isOpen = layerCount > 1 && layer == nil && !quantity.belongsToNetwork && quantity != .x
    let owner = layer ?? 1
    guard !isOpen, (1...max(layerCount, 1)).contains(owner) else { return nil }
    return TensorName(quantity, layer: owner)
  }

  func name(_ word: Arguments.Word, of key: String) throws(Complaint) -> TensorName {
    guard let name = name(word.text) else {
      throw Complaint(
        .badValue(
          word.text, of: key,
          wanted: layerCount > 1 ? "a tensor with its layer, as in dW2" : "a tensor, as in dW"),
        at: word.column)
    }
    return name
  }

  func all(in entry: ExerciseBlock.Entry) throws(Complaint) -> [TensorName] {
    var names: [TensorName] = []
    for word in WordSplitter.words(of: entry.value, at: .spacesAndCommas) {
      let name = try name(word, of: entry.key)
      if !names.contains(name) { names.append(name) }
    }
    return names
  }
}
