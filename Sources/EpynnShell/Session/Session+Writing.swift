extension Session {
  /// Asks the world to write a file; over another only where a person typed that.
  mutating func ask(toWrite draft: Effect.Draft) throws(Complaint) {
    guard !draft.replaces || scripts.loading.isEmpty else {
      throw Complaint(.replacesFromAFile(draft.path), at: draft.column)
    }
    turn.effects.append(.write(draft))
  }
}
