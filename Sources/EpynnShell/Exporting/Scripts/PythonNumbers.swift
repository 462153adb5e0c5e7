import EpynnCore

extension Matrix {
  /// The rows as Python's lists, each number with the digits that read back to it, to the bit.
  ///
  /// - Parameters:
  ///   - opening: what stands before the outer list, behind which its rows are aligned.
  ///   - library: whose NaN and infinity are meant.
  func pythonLines(_ opening: String, _ closing: String, library: String = "np") -> [String] {
    let indent = String(repeating: " ", count: opening.count + 1)
    return (0..<rows).map { row in
      let cells = (0..<columns).map { self[row, $0].pythonText(library) }
      let start = row == 0 ? opening + "[" : indent
      return start + "[" + cells.joined(separator: ", ") + "]"
        + (row == rows - 1 ? "]" + closing : ",")
    }
  }
}

extension Double {
  /// With a point or an exponent, so that -0 stays what it is.
  fileprivate func pythonText(_ library: String) -> String {
    if isNaN { return "\(library).nan" }
    guard isFinite else { return sign == .minus ? "-\(library).inf" : "\(library).inf" }
    return description
  }
}
