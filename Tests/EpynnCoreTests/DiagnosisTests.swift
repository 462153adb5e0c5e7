import TestSupport
import Testing

@testable import EpynnCore

extension OwnResult {
  /// Whether what explains it is a mistake, not a slip.
  fileprivate var namesMistake: Bool {
    switch diagnosis {
    case .mistake, .edited: true
    case .slip, .swapped, nil: false
    }
  }
}

/// What is named is what was done, and a slip is not called a mistake.
@Suite struct DiagnosisTests {
  /// The whole mistaken tensor names its row of the table, or one that gives the same numbers.
  @Test(arguments: 0..<24)
  func aMistakenTensorNamesItsMistake(seed: Int) throws {
    let machine = RandomNetwork(seed: UInt64(seed + 500), samples: 2 + seed % 3).machine
    var named = 0
    for mistake in Mistake.all {
      for layer in 1...machine.layers.count where mistake.applies(to: machine, layer: layer) {
        for quantity in mistake.assignments.map(\.quantity) {
          let owner = quantity.belongsToNetwork ? machine.layers.count : layer
          let made = Diagnosis.Made(mistake: mistake, layer: layer, isCarried: false)
          guard quantity != .loss || layer == owner,
            let truth = try Self.value(of: quantity, layer: owner, in: machine, with: nil),
            let wrong = try Self.value(of: quantity, layer: owner, in: machine, with: made),
            wrong.shape != truth.shape
              || zip(wrong.elements, truth.elements).contains(where: { abs($0 - $1) > 1e-6 })
          else { continue }
          let result = try OwnResult(OwnNumbers(wrong), for: quantity, layer: owner, in: machine)
          // The right numbers in the other order are right.
          if result.isTurned, result.agrees { continue }
          guard case .mistake(let first, let equals)? = result.diagnosis else {
            Issue.record("\(mistake.name) in layer \(layer) is not named")
            continue
          }
          #expect(first == made || equals.contains(made), "\(mistake.name)")
          var places: [Int] = []
          for named in [first] + equals {
            let same = try Self.value(of: quantity, layer: owner, in: machine, with: named)
            #expect(same.map { OwnNumbers(wrong).agree(with: $0) } == true, "\(named)")
            places.append(
              try #require(
                machine.stops.firstIndex {
                  $0.step.writes.contains(named.mistake.quantity)
                    && ($0.evaluationLayer == named.layer || $0.layer == 0)
                }))
          }
          #expect(places == places.sorted(), "\(mistake.name)")
          named += 1
        }
      }
    }
    #expect(named > 5)
  }

  /// What a step writes where a mistake runs in its or an earlier step, seen by running it.
  private static func value(
    of quantity: Quantity, layer: Int, in machine: Machine, with made: Diagnosis.Made?
  ) throws -> Matrix? {
    var ran = machine
    ran.restart()
    ran.bug = made.map { Bug($0.mistake, layer: $0.layer) }
    repeat {
      let stop = ran.next
      guard (try? ran.step()) != nil else { return nil }
      let isOwn = stop?.layer == 0 || stop?.layer == layer
      if isOwn, stop?.step.writes.contains(quantity) == true {
        return ran.value(of: quantity, layer: layer)?.matrix
      }
    } while ran.position > 0
    return nil
  }

  /// Random layers of small integers, one product of one cell of dW left out, doubled or turned.
  @Test func aSlipIsSeldomCalledAMistake() throws {
    var generator = SeededGenerator(seed: 11)
    var named = 0
    var explained = 0
    var count = 0
    while count < trials(1_000) {
      let machine = try Self.integerLayer(&generator)
      var ran = machine
      while ran.next?.step.phase != .update { try ran.step() }
      let truth = try #require(ran.value(of: .dW, layer: 1)).matrix
      let cell = Cell(
        Int.random(in: 0..<truth.rows, using: &generator),
        Int.random(in: 0..<truth.columns, using: &generator))
      let explanation = try Explanation(CellName(.dW, layer: 1, cell), in: ran)
      let term = try #require(explanation.terms.randomElement(using: &generator))
      let factors: [Double] = [-1, 1, -2]
      let factor: Double = factors.randomElement(using: &generator) ?? 1
      var own = truth
      own[cell.row, cell.column] += factor * term.product
      guard own != truth else { continue }
      count += 1
      let result = try OwnResult(OwnNumbers(own), for: .dW, layer: 1, in: machine)
      if result.isCalled, result.namesMistake { named += 1 }
      if case .slip? = result.diagnosis { explained += 1 }
      let typed = TypedNumber(own[cell.row, cell.column], typedAs: "")
      let alone = try OwnResult(
        OwnNumbers([cell: typed], of: truth.shape), for: .dW, layer: 1, in: machine)
      #expect(alone.differing == [cell] && !alone.isCalled && alone.operand == nil)
    }
    print("of \(count) layers with a slip \(named) were called a mistake, \(explained) a slip")
    #expect(named * 100 <= count)
    #expect(explained * 100 > count * 95)
  }

  private static func integerLayer(_ generator: inout SeededGenerator) throws -> Machine {
    func matrix(_ rows: Int, _ columns: Int) -> Matrix {
      Matrix(
        rows: rows, columns: columns,
        elements: (0..<rows * columns).map { _ in
          Double(Int.random(in: -3...3, using: &generator))
        })
    }
    let (m, n, u) = (
      Int.random(in: 2...4, using: &generator), Int.random(in: 2...4, using: &generator),
      Int.random(in: 2...3, using: &generator)
    )
    var machine = Machine()
    _ = try machine.set(.x, layer: 1, to: matrix(m, n))
    _ = try machine.add(Dense(units: u, activation: Activation(.relu)))
    _ = try machine.set(.w, layer: 1, to: matrix(n, u))
    _ = try machine.set(.b, layer: 1, to: matrix(1, u))
    _ = try machine.set(.y, layer: 1, to: matrix(m, u))
    return machine
  }

  /// One cell of dZ, X or W is another number: what follows from it is explained by that cell.
  @Test func oneCellOfAnOperandExplainsAllThatItMoves() throws {
    var generator = SeededGenerator(seed: 17)
    var (count, named, elsewhere) = (0, 0, 0)
    while count < 300 {
      let machine = try Self.integerLayer(&generator)
      var ran = machine
      while ran.next?.step.phase != .update { try ran.step() }
      let (quantity, operand) = [(Quantity.dW, Quantity.dZ), (.dW, .x), (.dX, .dZ), (.dX, .w)][
        count % 4]
      let held = try #require(ran.value(of: operand, layer: 1)).matrix
      let cell = Cell(
        Int.random(in: 0..<held.rows, using: &generator),
        Int.random(in: 0..<held.columns, using: &generator))
      var changed = held
      changed[cell.row, cell.column] += Double(Int.random(in: 1...5, using: &generator))
      let own = try Self.product(quantity, with: operand, changed, in: ran)
      let right = try TrueResult(of: quantity, layer: 1, in: machine)
      let result = OwnResult(OwnNumbers(own), beside: right)
      guard result.differing.count > 1 else { continue }
      count += 1
      guard let found = result.operand else { continue }
      named += 1
      if found.name != CellName(operand, layer: 1, cell) { elsewhere += 1 }
      // Whatever cell is named, with its number in it the formula gives what was given.
      var again = try #require(ran.value(of: found.name.quantity, layer: 1)).matrix
      again[found.name.cell.row, found.name.cell.column] = found.needed
      let followed = try Self.product(quantity, with: found.name.quantity, again, in: ran)
      #expect(OwnNumbers(own).agree(with: followed))
    }
    print("of \(count) changed cells \(named) were found, \(elsewhere) of them in another place")
    #expect(named * 10 > count * 7)
    #expect(elsewhere * 20 < count)
  }

  /// dW = Xᵀ · dZ or dX = dZ · Wᵀ with one of the two replaced, summed by hand.
  private static func product(
    _ quantity: Quantity, with operand: Quantity, _ replaced: Matrix, in machine: Machine
  ) throws -> Matrix {
    func value(_ name: Quantity) throws -> Matrix {
      try name == operand ? replaced : #require(machine.value(of: name, layer: 1)).matrix
    }
    let dZ = try value(.dZ)
    let other = try value(quantity == .dW ? .x : .w)
    var product = try Matrix(
      quantity == .dW ? Shape(other.columns, dZ.columns) : Shape(dZ.rows, other.rows))
    for row in 0..<product.rows {
      for column in 0..<product.columns {
        for inner in 0..<(quantity == .dW ? dZ.rows : dZ.columns) {
          product[row, column] +=
            quantity == .dW
            ? other[inner, row] * dZ[inner, column] : dZ[row, inner] * other[column, inner]
        }
      }
    }
    return product
  }
}
