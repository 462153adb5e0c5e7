extension Machine {
  /// The loss as it is computed: the one that was named, or what a convention reads it as.
  public var loss: Loss {
    for convention in conventions {
      if let reading = convention.effect.losses.first(where: { $0.named == namedLoss }) {
        return reading.meant
      }
    }
    return namedLoss
  }

  /// Declares a convention, or takes it back; one that divides by m takes the place of another
  /// such.
  public mutating func set(_ convention: Convention, isOn: Bool) -> [Consequence] {
    var wanted = conventions.filter { $0 != convention && !(isOn && $0.excludes(convention)) }
    if isOn { wanted.append(convention) }
    return declare(wanted)
  }

  /// Declares those conventions and no others.
  ///
  /// Where a step that has run is one that they change, the machine stands before it again.
  public mutating func declare(_ wanted: [Convention]) -> [Consequence] {
    var changed = self
    changed.conventions = Convention.all.filter(wanted.contains)
    let all = stops
    let place = all.indices.prefix(position).first { index in
      let stop = all[index]
      return layers(of: stop).contains {
        formulas(of: stop, layer: $0) != changed.formulas(of: stop, layer: $0)
      }
    }
    let consequences: [Consequence] =
      changed.goBack(to: place).isEmpty
      ? [] : place.map { [.changed(all[$0])] } ?? []
    self = changed
    return consequences
  }

  /// By what the gradients of the summed loss are divided where one belongs to the mean; else 1.
  public func objectiveDivisor(of gradient: Quantity) -> Double {
    isAveraged(gradient) ? Double(data?.matrix.rows ?? 1) : 1
  }

  /// Whether a gradient belongs to the mean loss over the samples, rather than to its sum.
  public func isAveraged(_ gradient: Quantity) -> Bool {
    conventions.contains { convention in
      convention.effect.averages.contains(gradient)
        // A dA that was given is what it is.
        && !(isDrivenByGiven && convention.effect.averages.contains(.dA))
    }
  }

  /// Whether an update takes the mean over the samples, so that it is no longer where they are
  /// more.
  var updatesByMean: Bool { isAveraged(.dW) || dividesRate }

  /// By what the update divides η.
  package var updateDivisor: Double { dividesRate ? Double(data?.matrix.rows ?? 1) : 1 }

  private var dividesRate: Bool {
    conventions.contains { $0.effect.edits.contains { $0.quantity == .w } }
  }

  /// What A − Y of the last layer is divided by where it is its dZ; `nil` where dZ does not come to
  /// it.
  package var differenceDivisor: Double? {
    guard !isDrivenByGiven, let dense = layers.last?.dense else { return nil }
    return loss.differenceDivisor(behind: dense.activation, units: dense.units)
      .map { $0 * objectiveDivisor(of: .dZ) }
  }

  /// A formula of the table as the conventions at hand have it.
  func conventional(_ assignment: Assignment, layer: Int) -> Assignment {
    guard !conventions.isEmpty, let setting = StepSetting(self, layer: layer) else {
      return assignment
    }
    let expression = conventions.reduce(assignment.expression) { formula, convention in
      convention.effect.edits
        .filter { $0.quantity == assignment.quantity && $0.applies(setting) }
        .reduce(formula) { $1.change($0) }
    }
    return Assignment(quantity: assignment.quantity, expression: expression)
  }

  /// Whether the update leaves W or b of a layer as it is.
  public func isFrozen(_ quantity: Quantity, layer: Int) -> Bool {
    frozen.contains(Parameter(quantity, layer: layer))
      || quantity == .b && conventions.contains { $0.effect.freezesBiases }
  }

  /// Tells the update to leave W or b of a layer alone, or to move it again.
  ///
  /// - Throws: `Fault.noLayer`, `.noSuchLayer`, `.notLearned`, `.noBias`.
  public mutating func freeze(
    _ quantity: Quantity, layer: Int, isFrozen: Bool = true
  ) throws(Fault) {
    let place = try place(ofLayer: layer)
    guard [.w, .b].contains(quantity) else { throw .notLearned(quantity) }
    guard quantity == .w || layers[place].dense.hasBias else { throw .noBias(layer: layer) }
    let parameter = Parameter(quantity, layer: layer)
    if isFrozen { frozen.insert(parameter) } else { frozen.remove(parameter) }
  }
}

/// W or b of a layer: what an update moves.
public struct Parameter: Sendable, Hashable {
  public let quantity: Quantity
  public let layer: Int

  public init(_ quantity: Quantity, layer: Int) {
    self.quantity = quantity
    self.layer = layer
  }
}
