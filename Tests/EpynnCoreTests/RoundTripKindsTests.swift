import EpynnCore
import TestSupport
import Testing

/// Print, then parse, over the kinds of node that `RoundTripTests` leaves out, in any mixture.
@Suite struct RoundTripKindsTests {
  @Test(arguments: [MatrixNotation(.ascii), MatrixNotation(.numpy)])
  func printThenParse(notation: MatrixNotation) throws {
    var trees = RandomTrees(generator: SeededGenerator(seed: 41))
    for _ in 0..<2_000 {
      let tree = trees.tree(depth: 5)
      let text = notation.text(of: tree)
      #expect(try Expression(parsing: text) == tree, "\(text)")
    }
  }

  /// A tree that was read survives another printing: what is shown can be pasted for ever.
  @Test func printingIsSettledAfterOneRound() throws {
    var trees = RandomTrees(generator: SeededGenerator(seed: 43))
    for _ in 0..<500 {
      let text = MatrixNotation(.ascii).text(of: trees.tree(depth: 4))
      #expect(try MatrixNotation(.ascii).text(of: Expression(parsing: text)) == text)
    }
  }

  @Test func numbersKeepTheirBits() throws {
    var generator = SeededGenerator(seed: 47)
    for _ in 0..<2_000 {
      let number = Double(bitPattern: generator.next())
      guard number.isFinite else { continue }
      for spelling in [Spelling.ascii, .numpy] {
        let text = MatrixNotation(spelling).text(of: Expression(.number(number)))
        guard case .number(let found) = try Expression(parsing: text).form else {
          Issue.record("\(text) is no number")
          continue
        }
        #expect(found.bitPattern == number.bitPattern, "\(text)")
      }
    }
  }
}

extension Expression {
  fileprivate static let one = Expression(.number(1))
}

/// Trees of every kind of node that can be typed.
struct RandomTrees {
  var generator: SeededGenerator

  mutating func tree(depth: Int) -> Expression {
    guard depth > 0, Int.random(in: 0..<8, using: &generator) > 0 else { return leaf() }
    let inner = tree(depth: depth - 1)
    let kind = Int.random(in: 0..<12, using: &generator)
    switch kind {
    case 0: return Expression(.shape(inner))
    case 1: return Expression(.transposed(inner))
    case 2:
      if case .number = inner.form { return inner }
      return Expression(.negated(inner))
    case 3, 4, 5:
      let operation = one(of: BinaryOperator.allCases)
      return Expression(.binary(operation, inner, tree(depth: depth - 1)))
    case 6: return Expression(.part(inner, rows: selection(), columns: .one(index())))
    case 7:
      let loss = one(of: [nil] + Loss.all.map(Optional.some))
      let other = tree(depth: depth - 1)
      return Bool.random(using: &generator)
        ? Expression(.lossOf(loss, target: inner, output: other))
        : Expression(.lossSlope(loss, target: inner, output: other))
    case 8:
      let activation = activation()
      return Bool.random(using: &generator)
        ? Expression(.activated(activation, inner)) : Expression(.slope(activation, inner))
    case 9:
      return Expression(
        .reduced(one(of: Reduction.allCases), inner, one(of: [.rows, .columns, .all])))
    case 10:
      let function = one(of: CellFunction.all)
      let arguments = (1..<function.arity).map { _ in tree(depth: depth - 1) }
      return Expression(.call(function, [inner] + arguments))
    default:
      // A row of rows is one matrix, so that a cell is never a row itself.
      let columns = Int.random(in: 1...3, using: &generator)
      let rows = Int.random(in: 1...3, using: &generator)
      return Expression(.rows((0..<rows).map { _ in (0..<columns).map { _ in cell(depth - 1) } }))
    }
  }

  private mutating func cell(_ depth: Int) -> Expression {
    let tree = tree(depth: min(depth, 2))
    if case .rows = tree.form { return Expression(.transposed(tree)) }
    return tree
  }

  private mutating func leaf() -> Expression {
    switch Int.random(in: 0..<9, using: &generator) {
    case 0:
      Expression(
        .number(one(of: [0, -0.5, 1, 1e300, -Double.leastNonzeroMagnitude, 0.1, 123_456_789])))
    case 1: Expression(.quantity(one(of: Quantity.allCases), layer: nil))
    case 2: Expression(.quantity(one(of: [.x, .w, .b, .a, .db]), layer: one(of: [1, 3, 40])))
    case 3: Expression(.size(one(of: Dimension.allCases)))
    case 4: Expression(.learningRate)
    case 5: Expression(.variable(one(of: ["v", "_", "W_2", "expX", "α", "e1"])))
    case 6, 7: numPys()
    default: Expression(.source(one(of: [.data, .given])))
    }
  }

  /// What NumPy has beside: functions of whole matrices, indices, conditions.
  private mutating func numPys() -> Expression {
    let text = one(of: [
      "zeros((3, 4))", "np.ones(3)", "eye(3)", "X[::2]", "X[::-1, 1:]", "X[Z > 0]", "X[[0, 2], 1]",
      "X[:, None]", "np.hstack((X, Z))", "np.concatenate((X, Z), axis=1)", "np.vstack([W])",
      "X.size", "np.std(X, 0)", "np.std(X, ddof=1)", "X.reshape(2, -1)", "np.outer(X[0], b)",
      "np.clip(Z, 0, 1)", "np.clip(Z, None, 1)", "~(Z > 0)", "np.arange(3)", "Z[np.arange(4), 0]",
    ])
    return (try? Expression(parsing: text)) ?? .one
  }

  private mutating func activation() -> Activation? {
    let rule = one(of: Activation.Rule.all)
    let parameter = rule.hyperparameter == nil ? nil : one(of: [nil, 0.25, 3e-9])
    return one(of: [nil, Activation(rule, parameter: parameter)])
  }

  private mutating func selection() -> Selection {
    one(of: [.one(index()), .everything, .range(index(), nil), .range(nil, index()), .range(1, -1)])
  }

  private mutating func index() -> Int { Int.random(in: -2...9, using: &generator) }

  private mutating func one<Element>(of list: [Element]) -> Element {
    list[Int.random(in: 0..<list.count, using: &generator)]
  }
}
