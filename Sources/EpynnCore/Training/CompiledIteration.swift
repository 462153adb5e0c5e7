internal import CKernels

/// An iteration ready to run at full speed: its instructions and the memory they work in.
///
/// Bit for bit what stepping does, for the instructions come from the same formulas.
public struct CompiledIteration: Sendable {
  private let program: Program
  /// What nothing in an iteration reads, and is computed where it is asked for.
  private let closing: Program?
  private let regions: [Slot: Region]
  private let parameterRegions: [Region]
  private(set) var memory: [Double]

  /// Some phases of an iteration of a machine, with its data in place; `nil` where a formula holds
  /// a node that only the evaluator knows.
  public init?(_ machine: Machine, phases: Set<Phase>) {
    guard var iteration = try? CompiledIteration(machine, only: phases) else { return nil }
    for (slot, value) in [
      (Slot.data, machine.data), (.target, machine.target), (.given, machine.given),
    ] {
      if let matrix = value?.matrix { iteration.put(matrix.elements, at: slot) }
    }
    self = iteration
  }

  /// - Throws: `IterationCompiler.Unknown` where a formula holds a node only the evaluator knows.
  init(
    _ machine: Machine, only phases: Set<Phase> = IterationCompiler.allPhases
  ) throws(IterationCompiler.Unknown) {
    let compiler = try IterationCompiler(machine, phases: phases)
    // Stepping takes one tensor at a time, and says which one does not fit.
    guard compiler.size <= machine.capacity.bytes / 8 else { throw IterationCompiler.Unknown() }
    closing = compiler.closing.isEmpty ? nil : Program(compiler.closing)
    regions = compiler.regions
    parameterRegions = machine.layers.indices.flatMap { [regions] place in
      machine.layers[place].dense.parameters.compactMap {
        regions[.tensor($0, layer: place + 1)]
      }
    }
    // What runs touches nothing outside its memory: that is settled here, once.
    guard
      (compiler.instructions + compiler.closing).allSatisfy({
        $0.isSound(inMemoryOf: compiler.size)
      })
    else { throw IterationCompiler.Unknown() }
    program = Program(
      compiler.instructions, loss: regions[.totalLoss], targets: regions[.target],
      outputs: regions[.tensor(.a, layer: machine.layers.count)], parameters: parameterRegions)
    memory = [Double](repeating: 0, count: compiler.size)
    for layer in 1...machine.layers.count {
      for quantity in machine.layers[layer - 1].dense.parameters {
        if let matrix = machine.value(of: quantity, layer: layer)?.matrix {
          put(matrix.elements, at: .tensor(quantity, layer: layer))
        }
      }
    }
    for (region, number) in compiler.constants { memory[region.offset] = number }
  }

  /// W and b of all layers, one after the other.
  var parameters: [Double] {
    get { parameterRegions.flatMap { memory[$0.offset..<$0.end] } }
    set {
      var rest = newValue[...]
      for region in parameterRegions {
        memory.replaceSubrange(region.offset..<region.end, with: rest.prefix(region.count))
        rest = rest.dropFirst(region.count)
      }
    }
  }

  /// A tensor as the last run left it; `nil` where no phase that was compiled computes it.
  public func value(of quantity: Quantity, layer: Int) -> Matrix? {
    closed.matrix(at: quantity == .loss ? .loss : .tensor(quantity, layer: layer))
  }

  /// The same with everything computed.
  private var closed: CompiledIteration {
    guard let closing else { return self }
    var copy = self
    copy.memory.withUnsafeMutableBufferPointer { memory in
      if let first = memory.baseAddress { closing.run(in: first) }
    }
    return copy
  }

  /// What an iteration came to: the loss summed over the samples of the batch, in their order, how many
  /// of them the last layer's A puts where Y has them, and whether W and b are finite after it.
  struct Outcome {
    let loss: Double
    let hits: Int
    let isFinite: Bool
  }

  /// Runs the phases once, and tells what they came to.
  mutating func runOnce() -> Outcome {
    memory.withUnsafeMutableBufferPointer { [program] memory in
      guard let first = memory.baseAddress else {
        return Outcome(loss: 0, hits: 0, isFinite: true)
      }
      program.run(in: first)
      let outcome = program.outcome(in: first)
      return Outcome(loss: outcome.loss, hits: outcome.hits, isFinite: outcome.is_finite != 0)
    }
  }

  /// Runs the phases once.
  public mutating func run() {
    memory.withUnsafeMutableBufferPointer { [program] memory in
      if let first = memory.baseAddress { program.run(in: first) }
    }
  }

  mutating func put(_ numbers: [Double], at slot: Slot) {
    guard let region = regions[slot] else { return }
    memory.replaceSubrange(region.offset..<region.end, with: numbers)
    if slot == .data { turnData() }
  }

  /// Writes one number.
  mutating func put(_ number: Double, at slot: Slot) {
    guard let region = regions[slot] else { return }
    memory[region.offset] = number
  }

  private mutating func turnData() {
    guard let data = regions[.data], let turned = regions[.turnedData] else { return }
    for row in 0..<data.rows {
      for column in 0..<data.columns {
        memory[turned.offset + column * data.rows + row] =
          memory[data.offset + row * data.columns + column]
      }
    }
  }

  /// Copies the rows of a batch where X or Y lies.
  mutating func put(rows: [Int], of matrix: Matrix, at slot: Slot) {
    guard let region = regions[slot] else { return }
    let width = matrix.columns
    for (index, row) in rows.enumerated() {
      let start = region.offset + index * width
      for column in 0..<width { memory[start + column] = matrix.elements[row * width + column] }
    }
    if slot == .data { turnData() }
  }

  func matrix(at slot: Slot) -> Matrix? {
    regions[slot].map {
      Matrix(rows: $0.rows, columns: $0.columns, elements: Array(memory[$0.offset..<$0.end]))
    }
  }

  /// What the iteration computed, as the steps would have left it.
  func write(into machine: inout Machine, iteration: Int) {
    let closed = closed
    for (slot, _) in regions {
      switch slot {
      case .tensor(let quantity, let layer):
        // What no update wrote stays whose it was.
        if [.w, .b].contains(quantity), machine.isFrozen(quantity, layer: layer) { continue }
        if let matrix = closed.matrix(at: slot) {
          machine.write(
            Value(matrix, from: .step(iteration: iteration)), to: quantity, layer: layer)
        }
      case .loss:
        if let matrix = matrix(at: slot) {
          machine.write(Value(matrix, from: .step(iteration: iteration)), to: .loss, layer: 0)
        }
      case .data, .turnedData, .target, .given, .totalLoss, .rate, .clipping: break
      }
    }
  }
}
