extension String {
  /// The text without a byte that a terminal would obey: each such character becomes `?`.
  ///
  /// These are the C0 and C1 controls, DEL, line separators, and the marks that turn the direction
  /// of text or hide in it.
  public var visible: String {
    guard unicodeScalars.contains(where: \.isUnsafe) else { return self }
    var kept = String.UnicodeScalarView()
    for scalar in unicodeScalars { kept.append(scalar.isUnsafe ? "?" : scalar) }
    return String(kept)
  }

  /// The visible text, cut with `…` where it is longer than a sentence can hold.
  func quoted(limit: Int = 40) -> String {
    let start = prefix(limit + 1)
    let cut = start.count > limit ? String(start.prefix(limit - 1)) + "…" : String(start)
    return cut.visible
  }
}

extension Unicode.Scalar {
  fileprivate var isUnsafe: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: true
    default: false
    }
  }
}
