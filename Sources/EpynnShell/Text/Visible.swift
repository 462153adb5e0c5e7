extension String {
  /// The text without a byte that a terminal would obey: each such character becomes `?`.
  ///
  /// These are the C0 and C1 controls, DEL, line separators, and the marks that turn the direction
  /// of text or hide in it, or take up no room.
  public var visible: String {
    guard unicodeScalars.contains(where: \.isUnsafe) else { return self }
    var kept = String.UnicodeScalarView()
    for scalar in unicodeScalars { kept.append(scalar.isUnsafe ? "?" : scalar) }
    return String(kept)
  }

  /// The visible text, cut with `…` where it has more scalars than a sentence can hold: a letter
  /// may bear any number of marks.
  func quoted(limit: Int = 40) -> String {
    let start = unicodeScalars.prefix(limit + 1)
    guard start.count > limit else { return visible }
    return (String(String.UnicodeScalarView(start.prefix(limit - 1))) + "…").visible
  }
}

extension Unicode.Scalar {
  fileprivate var isUnsafe: Bool {
    // Most are ASCII, and the table of categories is slow.
    if isASCII { return value < 0x20 || value == 0x7F }
    return switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: true
    // Fillers, joiners and the like: an emoji's colour is one that may stand.
    default: properties.isDefaultIgnorableCodePoint && self != "\u{FE0F}"
    }
  }
}
