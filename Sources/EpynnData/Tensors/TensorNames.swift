import EpynnCore

/// Which tensors the names of a file mean, told by all of them together.
struct TensorNames {
  private(set) var tensors: [String: Meaning] = [:]
  /// The places of those names among all.
  private(set) var places: Set<Int> = []
  /// How many layers have a W in the file, as far as there are more than were asked for.
  private(set) var furtherLayers: Int?

  struct Meaning {
    let key: TensorKey
    let hasUnitsFirst: Bool
    /// Whether the name is read as the tensor's, and nobody said so.
    let isReading: Bool
    /// Whether the name is not the program's own for it.
    let isForeign: Bool
    /// What is meant first where several mean the same.
    fileprivate let rank: Int
  }

  /// - Parameters:
  ///   - isUpdated: whether W and b are those after the update whatever they are called.
  ///   - called: what was said that some are called.
  /// - Throws: `.ambiguous` where two mean the same tensor, and neither rather than the other.
  init(
    _ names: [String], layers: Int, current: Int, isUpdated: Bool, called: [CalledTensor]
  ) throws(DataFault) {
    let read = names.map { NameInFile($0) }
    let numbers = LayerNumbers(read.compactMap { $0 }, layers: layers, current: current)
    var seen: Set<String> = []
    for (name, meaning) in zip(names, read) where meaning != nil {
      guard seen.insert(name).inserted else { throw DataFault(.repeated(name)) }
    }
    var chosen: [TensorKey: Int] = [:]
    var meanings = names.indices.map { place in
      read[place].flatMap { Self.meaning($0, numbers, isUpdated: isUpdated) }
    }
    for call in called {
      guard let place = names.firstIndex(of: call.name) else {
        throw DataFault(.noSuchArray(call.name, others: names))
      }
      guard let name = NameInFile(call.tensor), let key = numbers.own(name) else {
        throw DataFault(.noTensor(call.tensor))
      }
      meanings[place] = Meaning(
        key: key, hasUnitsFirst: read[place]?.hasUnitsFirst ?? false, isReading: false,
        isForeign: call.name != call.tensor, rank: -1)
    }
    for (place, meaning) in meanings.enumerated() {
      guard let meaning else { continue }
      guard meaning.key.layer <= max(layers, 1) else {
        if meaning.key.quantity == .w { furtherLayers = max(furtherLayers ?? 0, meaning.key.layer) }
        continue
      }
      guard let other = chosen[meaning.key], let rank = meanings[other]?.rank else {
        chosen[meaning.key] = place
        continue
      }
      if meaning.rank < rank { chosen[meaning.key] = place }
      guard meaning.rank == rank else { continue }
      throw DataFault(
        .ambiguous(names[other], names[place], tensor: meaning.key.text(of: layers)))
    }
    places = Set(chosen.values)
    for place in places { tensors[names[place]] = meanings[place] }
  }

  private static func meaning(
    _ name: NameInFile, _ numbers: LayerNumbers, isUpdated: Bool
  ) -> Meaning? {
    guard let key = numbers.key(name) else { return nil }
    let isLearned = key.quantity == .w || key.quantity == .b
    let isLater = isUpdated && isLearned
    // Of a file with what was updated, W_new goes before W.
    let isOwn =
      name.isExact && key.quantity == name.quantity && name.number ?? key.layer == key.layer
    let rank = (isLater && !name.isUpdated ? 2 : 0) + (isOwn ? 0 : 1)
    return Meaning(
      key: TensorKey(key.quantity, layer: key.layer, isUpdated: name.isUpdated || isLater),
      hasUnitsFirst: name.hasUnitsFirst, isReading: !isOwn, isForeign: !isOwn,
      rank: rank)
  }
}
