/// What of a table was read as no data.
package struct TableOmissions: Sendable, Equatable {
  package var commentCount = 0
  /// The headers of the columns that name or count the samples.
  package var columns: [String] = []
}
