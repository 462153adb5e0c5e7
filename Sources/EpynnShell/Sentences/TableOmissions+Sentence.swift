import EpynnData

extension TableOmissions {
  /// What a table has that is no data; `nil` where it has nothing of the kind.
  ///
  /// - Parameter areLines: whether the table's columns are the file's lines.
  func sentence(areLines: Bool) -> String? {
    let noun = areLines ? "line" : "column"
    let comments = commentCount == 0 ? [] : [commentCount.counted("comment")]
    let things =
      comments
      + columns.map {
        $0.isEmpty ? "a \(noun) without a name" : "the \(noun) '\($0.quoted(limit: 20))'"
      }
    return things.isEmpty ? nil : "passed over: \(Problem.list(things))"
  }
}
