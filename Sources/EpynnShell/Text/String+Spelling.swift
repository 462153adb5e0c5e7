extension String {
  /// The text with some of its scalars spelled otherwise.
  ///
  /// Not by characters: a mark behind a `<` makes one character of both, which is no `<` to Swift, and
  /// to whoever reads the file it still is.
  func spelled(by spellings: [Unicode.Scalar: String]) -> String {
    var result = ""
    for scalar in unicodeScalars {
      if let spelling = spellings[scalar] {
        result += spelling
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The text with a sign doubled wherever it stands, whatever marks it bears.
  func doubling(_ sign: Unicode.Scalar) -> String { spelled(by: [sign: "\(sign)\(sign)"]) }
}
