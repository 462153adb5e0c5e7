import EpynnCore
import TestSupport
import Testing

@Suite struct RoundTripTests {
  /// What is printed to be pasted reads back as the same tree.
  @Test(arguments: [MatrixNotation(.ascii), MatrixNotation(.numpy)])
  func printThenParse(notation: MatrixNotation) throws {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<2_000 {
      let expression = Self.expression(depth: 5, &generator)
      let text = notation.text(of: expression)
      #expect(try Expression(parsing: text) == expression, "\(text)")
    }
  }

  @Test func theStepsOfTheExampleReadBack() throws {
    for notation in [MatrixNotation(.ascii), MatrixNotation(.numpy)] {
      for stop in Machine.example.stops {
        for formula in Machine.example.formulas(of: stop) {
          let text = notation.text(of: formula.expression)
          #expect(try Expression(parsing: text) == formula.expression, "\(text)")
        }
      }
    }
  }

  /// A tuple of lists is no matrix of them: in brackets it read back as one.
  @Test(arguments: ["([0, 1],)", "([0, 1], [2, 3])", "([[1], [2]], X)", "(np.array([[1, 2]]), 3)"])
  func aTupleOfListsReadsBack(text: String) throws {
    let expression = try Expression(parsing: text)
    for notation in [MatrixNotation(.ascii), MatrixNotation(.numpy)] {
      let printed = notation.text(of: expression)
      #expect(try Expression(parsing: printed) == expression, "\(printed)")
    }
  }

  /// NaN is never the number it is compared with, but it is printed as it was: its sign is not seen,
  /// and stood in brackets of its own.
  @Test(arguments: ["nan", "-nan", "W ** nan", "W ** -nan", "-nan * W", "nan ** -nan", "-(-nan)"])
  func nanIsPrintedOnceAndForAll(text: String) throws {
    for notation in [MatrixNotation(.ascii), MatrixNotation(.numpy)] {
      let printed = try notation.text(of: Expression(parsing: text))
      #expect(try notation.text(of: Expression(parsing: printed)) == printed)
    }
  }

  /// A size along an axis was printed as the size of all.
  @Test(arguments: ["np.size(X, 1)", "np.size(X, axis=0)", "np.size(X)", "X.size", "X.ndim"])
  func aSizeIsThatOfItsAxis(text: String) throws {
    let expression = try Expression(parsing: text)
    for notation in [MatrixNotation(.ascii), MatrixNotation(.numpy)] {
      let printed = notation.text(of: expression)
      #expect(try Expression(parsing: printed) == expression, "\(printed)")
      #expect(printed.hasSuffix(")") == (text.contains(",")), "\(printed)")
    }
  }

  /// As the number that was once read for it, each was another index, or NumPy refused it.
  @Test(arguments: [
    ("X[[True, False, True]]", "X[[True, False, True]]"),
    ("X.ravel(order='F')", "np.ravel(X, 'F')"), ("X.flatten('f')", "np.ravel(X, 'F')"),
    ("X.reshape(5, 3, order='F')", "np.reshape(X, (5, 3), 'F')"),
    ("X.reshape((5, 3), order='A')", "np.reshape(X, (5, 3), 'C')"),
    ("np.linalg.norm(W, ord='fro')", "np.linalg.norm(W, 'fro')"),
    ("np.dot(2, X)", "2 * X"),
  ])
  func aWordReadsBackAsItself(text: String, printed: String) throws {
    let notation = MatrixNotation(.numpy)
    #expect(try notation.text(of: Expression(parsing: text)) == printed)
    #expect(try notation.text(of: Expression(parsing: printed)) == printed)
  }

  private static func expression(
    depth: Int, _ generator: inout SeededGenerator
  ) -> Expression {
    func below() -> Expression { expression(depth: depth - 1, &generator) }
    func one<Element>(of list: [Element]) -> Element {
      list[Int.random(in: 0..<list.count, using: &generator)]
    }
    guard depth > 0 else {
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: return Expression(.number(one(of: [0, 1, -2, 0.5, -1e-7, 3e20, 1.0 / 3])))
      case 1: return Expression(.quantity(one(of: Quantity.allCases), layer: nil))
      case 2: return Expression(.quantity(one(of: [.w, .dZ]), layer: one(of: [1, 2, 12])))
      case 3: return Expression(.size(one(of: Dimension.allCases)))
      case 4: return Expression(.learningRate)
      default: return Expression(.variable(one(of: ["v", "my_W", "alpha"])))
      }
    }
    switch Int.random(in: 0..<11, using: &generator) {
    case 0...3: return Expression(.binary(one(of: BinaryOperator.allCases), below(), below()))
    case 4:
      let inner = below()
      // A number takes its sign in itself.
      if case .number = inner.form { return inner }
      return Expression(.negated(inner))
    case 5: return Expression(.transposed(below()))
    case 6:
      return Expression(
        .reduced(one(of: Reduction.allCases), below(), one(of: [.rows, .columns, .all])))
    case 7:
      let function = one(of: CellFunction.all)
      return Expression(.call(function, (0..<function.arity).map { _ in below() }))
    case 8:
      let rule = one(of: Activation.Rule.all)
      let activation = one(of: [nil, Activation(rule), Activation(rule, parameter: 0.25)])
      let kept = rule.hyperparameter == nil ? activation.map { _ in Activation(rule) } : activation
      return one(of: [Expression(.activated(kept, below())), Expression(.slope(kept, below()))])
    case 9:
      return Expression(
        .part(
          below(), rows: one(of: [.one(0), .one(-1), .everything, .range(1, 3)]), columns: .one(1)))
    default:
      let cells = (0..<4).map { _ in expression(depth: 0, &generator) }
      return Expression(.rows([[cells[0], cells[1]], [cells[2], cells[3]]]))
    }
  }
}
