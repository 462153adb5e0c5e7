/// The moments of a plain machine, all of them kept: going back is counting down.
package struct PlainTimeline: Sendable {
  /// What led to each moment; nothing led to the first.
  private var moments: [(event: String, machine: PlainMachine)]
  private var now = 0

  package init(_ start: PlainMachine) { moments = [("", start)] }

  package var machine: PlainMachine { moments[now].machine }

  /// What a line answers: whether it is refused, and how what it says begins or what stands in it.
  package struct Answer: Sendable {
    package var isRefused = false
    package var says = ""

    package init(isRefused: Bool = false, says: String = "") {
      self.isRefused = isRefused
      self.says = says
    }
  }

  /// Does something that was not done before: what was undone is lost.
  package mutating func record(_ event: String, _ change: (inout PlainMachine) -> Void) {
    var machine = machine
    change(&machine)
    moments.removeSubrange((now + 1)...)
    moments.append((event, machine))
    now += 1
  }

  package mutating func step() {
    let name = machine.next
    record(label(of: name)) { $0.step() }
  }

  /// Steps until something holds, at least once.
  package mutating func run(until holds: (PlainMachine) -> Bool) {
    repeat { step() } while !holds(machine)
  }

  /// To the end of a layer's forward, backward or gradients, or of the loss or the update.
  package mutating func runPart() {
    let part = prompt.prefix { $0 != "(" }
    repeat { step() } while prompt.prefix { $0 != "(" } == part
  }

  package mutating func back(_ count: Int) -> Answer {
    let end = max(now - count, 0)
    let names = moments[(end + 1)..<(now + 1)].reversed().map(\.event)
    now = end
    return Answer(
      says: told(names, "undid", count) ?? "nothing to undo: this is the start")
  }

  package mutating func redo(_ count: Int) -> Answer {
    let end = min(now + count, moments.count - 1)
    let names = moments[(now + 1)..<(end + 1)].map(\.event)
    now = end
    return Answer(says: told(names, "did again", count) ?? "nothing to do again")
  }

  private func told(_ names: [String], _ verb: String, _ wanted: Int) -> String? {
    guard !names.isEmpty else { return nil }
    let shown =
      names.count > 6
      ? names.prefix(3) + ["… \(names.count - 4) more …"] + names.suffix(1) : names[...]
    return "\(verb) \(shown.joined(separator: ", "))"
      + (wanted > names.count ? "; there were no more" : " then:")
  }

  package mutating func restart() -> Answer {
    record("'restart'") { $0.restart() }
    return Answer(
      says: "back to the start of iteration \(machine.iteration), with everything you set kept")
  }

  /// Stands before a step of the iteration at hand.
  package mutating func goTo(_ stop: String) -> Answer {
    let wanted = machine.stops.firstIndex(of: stop) ?? 0
    if wanted == machine.position { return Answer(says: "then:") }
    guard wanted < machine.position else {
      run { $0.position == wanted }
      return Answer()
    }
    var distance = 0
    while distance < now, isStep(now - distance),
      moments[now - distance - 1].machine.iteration == machine.iteration
    {
      distance += 1
      if moments[now - distance].machine.position == wanted { return back(distance) }
    }
    let answer = restart()
    if wanted > 0 { run { $0.position == wanted } }
    return answer
  }

  /// Stands where so many epochs were done: where the last of them ended, else where training began.
  package mutating func goTo(epoch: Int) -> Answer {
    guard let place = place(ofEpoch: epoch) else {
      let epochs = moments.map(\.machine.epochs).min()!...moments.map(\.machine.epochs).max()!
      let reached = epochs.filter { self.place(ofEpoch: $0) != nil }
      guard let low = reached.first, let high = reached.last else {
        return Answer(isRefused: true, says: "nothing was trained yet")
      }
      return Answer(
        isRefused: true,
        says: "epoch \(epoch) is not among those trained; \(low) to \(high) can be reached")
    }
    now = place
    let byHand = machine.iteration - 1
    if epoch == 0 {
      return Answer(
        says: "before the first epoch"
          + (byHand == 0
            ? "" : "; the \(byHand) iteration\(byHand == 1 ? "" : "s") stepped by hand before it"))
    }
    return Answer(
      says: epoch == 1 ? "1 epoch is done; its cost was" : "\(epoch) epochs are done; its cost was")
  }

  private func place(ofEpoch epoch: Int) -> Int? {
    let there = moments.indices.filter { moments[$0].machine.epochs == epoch }
    if let ended = there.last(where: { $0 <= now && endsEpoch($0) }) { return ended }
    let begun = there.first { place in
      moments[place].machine.training != nil && moments[place].machine.isAtEpochStart
        && place < now && isStep(place + 1)
    }
    if let begun { return begun }
    guard moments[now...].contains(where: { $0.machine.training != nil }) else { return nil }
    return there.first { $0 >= now && moments[$0].machine.isAtEpochStart }
  }

  private func isStep(_ index: Int) -> Bool { !moments[index].event.hasPrefix("'") }

  private func endsEpoch(_ index: Int) -> Bool {
    index > 0 && moments[index].machine.epochs > moments[index - 1].machine.epochs
  }

  /// Trains; an epoch that was left half-way is finished first.
  package mutating func train(_ epochs: Int, batch: Int?, line: String) -> Answer {
    if let refusal { return Answer(isRefused: true, says: refusal) }
    var says = ""
    if machine.training != nil, !machine.isAtEpochStart {
      let before = machine.epochs
      while machine.position > 0 { step() }
      while machine.training != nil, !machine.isAtEpochStart {
        if let fault = runIteration() { return Answer(says: fault) }
      }
      if machine.epochs > before {
        says = "epoch \(machine.epochs), which was interrupted, is finished"
      }
      if let refusal { return Answer(isRefused: true, says: refusal) }
    }
    record("'\(line)'") { $0.begin(epochs: epochs, batch: batch) }
    while machine.training != nil {
      if let fault = runIteration() { return Answer(says: fault) }
    }
    return Answer(
      says: says.isEmpty ? "trained \(epochs) epoch\(epochs == 1 ? "" : "s"): cost" : says)
  }

  /// Runs an iteration, or to the first step in it that makes no number; what is said of that.
  private mutating func runIteration() -> String? {
    let start = now
    let (epoch, batch) = (machine.epochs + 1, (machine.training?.batch ?? 0) + 1)
    run { $0.position == 0 }
    guard !machine.isSound else { return nil }
    let bad = (start + 1...now).first { !isFinite(at: $0) } ?? now
    moments.removeSubrange((bad + 1)...)
    now = bad
    return "stopped in epoch \(epoch), batch \(batch), at "
      + place(of: moments[bad - 1].machine.next)
  }

  /// Whether what a step wrote is finite.
  private func isFinite(at index: Int) -> Bool {
    let (before, after) = (moments[index - 1].machine, moments[index].machine)
    let written = before.next == "update" ? Array(after.tensors.keys) : [before.next]
    return written.allSatisfy { PlainMachine.areFinite(after.tensors[$0] ?? []) }
  }

  /// Why it cannot be trained.
  private var refusal: String? {
    for k in 1...machine.depth {
      for name in ["W\(k)", "b\(k)"] where !PlainMachine.areFinite(machine.tensors[name] ?? []) {
        return "of layer \(k) is NaN or infinite"
      }
    }
    let last = machine.activations[machine.depth - 1]
    switch machine.loss {
    case "CCE": return last == "softmax" ? nil : "CCE is softmax's loss"
    case "BCE", "BCE-sum", "MSLE":
      return ["tanh", "hardtanh"].contains(last) ? "\(machine.loss) takes logarithms" : nil
    default: return nil
    }
  }

  /// Where one stands, as a prompt says it: `2.forward(2)`.
  package var prompt: String { place(of: machine.next).filter { $0 != " " } }

  /// `2.forward (2)`, in a network of one layer without its number; `loss` and `update` have none.
  private func place(of stop: String) -> String {
    let (name, layer) = PlainMachine.parts(of: stop)
    let places = [
      "X": "forward (1)", "Z": "forward (2)", "A": "forward (3)", "dA": "backward (1)",
      "dZ": "backward (2)", "dX": "backward (3)", "dW": "gradients (1.1)", "db": "gradients (1.2)",
    ]
    return places[name].map { machine.depth == 1 ? $0 : "\(layer).\($0)" } ?? name
  }

  /// `2.forward (2) Z2`.
  private func label(of stop: String) -> String {
    let (name, layer) = PlainMachine.parts(of: stop)
    return layer == 0 ? name : "\(place(of: stop)) \(machine.depth == 1 ? name : stop)"
  }
}
