import EpynnCore
import EpynnData

extension ExportFormat {
  /// NumPy's archive of all tensors, which `verify` reads.
  static let npz = ExportFormat(
    ".npz", "all tensors for NumPy, as verify reads them", needsAll: true
  ) { content, options throws(Complaint) in
    NPZWriter.bytes(of: content.tensors(options))
  }

  /// NumPy's file of one array, which its name says.
  static let npy = ExportFormat(
    ".npy", "the tensor that the file is called as, for NumPy", needsAll: true
  ) { content, options throws(Complaint) in
    let name = String(options.file.dropLast(".npy".count))
    let tensors = content.tensors(options)
    guard let tensor = tensors.first(where: { $0.name == name }) else {
      throw Complaint(.noSuchTensor(name, known: tensors.map(\.name)))
    }
    return NPYWriter.bytes(of: tensor)
  }

  /// A table with a line with its name above each tensor.
  static let csv = ExportFormat(
    ".csv", "all tensors as tables, a name above each", needsAll: true
  ) { content, options throws(Complaint) in
    let text = content.tensors(options).map { tensor in
      CSVText.line([tensor.name])
        + tensor.matrix.exactTexts.map { $0.joined(separator: ",") + "\r\n" }.joined()
    }
    return Array(text.joined().utf8)
  }

  /// The tensors as PyTorch's programs keep them.
  static let safetensors = ExportFormat(
    ".safetensors", "all tensors for PyTorch", needsAll: true
  ) { content, options throws(Complaint) in
    SafeTensorsWriter.bytes(of: content.tensors(options))
  }
}

extension ExportContent {
  /// All tensors of the iteration: what goes in, then what the steps wrote, those of the update as
  /// `W_new`; each as the file that was verified has it.
  func tensors(_ options: ExportOptions) -> [NamedMatrix] {
    var found: [NamedMatrix] = []
    func add(_ name: TensorName, _ matrix: Matrix, isUpdated: Bool = false) {
      let kept = names?.tensor(name, isUpdated: isUpdated)
      let isTurned =
        options.usesTorchLayout && [.w, .dW].contains(name.quantity)
        || names?.isTurned(name) ?? false
      let type = kept?.type ?? .double
      found.append(
        NamedMatrix(
          name: fileName(of: name, isUpdated: isUpdated),
          matrix: isTurned ? matrix.transposed : matrix,
          type: matrix.elements.allSatisfy(type.holds) ? type : .double,
          isFlat: kept?.isFlat == true && (matrix.rows == 1 || matrix.columns == 1)))
    }
    for layer in 1...max(layerCount, 1) {
      let goesIn: [Quantity] = layer == 1 ? [.x, .w, .b] : [.w, .b]
      for quantity in goesIn {
        guard let value = machine.value(of: quantity, layer: layer) else { continue }
        add(TensorName(quantity, layer: layer), value.matrix)
      }
    }
    if let target = machine.value(of: .y, layer: layerCount) {
      add(TensorName(.y, layer: layerCount), target.matrix)
    }
    for stop in stops {
      for (name, matrix) in stop.written where name != TensorName(.x, layer: 1) {
        add(name, matrix, isUpdated: stop.stop.step.phase == .update)
      }
    }
    return found
  }

  /// What a file calls a tensor: as the one that was verified does, where the tensor stood in it.
  private func fileName(of name: TensorName, isUpdated: Bool) -> String {
    if let kept = names?.tensor(name, isUpdated: isUpdated) { return kept.name }
    var own = name.text(of: layerCount) + (isUpdated ? "_new" : "")
    // There it may be another's.
    while names?.calls(own) == true { own += "_" }
    return own
  }
}

extension Matrix {
  /// Each cell with the fewest digits that read back to it, to the bit: -0 is -0.
  var exactTexts: [[String]] {
    (0..<rows).map { row in (0..<columns).map { self[row, $0].shortestText } }
  }
}
