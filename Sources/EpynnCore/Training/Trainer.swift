/// Runs the iterations of a training at full speed.
///
/// Where a formula holds a node that cannot be compiled, it steps instead, to the same bits.
struct Trainer {
  /// The machine as it stood, with the course of this training, before the first iteration here.
  private let start: Machine
  private var compiled: CompiledIteration?
  /// The machine at hand where iterations are stepped.
  private var stepped: Machine
  private(set) var course: Course
  private(set) var epochsDone: Int
  private(set) var iteration: Int
  private var order: [Int] = []
  private var orderedEpoch: Int?
  /// Whether the batch at hand lies in the memory; the last one stays there until it is needed.
  private var hasBatch = false

  /// - Parameter machine: at the start of an iteration of a course.
  init(_ machine: Machine, course: Course) {
    start = machine
    stepped = machine
    self.course = course
    epochsDone = machine.epochsDone
    iteration = machine.iteration
    compiled = try? CompiledIteration(machine)
    loadRates()
  }

  /// What one iteration found before its update.
  struct Finding {
    /// The loss summed over the batch.
    var loss = 0.0
    var hits = 0
    var samples = 0
  }

  var isOver: Bool { course.epoch == course.epochs }

  /// Runs one batch, its update included.
  mutating func runIteration() throws(Failure) -> Finding {
    var finding = Finding(samples: course.batchSize)
    if compiled != nil {
      loadBatch()
      compiled?.run()
      finding.loss = compiled?.totalLoss ?? 0
      finding.hits = compiled?.hits ?? 0
    } else {
      repeat { try stepped.step() } while stepped.position > 0
      finding.loss = stepped.totalLoss ?? 0
      finding.hits = stepped.hits
    }
    iteration += 1
    advance()
    return finding
  }

  /// Whether W and b of every layer are finite.
  var isFinite: Bool {
    compiled?.parametersAreFinite
      ?? stepped.layers.allSatisfy { layer in
        [Quantity.w, .b].allSatisfy { layer.matrix($0)?.isFinite ?? true }
      }
  }

  /// What must be kept to come back here.
  var parameters: [Double] {
    compiled?.parameters ?? stepped.parameters
  }

  /// Goes to where so many iterations since the start had led.
  mutating func resume(at checkpoint: Checkpoint) {
    compiled?.parameters = checkpoint.parameters
    stepped.parameters = checkpoint.parameters
    iteration = start.iteration + checkpoint.iteration
    let batches = course.batchCount
    guard let first = start.course else { return }
    let batch = first.epoch * batches + first.batch + checkpoint.iteration
    course.epoch = batch / batches
    course.batch = batch % batches
    epochsDone = start.epochsDone + course.epoch - first.epoch
    stepped.iteration = iteration
    stepped.epochsDone = epochsDone
    stepped.course = course
    loadRates()
    hasBatch = false
    if compiled == nil { try? stepped.loadBatch() }
  }

  /// The machine at the start of the next iteration; the last one's tensors are in it.
  var machine: Machine {
    guard let compiled else { return stepped }
    var machine = start
    compiled.write(into: &machine, iteration: iteration - 1)
    machine.position = 0
    machine.iteration = iteration
    machine.epochsDone = epochsDone
    machine.course = course
    if isOver { machine.endCourse() } else { try? machine.loadBatch() }
    return machine
  }

  private mutating func advance() {
    course.batch += 1
    if course.batch == course.batchCount {
      course.batch = 0
      course.epoch += 1
      epochsDone += 1
      if !isOver { loadRates() }
    }
    hasBatch = course.takesAll
  }

  private mutating func loadRates() {
    for layer in 1...max(start.layers.count, 1) {
      let rate = start.learning(ofLayer: layer).rate(inEpoch: course.epoch, of: course.epochs)
      compiled?.put([rate], at: .rate(layer: layer))
    }
  }

  private mutating func loadBatch() {
    guard !hasBatch else { return }
    hasBatch = true
    if course.shuffles, orderedEpoch != epochsDone {
      order = start.order(of: course, inEpoch: epochsDone)
      orderedEpoch = epochsDone
    }
    let first = course.batch * course.batchSize
    let range = first..<(first + course.batchSize)
    let rows = course.shuffles ? Array(order[range]) : Array(range)
    compiled?.put(rows: rows, of: course.data.matrix, at: .data)
    compiled?.put(rows: rows, of: course.target.matrix, at: .target)
  }
}

/// W and b of all layers after so many iterations of a training.
struct Checkpoint: Sendable {
  let iteration: Int
  let parameters: [Double]

  /// Its bytes, roughly.
  var size: Int { parameters.count * 8 + 64 }
}

extension Machine {
  /// W and b of all layers, one after the other.
  var parameters: [Double] {
    get {
      layers.flatMap { layer in
        [Quantity.w, .b].flatMap { layer.matrix($0)?.elements ?? [] }
      }
    }
    set {
      var rest = newValue[...]
      for index in layers.indices {
        for quantity in [Quantity.w, .b] {
          guard let matrix = layers[index].matrix(quantity) else { continue }
          let numbers = Array(rest.prefix(matrix.elements.count))
          rest = rest.dropFirst(numbers.count)
          layers[index].tensors[quantity] = Value(
            Matrix(rows: matrix.rows, columns: matrix.columns, elements: numbers),
            from: .step(iteration: iteration))
        }
      }
    }
  }

  /// How many samples the last layer's A puts where Y has them.
  var hits: Int {
    guard let y = target?.matrix, let a = value(of: .a, layer: layers.count)?.matrix else {
      return 0
    }
    return Score.hits(target: y.elements, output: a.elements, columns: a.columns)
  }
}
