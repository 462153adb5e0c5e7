import EpynnShell
import LineEditor
import Synchronization

/// How far a training is, on one line of the terminal that is drawn over and over.
final class TrainingBar: Sendable {
  private struct State {
    var start: ContinuousClock.Instant?
    var drawn: ContinuousClock.Instant?
    var isShown = false
  }

  private let state = Mutex(State())
  private let isUnicode: Bool

  /// Often enough to look alive, seldom enough to cost nothing.
  private static let pause = Duration.milliseconds(100)

  init(isUnicode: Bool) {
    self.isUnicode = isUnicode
  }

  /// Draws what is due; `nil` wipes the line.
  func show(_ view: TrainingView?) {
    state.withLock { state in
      let now = ContinuousClock.now
      guard let view else {
        if state.isShown { Output.results.write("\r\u{1B}[K") }
        state = State()
        return
      }
      guard let start = state.start else {
        state.start = now
        state.drawn = now
        return
      }
      guard let drawn = state.drawn, drawn.duration(to: now) >= Self.pause else { return }
      state.drawn = now
      state.isShown = true
      let seconds = start.duration(to: now) / .seconds(1)
      let line = text(view, seconds: seconds, width: Terminal.size.columns - 1)
      Output.results.write("\r" + line + "\u{1B}[K")
    }
  }

  private func text(_ view: TrainingView, seconds: Double, width: Int) -> String {
    let share = Double(view.done) / Double(view.planned)
    let cells = 6
    let full = min(Int(share * Double(cells)), cells)
    let (dark, light) = isUnicode ? ("█", "░") : ("#", ".")
    let bar =
      String(repeating: dark, count: full) + String(repeating: light, count: cells - full)
    var parts = ["\(bar) \(view.unit) \(view.done) of \(view.planned)", view.figures]
    if view.done > 0 {
      let speed = Double(view.done) / seconds
      let left = Double(view.planned - view.done) / speed
      parts.append("\(Self.short(speed))/s")
      parts.append("\(Self.time(left)) left")
    }
    while parts.count > 1, parts.joined(separator: "  ").count > width { parts.removeLast() }
    return String(parts.joined(separator: "  ").prefix(width))
  }

  private static func short(_ number: Double) -> String {
    if number >= 10_000 { return "\(Int(min(number, 1e15) / 1_000))k" }
    return number >= 10 ? "\(Int(number))" : "\(Int(number * 10) / 10).\(Int(number * 10) % 10)"
  }

  private static func time(_ seconds: Double) -> String {
    let whole = Int(min(seconds, 1e9)) + 1
    if whole < 60 { return "\(whole) s" }
    return whole < 3_600 ? "\(whole / 60) min" : "\(whole / 3_600) h"
  }
}
