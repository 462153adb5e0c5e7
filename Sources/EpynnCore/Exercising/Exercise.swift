/// A layer or a network with own numbers for everyone: what is drawn, what must hold of it, and
/// what is asked.
public struct Exercise: Sendable {
  public let title: String
  /// The layers, loss and conventions, with zeros where numbers are drawn.
  public let machine: Machine
  public let draws: [Draw]
  public let conditions: [Condition]
  /// The mistakes that must give other tensors than the right ones, and than each other.
  public let distinct: [Mistake]
  public let given: [TensorName]
  public let find: [TensorName]
  /// What each tensor of `find` is worth; 1 where nothing is said.
  public let points: [TensorName: Double]
  /// The decimals that an answer must have; `nil` where those count that it has.
  public let decimals: Int?
  /// A number for its text, of which what is drawn depends.
  public let seed: UInt64

  /// - Parameters:
  ///   - title: what it is called.
  ///   - layers: the network, the first layer first.
  ///   - loss: against Y.
  ///   - conventions: those that it computes by.
  ///   - draws: what is drawn, and how.
  ///   - conditions: what must hold of the numbers, in every cell.
  ///   - distinct: the mistakes that must be told apart.
  ///   - given: the tensors on the sheet.
  ///   - find: the tensors asked for.
  ///   - points: what each is worth, where it is not 1.
  ///   - decimals: how many an answer must have; `nil` for those that it has.
  ///   - seed: a number for its text.
  /// - Throws: `ExerciseFault` where tensors are missing, or a formula cannot be computed.
  public init(
    title: String, layers: [Dense], loss: Loss, conventions: [Convention] = [],
    draws: [Draw], conditions: [Condition] = [], distinct: [Mistake] = [], given: [TensorName],
    find: [TensorName], points: [TensorName: Double] = [:], decimals: Int? = nil, seed: UInt64
  ) throws(ExerciseFault) {
    guard !layers.isEmpty else { throw .noLayer }
    guard !find.isEmpty else { throw .nothingToFind }
    for name in find where given.contains(name) || draws.contains(where: { $0.name == name }) {
      throw .isGiven(name)
    }
    self.title = title
    self.draws = draws
    self.conditions = conditions
    self.distinct = distinct
    self.given = given
    self.find = find
    self.points = points
    self.decimals = decimals
    self.seed = seed
    machine = try Self.machine(layers, loss, conventions, draws)
    try check()
  }

  public var layerCount: Int { machine.layers.count }

  /// What the learner computes a tensor's cells to: half a unit of the decimals asked for.
  package var tolerance: Double {
    Double("5e-\((decimals ?? 2) + 1)") ?? 0
  }

  private static func machine(
    _ layers: [Dense], _ loss: Loss, _ conventions: [Convention], _ draws: [Draw]
  ) throws(ExerciseFault) -> Machine {
    var machine = Machine()
    // A stranger's file asks for no more than a lesson may.
    machine.capacity = .lesson
    let x = TensorName(.x, layer: 1)
    guard draws.contains(where: { $0.name == x }) else { throw .notDrawn(x) }
    do throws(Fault) {
      for draw in draws where draw.name == x { try machine.put(draw) }
    } catch { throw .core(error, of: x) }
    do throws(Fault) {
      for layer in layers { _ = try machine.add(layer) }
      _ = machine.set(loss: loss)
      _ = machine.declare(conventions)
    } catch { throw .core(error) }
    var seen: Set = [x]
    for draw in draws where draw.name != x {
      guard seen.insert(draw.name).inserted else { throw .drawnTwice(draw.name) }
      guard [.w, .b, .y, .dA].contains(draw.name.quantity) else { throw .cannotBeDrawn(draw.name) }
      do throws(Fault) { try machine.put(draw) } catch { throw .core(error, of: draw.name) }
    }
    if draws.count(where: { $0.name == x }) > 1 { throw .drawnTwice(x) }
    for place in layers.indices {
      let weights = TensorName(.w, layer: place + 1)
      guard seen.contains(weights) else { throw .notDrawn(weights) }
    }
    return machine
  }

  /// Whether all that is named can be computed, tried once with some numbers.
  private func check() throws(ExerciseFault) {
    var random = RandomGenerator(seeds: [seed])
    let whole: Machine
    do throws(Failure) {
      whole = try drawn(&random).ranAnew { $0.step.phase == .update }
    } catch { throw .core(error.fault) }
    for name in find + given where whole.value(of: name.quantity, layer: name.owner) == nil {
      throw .core(.notSet(name.quantity))
    }
    for (place, condition) in conditions.enumerated() {
      do throws(Failure) { _ = try condition.holds(in: Scope(whole, layer: 1)) } catch {
        throw .condition(place, error)
      }
    }
    for mistake in distinct {
      let shows = find.contains {
        $0.quantity == mistake.quantity && whole.outcome(of: mistake, layer: $0.owner) != nil
      }
      guard shows else { throw .doesNotShow(mistake) }
    }
  }

  /// The machine with numbers drawn, before its first step.
  func drawn(_ random: inout RandomGenerator) throws(Failure) -> Machine {
    var machine = machine
    for draw in draws {
      do throws(Fault) {
        _ = try machine.set(
          draw.name.quantity, layer: draw.name.owner, to: draw.matrix(&random))
      } catch { throw Failure(error) }
    }
    machine.restart()
    return machine
  }
}

extension TensorName {
  /// A layer that has it: what belongs to the network the first one.
  package var owner: Int { max(layer, 1) }
}

extension Machine {
  /// Zeros of a shape; what is drawn in their place has the same.
  fileprivate mutating func put(_ draw: Draw) throws(Fault) {
    _ = try set(draw.name.quantity, layer: draw.name.owner, to: try Matrix(draw.shape))
  }
}
