import EpynnCore

extension Diagnosis {
  /// It in few words, for a table.
  var name: String {
    switch self {
    case .mistake(let made, _): made.mistake.name
    case .edited(let finding, _): finding.editNames.joined(separator: ", ")
    case .slip(.turned, _, _): "sign of a product turned"
    case .slip(let slip, _, _): "product \(slip.participle)"
    case .swapped: "cells changed places"
    }
  }

  /// What it says of one number: that this gives it.
  func sentence(onCellIn machine: Machine) -> String {
    switch self {
    case .mistake(let made, _):
      "that is what \(made.mistake.name)\(made.origin) gives: \(made.mistake.sentence(in: machine))"
    case .edited(let finding, _):
      "that is what \(Problem.list(finding.editNames)) gives"
    case .slip(.turned, _, _): "that is the sum with the sign of one of its products turned"
    case .slip(let slip, _, _): "that is the sum with one of its products \(slip.participle)"
    case .swapped(let first, let second): Self.swap(first, second)
    }
  }

  /// What it says of all the cells that differ, which a word names.
  ///
  /// - Parameter canExplain: whether 'explain' would show how a cell came to be.
  func sentence(
    explaining all: String, of result: OwnResult, in machine: Machine, naming: FileNaming,
    _ look: Look, canExplain: (Cell) -> Bool
  ) -> String {
    let count = machine.layers.count
    switch self {
    case .mistake(let made, let equals):
      let name = made.name(of: count)
      let step = made.isCarried ? made.origin + "," : ""
      let convention = made.mistake.convention(offeredIn: machine)
      let names = equals.map { $0.name(of: count) }.filter { $0 != name }
      let same =
        names.isEmpty ? "" : "; \(Problem.list(Array(names.prefix(3)))) would give the same"
      guard result.isCalled else {
        let gives = all == "both" || all.hasPrefix("all") ? "are" : "is"
        return "\(result.saidNumber(look) ?? all) \(gives) what \(name)\(step) gives:"
          + " \(made.mistake.sentence(in: machine))\(convention)\(same); \(result.whatWouldDecide)"
      }
      return "\(name)\(step) explains \(all): \(made.mistake.sentence(in: machine))"
        + convention + same
    case .edited(let finding, let equals):
      let others = equals.prefix(3).map { $0.formulaText(look) }
      let same =
        others.isEmpty ? "" : "; \(Problem.list(Array(others))) would give the same"
      return finding.sentence(explaining: all, in: machine, naming, look) + same
    case .slip(let slip, let cell, let term):
      let cellName = CellName(result.quantity, layer: result.layer, cell)
      let name = naming.text(of: cellName, in: count)
      let verb = slip == .turned ? "has its sign turned" : "is \(slip.participle)"
      let row = "; row \(term) of 'explain \(cellName.text(of: count))' would do that"
      return "in \(name) a product \(verb)" + (canExplain(cell) ? row : "")
    case .swapped(let first, let second):
      let isTurned = naming.isTurned(result.quantity, layer: result.layer)
      return isTurned
        ? Self.swap(first.transposed, second.transposed) : Self.swap(first, second)
    }
  }

  private static func swap(_ first: Cell, _ second: Cell) -> String {
    "\(first) and \(second) have changed places"
  }
}

extension OwnResult {
  /// What is said not to be called by name: a number where one differs.
  fileprivate func saidNumber(_ look: Look) -> String? {
    differing.count == 1 ? own.matrix[differing[0]].text(look.precision) : nil
  }

  /// What would tell a mistake from chance.
  fileprivate var whatWouldDecide: String {
    own.given.count == 1 && fits && truth.elements.count > 1
      ? "one cell alone could be a slip too: a second one would decide"
      : "more cells or digits would decide"
  }
}

extension Diagnosis.Made {
  /// The mistake, and in a network its layer.
  fileprivate func name(of layerCount: Int) -> String {
    mistake.name + (layerCount > 1 ? " in layer \(layer)" : "")
  }

  /// `, from dZ on` where an earlier step made it.
  fileprivate var origin: String { isCarried ? ", from \(mistake.quantity.name) on" : "" }
}

extension Diagnosis.Slip {
  /// What was done to the product.
  fileprivate var participle: String {
    switch self {
    case .missing: "left out"
    case .doubled: "counted twice"
    case .turned: "turned"
    }
  }
}

extension Mistake {
  /// Whether it divides by m what a convention at hand divides by it.
  func dividesTwice(in machine: Machine) -> Bool {
    convention?.dividesBySamples == true
      && machine.conventions.contains(where: \.dividesBySamples)
  }

  /// That other courses have it so, and what would make it right here.
  fileprivate func convention(offeredIn machine: Machine) -> String {
    if dividesTwice(in: machine) {
      let other = machine.conventions.first(where: \.dividesBySamples)?.name ?? ""
      return "; '\(other)' divides by m already, and twice is a mistake"
    }
    let offer = convention.flatMap { convention in
      machine.conventions.contains(convention)
        ? nil : "; 'convention \(convention.name)' has it so"
    }
    return offer ?? (isConvention ? " (a convention of other courses)" : "")
  }
}
