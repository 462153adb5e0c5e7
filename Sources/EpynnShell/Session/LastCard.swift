import EpynnCore

/// The card shown last.
struct LastCard: Sendable {
  /// What it was about; `nil` where that is no longer what stands there.
  var shown: (report: Machine.Report, before: Machine)?
  /// Its layer, 0 before there was one.
  var layer = 0
}
