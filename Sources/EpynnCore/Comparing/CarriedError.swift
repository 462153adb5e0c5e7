/// What the steps behind one make of another result there, without running those that do not read
/// it.
struct CarriedError {
  private let quantity: Quantity
  private let layer: Int
  private let target: (quantity: Quantity, layer: Int)
  private let formulas: [(quantity: Quantity, layer: Int, formula: Expression)]
  private let bench: SketchBench

  /// - Parameters:
  ///   - machine: with all that its iteration computes.
  ///   - place: the stop that writes the quantity.
  ///   - target: what is wanted of the stops up to `end`.
  /// - Returns: `nil` where the target does not hear of it.
  init?(
    of quantity: Quantity, layer: Int, at place: Int, to target: (quantity: Quantity, layer: Int),
    before end: Int, in machine: Machine
  ) {
    var changed: Set<Dependency> = [Self.name(quantity, layer)]
    var formulas: [(Quantity, Int, Expression)] = []
    let stops = machine.stops
    for stop in stops[(place + 1)...end] {
      for owner in machine.layers(of: stop) {
        for assignment in machine.formulas(of: stop, layer: owner)
        where !assignment.expression.dependencies(inLayer: owner).isDisjoint(with: changed) {
          // An update writes over what it reads: only the result asked for.
          guard
            stop.step.phase != .update
              || (assignment.quantity, owner) == (target.quantity, target.layer)
          else { continue }
          changed.insert(Self.name(assignment.quantity, owner))
          formulas.append((assignment.quantity, owner, assignment.expression))
        }
      }
    }
    guard
      formulas.contains(where: {
        ($0.0, $0.1) == target || $0.0 == target.quantity && target.quantity.belongsToNetwork
      })
    else { return nil }
    self.quantity = quantity
    self.layer = layer
    self.target = target
    self.formulas = formulas
    bench = SketchBench(machine, layer: layer)
  }

  private static func name(_ quantity: Quantity, _ layer: Int) -> Dependency {
    .tensor(quantity, layer: quantity.belongsToNetwork ? 0 : layer)
  }

  /// The target where the quantity is another; `nil` where a step cannot run.
  func outcome(of sketch: Sketch) -> Sketch? {
    changed(by: sketch)?.replaced(target.quantity, layer: target.layer)
  }

  /// All that is another then.
  func changed(by sketch: Sketch) -> SketchBench? {
    var bench = bench
    bench.replace(quantity, layer: layer, by: sketch)
    for (quantity, layer, formula) in formulas {
      guard var value = bench.sketch(formula, inLayer: layer) else { return nil }
      // What the steps behind read cell by cell is computed once.
      if (quantity, layer) != target {
        guard let matrix = try? value.matrix() else { return nil }
        value = .whole(matrix)
      }
      bench.replace(quantity, layer: layer, by: value)
    }
    return bench
  }
}
