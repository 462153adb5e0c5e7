import EpynnCore

/// What may not leave yet.
enum HiddenPart: Sendable, Equatable {
  case tensor(String)
  /// What a step will write that is predicted first.
  case predicted(String)
  case mistake
  /// What the room is asked.
  case asked
  /// What stood on the screen before it was hidden.
  case screen

  var name: String {
    switch self {
    case .tensor(let name), .predicted(let name): name
    case .mistake: "a mistake to be found"
    case .asked: "what the room is asked"
    case .screen: "what the last screen shows"
    }
  }

  /// The command behind which it may leave.
  var opening: String {
    switch self {
    case .tensor, .asked: "reveal"
    case .predicted: "predict off"
    case .mistake: "fix"
    // It takes the old screen's place.
    case .screen: "show"
    }
  }
}

extension Session {
  /// What is hidden at hand; none where all may leave.
  var hiddenParts: [HiddenPart] {
    guard vote == nil else { return [.asked] }
    let veil = veil
    return veil.covers.map { .tensor(name(of: $0.quantity, layer: $0.layer)) }
      + awaited.map { .predicted(name(of: $0.quantity, layer: $0.layer)) }
      + (veil.hidesMistake ? [.mistake] : [])
  }

  /// What the steps that are predicted will write, those that have not run yet.
  var awaited: [TensorName] {
    machine.stops.dropFirst(machine.position).filter(aids.prediction.asks).flatMap { stop in
      stop.step.phase == .update
        ? [] : stop.step.writes.map { TensorName($0, layer: stop.evaluationLayer) }
    }.filter { $0 != TensorName(.x, layer: 1) }
  }

  /// What may be seen of an iteration that leaves: neither what is hidden at hand, nor what is left
  /// to be filled in, nor what either could be told by.
  func veil(leavingOut blanks: [TensorName]) -> Veil {
    let covered = veil.covers.map { TensorName($0.quantity, layer: $0.layer) }
    var hiding = self
    // Of what is covered some cells may be revealed.
    hiding.aids.covers += machine.covers(following: covered + awaited + blanks).filter { cover in
      cover.iteration > 0 || !covered.contains(TensorName(cover.quantity, layer: cover.layer))
    }
    return hiding.veil
  }
}

extension Machine {
  /// Covers of tensors and of all that the steps make of them.
  fileprivate func covers(following names: [TensorName]) -> [Cover] {
    guard !names.isEmpty else { return [] }
    var hidden = names.reduce(into: Set<TensorName>()) { $0.formUnion(twins(of: $1)) }
    var covers = names.map { Cover($0.quantity, layer: $0.layer) }
    for stop in stops {
      for layer in stop.layersRun {
        for assignment in runningFormulas(of: stop, layer: layer) {
          let isTold = assignment.expression.dependencies(inLayer: layer).contains { dependency in
            if case .tensor(let quantity, let layer) = dependency {
              return hidden.contains(TensorName(quantity, layer: layer))
            }
            return false
          }
          guard isTold else { continue }
          let isUpdate = stop.step.phase == .update
          covers.append(
            Cover(assignment.quantity, layer: layer, from: isUpdate ? iteration + 1 : 0))
          // An update is the last step.
          if !isUpdate {
            hidden.formUnion(twins(of: TensorName(assignment.quantity, layer: layer)))
          }
        }
      }
    }
    return covers
  }
}
