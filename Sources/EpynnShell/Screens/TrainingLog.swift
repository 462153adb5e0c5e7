import EpynnCore

/// A line every tenth of a training, where no bar is drawn.
struct TrainingLog {
  private let epochs: Int
  private var tenths = 0

  init(epochs: Int) {
    self.epochs = epochs
  }

  /// Whether it is time for a line about what has just been done.
  mutating func wants(_ status: TrainingStatus) -> Bool {
    guard status.endsEpoch else { return false }
    let done = (status.epoch - status.planned + epochs) * 10 / max(epochs, 1)
    guard done > tenths else { return false }
    tenths = done
    return true
  }

  func fact(for status: TrainingStatus, look: Look, through veil: Veil) -> Fact {
    let view = TrainingView(status, epochs: epochs, look: look, through: veil)
    let number = "\(status.epoch)".count
    let space = String(repeating: " ", count: max("\(status.planned)".count - number, 0))
    return .line(
      "epoch \(space)\(status.epoch) of \(status.planned)   \(view.figures)", indent: 2)
  }
}

/// What is shown of a training while it runs.
public struct TrainingView: Sendable {
  /// The epochs done and those planned, since this training began; or iterations run again.
  public let done: Int
  public let planned: Int
  /// What is counted.
  public let unit: String
  /// `cost 0.1234  accuracy 0.95`, or the cost alone.
  public let figures: String

  /// Iterations that run again so that a moment between two checkpoints is reached.
  init(replaying done: Int, of total: Int) {
    self.done = done
    planned = max(total, 1)
    unit = "iteration"
    figures = "run again"
  }

  init(_ status: TrainingStatus, epochs: Int, look: Look, through veil: Veil) {
    // An interrupted epoch that is finished first counts for none of these.
    done = max(status.epoch - status.planned + epochs, 0)
    planned = max(epochs, 1)
    unit = "epoch"
    figures =
      "cost \(veil.cost(status.cost).text(look.precision))"
      + (status.accuracy.map { "  accuracy \($0.text(look.precision))" } ?? "")
  }
}

/// What a training came to, in sentences.
struct TrainingSentences {
  let outcome: TrainingOutcome
  let veil: Veil
  let look: Look

  var all: [String] { [finished, trained, leftOut, interrupted, diverged].compactMap { $0 } }

  private var finished: String? {
    outcome.finishedEpoch.map { "epoch \($0), which was interrupted, is finished" }
  }

  private var trained: String? {
    let count = outcome.lastEpoch - outcome.firstEpoch
    guard count > 0, let first = outcome.first, let last = outcome.last else { return nil }
    let costs = [first, last].map { veil.cost($0.cost).text(look.precision) }
    let epochs = count.counted("epoch")
    var text =
      "trained \(epochs): cost \(costs.joined(separator: " → "))"
    if let before = first.accuracy, let after = last.accuracy {
      text += ", accuracy \(before.text(look.precision)) → \(after.text(look.precision))"
    }
    return text + ", before the update of each"
  }

  private var leftOut: String? {
    let count = outcome.samplesLeftOut
    guard count > 0 else { return nil }
    return "\(count) sample\(count == 1 ? " fills" : "s fill") no batch and "
      + "\(count == 1 ? "is" : "are") left out of each epoch"
  }

  private var interrupted: String? {
    guard outcome.isInterrupted else { return nil }
    guard outcome.batch > 0 else { return "stopped by Ctrl-C after epoch \(outcome.lastEpoch)" }
    return "stopped by Ctrl-C in epoch \(outcome.lastEpoch + 1), after batch \(outcome.batch);"
      + " the next 'train' finishes that epoch first"
  }

  private var diverged: String? {
    guard let place = outcome.diverged else { return nil }
    let what = place.fault?.number.isNaN == true ? "NaN" : "infinite"
    let name = place.fault.map { "\($0.quantity.name)\($0.cell)" } ?? "the sum of all losses"
    return "stopped in epoch \(place.epoch), batch \(place.batch + 1), at \(place.stop.label):"
      + " \(name) became \(what);"
      + " 'back' goes to before it, a smaller rate or 'clip' may help"
  }
}
