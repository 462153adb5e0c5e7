import EpynnCore

/// What belongs to one line: made anew for each, so that nothing of one is left for the next.
struct Turn: Sendable {
  /// Where the line comes from: what it may do, and whether somebody can be asked.
  var source: Session.Source
  /// Whether it comes out of a paste.
  let isPasted: Bool
  /// What it prints.
  var output = Page()
  /// What that says.
  var said: [Fact] = []
  /// The same laid out as a lesson's, for `save`, and what it says, for `export`.
  var kept = Kept()
  /// Whether `save` writes it.
  var isKept = false
  /// Whether it stands beside an open question: a ':' in front says so, and is kept.
  var isBesideQuestion = false
  /// Whether it stands beside an exercise, which waits meanwhile.
  var isBesideExercise = false
  /// The question of `predict` that it stands beside, while its moment is at hand.
  var besidePrediction: PredictionQuestion?
  /// The files it has read.
  var files: [ReadFile] = []
  /// What it asks of the world.
  var effects: [Effect] = []
  /// Whether a `;` at its end keeps it from printing anything.
  var isSilenced = false
  /// Whether `try` runs it.
  var isTrial = false
  /// Whether it compared something that does not agree.
  var hasFailedCheck = false
  var wantsQuit = false
  /// Whether the program ends with it: nothing is there to come back to.
  var isLast = false
  /// Whether the line at hand has done what it does, and only tells it.
  var tellsWhatIsDone = false
  /// Whether somebody who was asked for an answer hands the line on: it is the same line still.
  var isHandedOn = false
  /// What the line before tried, which `keep` makes real, and what this one tries.
  var offered: Trial?
  var tried: Trial?

  /// - Parameter before: the turn before it, which may have tried something.
  init(from source: Session.Source = .script, after before: Turn? = nil) {
    self.source = source == .paste ? .prompt : source
    isPasted = source == .paste
    offered = before?.offered
    tried = before?.tried
    isLast = before?.isLast ?? false
  }
}

/// What a line has printed, as a lesson prints it and as facts.
struct Kept: Sendable {
  var page = Page()
  var facts: [Fact] = []
}

/// What `try` leaves for the next line.
struct Trial: Sendable {
  let machine: Machine
  let line: String
}
