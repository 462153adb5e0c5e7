extension Double {
  /// The fewest digits that read back to the same Float64, without a `.0`.
  package var shortestText: String {
    let text = description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
