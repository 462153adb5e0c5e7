import EpynnShell

/// Ends the process where a text holds what a terminal obeys, or what turns or hides text.
///
/// - Parameter others: the controls beside the line's end that the text may hold.
func requireTame(_ text: String, of source: @autoclosure () -> String, others: String = "") {
  for scalar in text.unicodeScalars where scalar != "\n" {
    if scalar.isASCII, scalar.value >= 0x20, scalar.value != 0x7F { continue }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate:
      if others.unicodeScalars.contains(scalar) { continue }
      violated(
        "U+\(String(scalar.value, radix: 16)) in \(text.prefix(200).debugDescription) of \(source())"
      )
    default: continue
    }
  }
}
