import CharacterWidth

extension String {
  /// The columns the text takes in a terminal: wide characters two, combining ones none.
  var displayWidth: Int { columns }

  /// The text filled with spaces to a width.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(width - displayWidth, 0))
  }
}
