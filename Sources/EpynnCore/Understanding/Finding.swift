/// What explains a result that differs from the program's.
public enum Finding: Sendable, Equatable {
  /// A row of the table of mistakes, made in a layer; `carried` where an earlier step made it.
  case mistake(Mistake, layer: Int, carried: Bool)
  /// One product of a cell's sum left out, counted twice, or with its sign turned.
  case slip(Slip, cell: Cell, term: Int)
  /// Two cells that changed places.
  case swapped(Cell, Cell)

  public enum Slip: Sendable {
    case missing, doubled, turned
  }
}

/// A result of the learner's beside the program's.
public struct OwnResult: Sendable {
  public let quantity: Quantity
  public let layer: Int
  public let own: Matrix
  public let truth: Matrix
  /// The cells that differ, row by row; empty where the shapes do.
  public let differing: [Cell]
  public let finding: Finding?

  public var fits: Bool { own.shape == truth.shape }
  public var agrees: Bool { fits && differing.isEmpty }

  /// - Parameters:
  ///   - machine: whose iteration is compared; the steps up to the quantity are run.
  ///   - tolerance: half a unit of the last digit that was typed, 0 where all digits were.
  /// - Throws: `Failure` where the quantity cannot be computed.
  public init(
    _ own: Matrix, for quantity: Quantity, layer: Int, in machine: Machine, tolerance: Double = 0
  ) throws(Failure) {
    let search = try MistakeSearch(quantity, layer: layer, in: machine)
    self.quantity = quantity
    self.layer = layer
    self.own = own
    truth = search.truth
    func isClose(_ x: Double, _ y: Double) -> Bool {
      abs(x - y) <= max(1e-9 * max(1, abs(y)), tolerance)
    }
    guard own.shape == truth.shape else {
      differing = []
      finding = search.finding { $0.isClose(to: own, isClose) }
      return
    }
    let wrong = own.elements.indices.filter {
      !isClose(own.elements[$0], search.truth.elements[$0])
    }
    let columns = own.columns
    differing = wrong.map { Cell($0 / columns, $0 % columns) }
    guard !differing.isEmpty else {
      finding = nil
      return
    }
    finding =
      search.finding { $0.isClose(to: own, isClose) }
      ?? search.slip(own, differing, isClose)
  }

  /// The same for some cells alone: a mistake is named where at least two of them agree with it.
  public static func finding(
    of cells: [Cell: Double], for quantity: Quantity, layer: Int, in machine: Machine
  ) throws(Failure) -> Finding? {
    let search = try MistakeSearch(quantity, layer: layer, in: machine)
    let wrong = cells.filter { cell, number in
      search.truth.holds(cell)
        && abs(number - search.truth[cell.row, cell.column]) > 1e-9 * max(1, abs(number))
    }
    guard wrong.count > 1 else { return nil }
    return search.finding { matrix in
      cells.allSatisfy { cell, number in
        matrix.holds(cell)
          && abs(matrix[cell.row, cell.column] - number) <= 1e-9 * max(1, abs(number))
      }
    }
  }
}

/// Makes the mistakes of the table, one after the other, and sees what a quantity becomes.
private struct MistakeSearch {
  let quantity: Quantity
  let layer: Int
  /// The machine just before the step that writes the quantity, and what it wrote.
  let before: Machine
  let truth: Matrix
  private let start: Machine

  init(_ quantity: Quantity, layer: Int, in machine: Machine) throws(Failure) {
    self.quantity = quantity
    self.layer = layer
    var right = machine
    right.restart()
    right.bug = nil
    start = right
    while let next = right.next {
      let previous = right
      try right.step()
      let owner = quantity.belongsToNetwork ? 0 : layer
      if next.step.writes.contains(quantity), next.layer == owner,
        let matrix = right.value(of: quantity, layer: layer)?.matrix
      {
        before = previous
        truth = matrix
        return
      }
      guard right.position > 0 else { break }
    }
    throw Failure(.notSet(quantity))
  }

  /// The first mistake, in running order, whose outcome is the one sought and not the truth.
  func finding(where matches: (Matrix) -> Bool) -> Finding? {
    for mistake in Mistake.all where mistake.phase != .update {
      for made in start.layers.indices.map({ $0 + 1 }) {
        let isOwn = mistake.quantity == quantity && (made == layer || quantity.belongsToNetwork)
        let outcome =
          isOwn ? before.outcome(of: mistake, layer: made) : carried(mistake, madeIn: made)
        guard let outcome, !outcome.hasSameBits(as: truth), matches(outcome) else { continue }
        return .mistake(mistake, layer: made, carried: !isOwn)
      }
    }
    return nil
  }

  /// What the quantity becomes where an earlier step of some layer was wrong.
  private func carried(_ mistake: Mistake, madeIn layer: Int) -> Matrix? {
    guard mistake.applies(to: start, layer: layer) else { return nil }
    var wrong = start
    wrong.bug = Bug(mistake, layer: layer)
    while wrong.position <= before.position {
      let position = wrong.position
      guard (try? wrong.step()) != nil, wrong.position > position else { return nil }
    }
    return wrong.value(of: quantity, layer: self.layer)?.matrix
  }

  func slip(
    _ own: Matrix, _ differing: [Cell], _ isClose: (Double, Double) -> Bool
  ) -> Finding? {
    if differing.count == 2 {
      let (first, second) = (differing[0], differing[1])
      if isClose(own[first.row, first.column], truth[second.row, second.column]),
        isClose(own[second.row, second.column], truth[first.row, first.column])
      {
        return .swapped(first, second)
      }
    }
    guard differing.count == 1, let cell = differing.first else { return nil }
    var ran = before
    guard (try? ran.step()) != nil,
      let explanation = try? Explanation(CellName(quantity, layer: layer, cell), in: ran)
    else { return nil }
    let found = own[cell.row, cell.column]
    let right = truth[cell.row, cell.column]
    for (place, term) in explanation.terms.enumerated() where term.product != 0 {
      if isClose(found, right - term.product) { return .slip(.missing, cell: cell, term: place) }
      if isClose(found, right + term.product) { return .slip(.doubled, cell: cell, term: place) }
      if isClose(found, right - 2 * term.product) {
        return .slip(.turned, cell: cell, term: place)
      }
    }
    return nil
  }
}

extension Matrix {
  fileprivate func isClose(to other: Matrix, _ isClose: (Double, Double) -> Bool) -> Bool {
    shape == other.shape && zip(other.elements, elements).allSatisfy { isClose($0, $1) }
  }
}
