import EpynnCore

/// An equation as the tensors that it reads and writes, and the signs between them.
struct HTMLEquation {
  let renderer: HTMLRenderer
  /// The layer whose tensors bare names are; `nil` where the page does not ask for cells.
  var layer: Int?
  /// The tensors that are filled in.
  var blanks: [TensorName] = []
  var layerCount = 1

  func text(of equation: CardEquation) -> String {
    let summed = equation.assignment.expression.summedLetter
    let elements = equation.elements.map { element in
      switch element {
      case .sign(let sign): "<span class=\"sign\">\(XMLText.escaped(sign))</span>\n"
      case .tensor(let tensor): text(of: tensor, summed)
      }
    }
    let equals = elements.isEmpty ? "" : "<span class=\"sign\">=</span>\n"
    return "<div class=\"tensors\">\n\(text(of: equation.result, summed))\(equals)"
      + elements.joined() + "</div>\n"
  }

  func text(of tensor: CardTensor, _ summed: Dimension?) -> String {
    var table = HTMLTensor(
      tensor: tensor, precision: renderer.precision, limit: renderer.limit, summed: summed)
    if let (name, isTurned) = name(of: tensor.label) {
      let isUpdated = tensor.isWritten && [.w, .b].contains(name.quantity)
      table.key = isUpdated ? name.updatedKey : name.key
      table.isTurned = isTurned
      if tensor.isWritten, !isUpdated, blanks.contains(name) {
        table.blank = name.text(of: layerCount)
      }
    }
    return table.text + "\n"
  }

  /// Which tensor a label calls, and whether it is turned over.
  private func name(of label: String) -> (TensorName, isTurned: Bool)? {
    guard let layer else { return nil }
    let isTurned = label.hasSuffix("ᵀ") || label.hasSuffix(".T")
    let bare = label.replacing("ᵀ", with: "").replacing(".T", with: "")
      .replacing("(", with: "").replacing(")", with: "")
    return Vocabulary.quantity(Self.plainDigits(bare)).map {
      (TensorName($0.0, layer: $0.1 ?? layer), isTurned)
    }
  }

  /// `A₁` as it is typed.
  private static func plainDigits(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          (0x2080...0x2089).contains(scalar.value)
            ? Unicode.Scalar(UInt8(scalar.value - 0x2080) + 0x30) : scalar
        }))
  }
}
