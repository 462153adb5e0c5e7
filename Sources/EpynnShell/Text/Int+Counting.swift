extension Int {
  /// So many of what a regular noun names: `1 line`, `2 lines`.
  package func counted(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
