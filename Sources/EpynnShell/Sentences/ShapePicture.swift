import EpynnCore

extension Fault {
  /// What a shape error adds below its sentence: the operands with their letters and sizes.
  var picture: [Line] {
    switch self {
    case .innerSizes(let left, let right):
      guard let first = left.lettered, let second = right.lettered else { return [] }
      let inner = first.beforeLast.count
      let sizeLeft = "\(left.shape.columns)"
      let sizeRight = "\(right.shape.rows)"
      let sign = "  @  "
      let start = first.text.count + sign.count + second.beforeFirst.count
      var sizes = String(repeating: " ", count: inner) + sizeLeft
      sizes = sizes.padded(to: start) + sizeRight
      let remark =
        "columns of \(left.name.quoted(limit: 12)), rows of \(right.name.quoted(limit: 12))"
      return [
        Line(), Line("    " + first.text + sign + second.text),
        Line(
          "    " + sizes.padded(to: first.text.count + sign.count + second.text.count) + "  "
            + remark),
      ]
    case .shapes(_, let left, let right) where !left.isFlat && !right.isFlat:
      guard let first = left.lettered, let second = right.lettered else { return [] }
      return [Line(), Line("    \(first.text)  and  \(second.text)")]
    default:
      return []
    }
  }
}

extension Fault {
  /// The same in sentences.
  var inWords: [String] {
    switch self {
    case .innerSizes(let left, let right):
      guard left.lettered != nil, right.lettered != nil else { return [] }
      return [
        "columns of \(left.name.quoted(limit: 12)): \(left.shape.columns); rows of"
          + " \(right.name.quoted(limit: 12)): \(right.shape.rows)"
      ]
    case .shapes(_, let left, let right) where !left.isFlat && !right.isFlat:
      guard let first = left.lettered, let second = right.lettered else { return [] }
      return ["\(first.text) and \(second.text)"]
    default: return []
    }
  }
}

extension Operand {
  fileprivate var name: String { MatrixNotation(.ascii).text(of: expression) }

  /// `X (m, n)`, and what stands before its first and its last letter; `nil` without letters.
  fileprivate var lettered: (text: String, beforeFirst: String, beforeLast: String)? {
    let letters = expression.letters
    guard letters.rows != nil || letters.columns != nil else { return nil }
    let rows = letters.rows?.rawValue ?? "\(shape.rows)"
    let columns = letters.columns?.rawValue ?? "\(shape.columns)"
    let start = "\(name.quoted(limit: 24)) ("
    return ("\(start)\(rows), \(columns))", start, "\(start)\(rows), ")
  }
}
