import EpynnCore

extension Finding {
  /// The last formula with an edit in.
  func formulaText(_ look: Look) -> String {
    parts.last.map { look.matrices.text(of: $0.formula) } ?? ""
  }

  /// What gives the cells that differ, what is right, and what was done.
  ///
  /// - Parameter all: the cells, in a word.
  func sentence(
    explaining all: String, in machine: Machine, _ naming: FileNaming, _ look: Look
  ) -> String {
    let count = machine.layers.count
    if parts.count > 1, parts.allSatisfy({ $0.mistake != nil && $0.edits.isEmpty }) {
      let names = parts.map { part in
        (part.mistake?.name ?? "") + (count > 1 ? " in layer \(part.layer)" : "")
      }
      let sentences = parts.compactMap { $0.mistake?.sentence(in: machine) }
      return "\(Problem.list(names)) together explain \(all): "
        + sentences.joined(separator: "; and ")
    }
    return parts.map { part in
      let name = naming.text(of: part.quantity, layer: part.layer, in: count)
      let formula = look.matrices.text(of: part.formula)
      let made =
        part.isCarried
        ? "it follows from \(formula) as \(name), \(part.step(of: count))"
        : "yours is what \(formula) gives"
      let edits =
        (part.mistake.map { [$0.sentence(in: machine)] } ?? [])
        + part.edits.map { $0.sentence(in: look.matrices) }
      return "\(name): \(made); right is \(look.matrices.text(of: part.right)):"
        + " \(edits.joined(separator: ", and "))"
    }.joined(separator: "; and ") + dividedTwice(in: machine)
  }

  /// That a convention divides already by what it was divided by.
  private func dividedTwice(in machine: Machine) -> String {
    guard dividesBySamples, let other = machine.conventions.first(where: \.dividesBySamples) else {
      return ""
    }
    return "; '\(other.name)' divides by m already, and twice is a mistake"
  }

  private var dividesBySamples: Bool {
    parts.contains { part in
      part.edits.contains {
        $0.name == "scaled" && $0.replacement.map { $0.quotientOfSamples } == true
      }
    }
  }

  /// Whether other courses define it so, and none at hand does yet.
  func isConvention(in machine: Machine) -> Bool {
    isConvention && !parts.contains { $0.mistake?.dividesTwice(in: machine) == true }
  }
}

extension Finding.Part {
  /// The step that makes it, as the screens label it.
  func step(of layerCount: Int) -> String {
    Dense.step(writing: quantity).map {
      Stop($0, layer: quantity.belongsToNetwork ? 0 : layer, of: layerCount).label
    } ?? Phase.update.rawValue
  }
}

extension Expression {
  /// Whether it is 1/m, a part of it by the form.
  fileprivate var quotientOfSamples: Bool {
    guard case .binary(.divide, _, let divisor) = form else { return false }
    return divisor.form == .size(.m)
  }
}
