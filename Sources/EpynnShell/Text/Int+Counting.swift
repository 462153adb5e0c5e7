extension Int {
  /// So many of what a regular noun names: `1 line`, `2 lines`.
  /// `1 index`, `2 indices`.
  package func counted(_ noun: String, _ plural: String) -> String {
    "\(self) \(self == 1 ? noun : plural)"
  }

  package func counted(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
