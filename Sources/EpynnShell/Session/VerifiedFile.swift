import EpynnCore
import EpynnData

/// How the file that was verified last has its tensors, for what is written after it.
struct VerifiedFile: Sendable {
  /// As it was named.
  let name: String
  private let units: [Int]
  private var tensors: [TensorKey: Tensor] = [:]
  /// Those that it has, or would have, the other way round than the program.
  private var turned: Set<TensorKey> = []

  /// A tensor as the file has it.
  struct Tensor: Sendable {
    let name: String
    /// `nil` where the file has digits.
    let type: NPYType?
    let isFlat: Bool
  }

  init(_ verification: Verification, _ list: TensorList, name: String) {
    self.name = name
    units = verification.machine.layers.map(\.dense.units)
    let layerCount = units.count
    for tensor in list.tensors {
      let key = TensorKey(tensor.quantity, layer: tensor.layer, isUpdated: tensor.isUpdated)
      let own = key.ownText(of: layerCount)
      let called = list.fileNames[key] ?? own
      // Of two files each may call one of its own so.
      tensors[key] = Tensor(
        name: calls(called) ? own : called, type: list.types[key], isFlat: tensor.isFlat)
    }
    for layer in 1...max(layerCount, 1) {
      // Gradients and updates lie as their weights do.
      let hasUnitsFirst = verification.rows.contains {
        $0.quantity == .w && $0.layer == layer && $0.layout == .unitsFirst
      }
      for quantity in Quantity.allCases {
        let isTurned =
          verification.hasSamplesInColumns
          ? verification.isTurned(quantity, layer: layer)
          : hasUnitsFirst && [.w, .dW].contains(quantity)
        if isTurned { turned.insert(TensorKey(quantity, layer: layer)) }
      }
    }
  }

  /// Whether a machine has the layers that were verified.
  func fits(_ machine: Machine) -> Bool { machine.layers.map(\.dense.units) == units }

  func tensor(_ name: TensorName, isUpdated: Bool = false) -> Tensor? {
    tensors[TensorKey(name.quantity, layer: name.owner, isUpdated: isUpdated)]
  }

  func isTurned(_ name: TensorName) -> Bool {
    turned.contains(TensorKey(name.quantity, layer: name.owner))
  }

  /// Whether a name is one of the file's tensors.
  func calls(_ name: String) -> Bool { tensors.values.contains { $0.name == name } }
}

extension TensorKey {
  /// As the program calls it, X of the first layer without a number.
  fileprivate func ownText(of layerCount: Int) -> String {
    TensorName(quantity, layer: layer).text(of: layerCount) + (isUpdated ? "_new" : "")
  }
}
