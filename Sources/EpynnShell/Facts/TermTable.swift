/// The terms of a sum, a row each: the index, the term, its number, the sum so far, a remark.
struct TermTable: Sendable {
  let columns: [String]
  let rows: [[String]]
  /// The same where the terms are too wide.
  let narrowColumns: [String]
  let narrowRows: [[String]]
}
