import EpynnCore

/// Lines of a program that make what a step computes: compared as by `mine`, never assigned.
extension Session {
  /// Whether a line sets a computed tensor and was taken for the person's own of it.
  ///
  /// `dZ = dA.copy()` begins one; `dZ[Z <= 0] = 0` and `dZ *= …` go on with it.
  mutating func makesOwn(
    _ expression: Expression, of target: Statement.Target, in line: String, typedAs text: String?
  ) throws(Complaint) -> Bool {
    if target.isCost, !turn.isTrial {
      try mineCost(expression, in: Argument(value: line, text: line, column: 0))
      return true
    }
    guard case .quantity(let quantity, let named) = target.name else { return false }
    let layer = named ?? currentLayer
    do throws(Fault) { try machine.refuseComputed(quantity, layer: layer) } catch {
      // What is only tried changes the layer, or is refused.
      guard case .computed = error, !turn.isTrial else { return false }
      let before = aids.ownTensors.tensor(quantity, layer: layer, in: machine)
      // Cells of what was never begun are refused as before.
      guard before != nil || target.rows == nil else { return false }
      try makeOwn(quantity, layer, of: expression, target, from: before, typedAs: text)
      return true
    }
    return false
  }

  private mutating func makeOwn(
    _ quantity: Quantity, _ layer: Int, of expression: Expression, _ target: Statement.Target,
    from before: Variable?, typedAs text: String?
  ) throws(Complaint) {
    let name = "your \(quantity.text(inLayer: layer, of: machine.layers.count))"
    var bench = machine
    var formula = expression
    if let before {
      bench.set(variable: name, to: before)
      formula = expression.naming(quantity, ofLayer: layer, inLayer: currentLayer, as: name)
    }
    let scope = Scope(bench, layer: currentLayer)
    var value = try located { () throws(Failure) in try formula.array(in: scope) }
    if let rows = target.rows, let columns = target.columns, let before {
      value = try located { () throws(Failure) in
        do throws(Fault) {
          return try before.array.replacing(
            rows: rows, columns: columns, of: Expression(.variable(name)), by: value)
        } catch { throw Failure(error, at: target.column) }
      }
    }
    let hides = veil.hides(formula, in: scope)
    bench.set(
      variable: name, to: value, from: formula.dependencies(inLayer: currentLayer), typedAs: text)
    if let kept = bench.variables[name] {
      aids.ownTensors.keep(kept, as: quantity, layer: layer, in: machine)
    }
    guard before != nil || !expression.beginsOwn else {
      return say("\(name) begins, \(value.matrix.shape); it is compared as lines go on with it")
    }
    try mine(
      quantity, layer: layer, OwnNumbers(value.matrix, typedAs: text ?? "", in: machine),
      target.column, readsCovered: hides)
  }

  /// Takes a size that a program reads off a tensor, where it is what it is here.
  mutating func take(
    _ value: Matrix, as letter: Dimension, column: Int
  ) throws(Complaint) {
    guard let number = value.scalar else { throw Complaint(.notAScalar(value.shape), at: column) }
    let scope = scope
    let size: Int
    do throws(Fault) { size = try scope.size(letter) } catch {
      throw Complaint(.core(error), at: column)
    }
    guard number == Double(size) else {
      throw Complaint(.sizeDiffers(letter, size, found: number), at: column)
    }
    say("\(letter.rawValue) is the number of \(letter.meaning), \(size)")
  }

  /// `m, n = X.shape`: all of it or nothing.
  mutating func unpack(
    _ values: [Expression], into targets: [Statement.Target], line: String
  ) throws(Complaint) {
    let before = self
    do throws(Complaint) {
      let scope = scope
      var parts: [ArrayValue] = []
      for value in values {
        parts.append(try located { () throws(Failure) in try value.array(in: scope) })
      }
      if values.count == 1 { parts = parts[0].parts }
      guard parts.count == targets.count else {
        throw Complaint(
          .unpacking(names: targets.count, values: parts.count), at: targets[0].column)
      }
      let sources = values.reduce(into: Set<Dependency>()) {
        $0.formUnion($1.dependencies(inLayer: currentLayer))
      }
      for (place, target) in targets.enumerated() {
        let source = values[min(place, values.count - 1)]
        if values.count > 1, try makesOwn(source, of: target, in: line, typedAs: nil) { continue }
        try assign(parts[place], to: target, line: line, from: sources)
      }
    } catch {
      self = before
      throw error
    }
  }

  /// What of a line means something else elsewhere.
  mutating func say(_ notes: [ReadingNote]) throws(Complaint) {
    for note in notes {
      guard let sentence = try note.sentence(in: scope), !aids.notesMade.contains(sentence)
      else { continue }
      // What a name stands for is said once; what numbers do, each time.
      if case .contained = note { aids.notesMade.insert(sentence) }
      say(sentence)
    }
  }

  /// Prints texts and values on one line; a single tensor as `show` does.
  mutating func printParts(_ parts: [PrintedPart]) throws(Complaint) {
    let scope = scope
    var texts: [(text: String?, matrix: Matrix, format: String?)] = []
    for part in parts {
      switch part {
      case .text(let text): texts.append((text, Matrix(0), nil))
      case .value(let formula, let format):
        let value = try located { () throws(Failure) in try formula.value(in: scope) }
        texts.append((nil, veil.veiled(value, of: formula, in: scope), format))
      }
    }
    draw { look in
      let line = texts.map { piece in
        piece.text ?? PythonFormat(piece.format, look: look).text(of: piece.matrix)
      }
      return [.sentence(line.joined(), in: .screen)]
    }
  }
}

extension ReadingNote {
  /// The sentence; `nil` where the numbers are the same.
  fileprivate func sentence(in scope: Scope) throws(Complaint) -> String? {
    switch self {
    case .builtInSum(let inner):
      guard let value = try? inner.array(in: scope), value.dimensions == 2,
        value.matrix.columns > 1
      else { return nil }
      let text = MatrixNotation(.ascii).text(of: inner).quoted(limit: 24)
      return "sum adds all cells here; Python's own sum adds the rows: '\(text).sum(axis=0)'"
    case .cut(let inner, let type):
      guard let value = try? inner.value(in: scope),
        value.elements.contains(where: { $0 != $0.rounded(.towardZero) })
      else { return nil }
      return "dtype \(type.quoted(limit: 12)) cuts what stands behind the point, as NumPy does"
    case .contained(let text, let name): return "\(text.quoted(limit: 32)) is \(name) here"
    }
  }
}
