import EpynnCore

/// The tensors of a file by the quantities that their names mean.
package struct TensorList {
  package private(set) var tensors: [OwnTensor] = []
  /// The names that mean none.
  package private(set) var others: [String]

  /// What the file calls those that it does not call as the program does.
  package private(set) var names: [TensorKey: String] = [:]
  /// Those of them whose names were read as theirs, in the file's order.
  package private(set) var readings: [TensorKey] = []
  /// What the file calls each.
  package private(set) var fileNames: [TensorKey: String] = [:]
  /// The types of their numbers, where the file has no digits.
  package private(set) var types: [TensorKey: NPYType] = [:]
  /// The first cell of each that nobody filled in.
  package private(set) var gaps: [TensorKey: DataFault] = [:]
  /// How many layers have a W in the file, where those are more than the layers at hand.
  package private(set) var furtherLayers: Int?

  /// - Parameters:
  ///   - called: tensors and what the file calls them.
  ///   - only: the tensors that are wanted; the others are passed over, whatever is in them.
  /// - Throws: `DataFault`; `.ambiguous` where two names mean one tensor.
  package init(
    _ bytes: [UInt8], file: String, layers: Int, current: Int = 1, isUpdated: Bool = false,
    called: [CalledTensor] = [], only: Set<TensorName>? = nil
  ) throws(DataFault) {
    var found: TensorNames?
    let arrays: [FileArray]
    (arrays, others) = try FileFormat.arrays(in: bytes, of: file) { all throws(DataFault) in
      let names = try TensorNames(
        all, layers: layers, current: current, isUpdated: isUpdated, called: called)
      found = names
      guard let only else { return FileFormat.Wanted(names.places, refusesOthers: true) }
      let places = names.places.filter { place in
        names.tensors[all[place]].map {
          only.contains(TensorName($0.key.quantity, layer: $0.key.layer)) && !$0.key.isUpdated
        } ?? false
      }
      return FileFormat.Wanted(places)
    }
    furtherLayers = found?.furtherLayers
    for array in arrays {
      // Of a file with what was updated the rest is of no use.
      guard let meaning = found?.tensors[array.name], meaning.key.isUpdated || !isUpdated else {
        continue
      }
      let key = meaning.key
      var tensor = OwnTensor(
        key.quantity, layer: key.layer == 0 ? layers : key.layer,
        key.goesIn ? try array.whole().numbers : array.numbers, isFlat: array.isFlat,
        isUpdated: key.isUpdated)
      tensor.hasUnitsFirst = meaning.hasUnitsFirst
      tensor.isNumber = array.isNumber
      tensor.room = key.goesIn ? nil : array.room
      append(tensor)
      gaps[key] = array.gap
      fileNames[key] = array.name
      types[key] = array.type
      if meaning.isForeign { names[key] = array.name }
      if meaning.isReading { readings.append(key) }
    }
  }

  /// Takes the tensors of another file in, those that are not there yet.
  package mutating func add(_ list: TensorList) {
    for tensor in list.tensors { append(tensor) }
    names.merge(list.names) { first, _ in first }
    fileNames.merge(list.fileNames) { first, _ in first }
    types.merge(list.types) { first, _ in first }
    readings += list.readings.filter { !readings.contains($0) }
  }

  private mutating func append(_ tensor: OwnTensor) {
    let isThere = tensors.contains {
      $0.quantity == tensor.quantity && $0.layer == tensor.layer
        && $0.isUpdated == tensor.isUpdated
    }
    if !isThere { tensors.append(tensor) }
  }
}

extension TensorKey {
  /// Whether it goes in, so that a cell left empty leaves nothing to compute with.
  fileprivate var goesIn: Bool {
    switch quantity {
    case .x: layer == 1
    case .w, .b: !isUpdated
    case .y: true
    case .z, .a, .loss, .dA, .dZ, .dX, .dW, .db: false
    }
  }
}
