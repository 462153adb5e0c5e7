/// Writes a formula as matrices: `Z = X · W + b`.
package struct MatrixNotation: Sendable {
  package let spelling: Spelling
  /// Whether names mean their tensors turned over, with the letters of their shapes changed.
  private var isTurnedOver = false

  package init(_ spelling: Spelling) {
    self.spelling = spelling
  }

  /// The same for formulas that are turned over.
  package var turnedOver: MatrixNotation {
    var notation = self
    notation.isTurnedOver.toggle()
    return notation
  }

  /// `dX = dZ · Wᵀ`; where a step overwrites what it reads, an arrow in place of `=`.
  package func equation(of assignment: Assignment, layer: Int? = nil) -> String {
    let overwrites = assignment.expression.reads(assignment.quantity)
    return spelling.opening + spelling.quantity(assignment.quantity, layer)
      + (overwrites ? spelling.becomes : spelling.equals)
      + (pulledBack(assignment.expression) ?? piece(assignment.expression).text) + spelling.closing
  }

  /// `dA · J(Z)`, where the slope is a matrix for each sample, which no product cell by cell takes.
  private func pulledBack(_ expression: Expression) -> String? {
    guard let name = spelling.jacobian, let (error, activation, z) = expression.pulledBack else {
      return nil
    }
    return piece(error).text + spelling.sign(.product, false)
      + call(name, [z], keywords(activation)).text
  }

  package func text(of expression: Expression) -> String {
    spelling.opening + fragment(of: expression) + spelling.closing
  }

  /// The formula as a part of a larger one.
  func fragment(of expression: Expression) -> String { piece(expression).text }

  /// A spelled node, how tightly its outermost operator binds, and whether it ends in a raised
  /// sign.
  private struct Piece {
    let text: String
    var precedence = Piece.leaf
    var isRaised = false

    static let leaf = 9
  }

  private func piece(_ expression: Expression) -> Piece {
    switch expression.form {
    // As a number it would be read for an index, where it is a mask.
    case .number(let number) where expression.marks.contains(.truth):
      return Piece(text: spelling.name(number == 0 ? "False" : "True"))
    case .number(let number): return piece(number)
    case .quantity(let quantity, let layer): return Piece(text: spelling.quantity(quantity, layer))
    case .source(let source): return Piece(text: text(of: source))
    case .learningRate: return Piece(text: spelling.rate)
    case .clipping: return Piece(text: spelling.clipping)
    case .size(let letter): return Piece(text: spelling.name(letter.rawValue))
    case .variable(let name): return Piece(text: spelling.name(name))
    case .rows(let rows) where rows.count == 1 && rows[0].contains(where: \.isRows):
      // In brackets the rows would be those of one matrix.
      return Piece(text: spelling.tuple(rows[0].map(fragment(of:))))
    case .rows(let rows):
      let lines = spelling.matrix(rows.map { $0.map(fragment(of:)) })
      return Piece(text: lines.map { $0.drop { $0 == " " } }.joined(separator: " "))
    case .negated(let inner):
      let precedence = BinaryOperator.negationPrecedence
      let text = spelling.negated(wrapped(piece(inner), above: precedence))
      return Piece(text: text, precedence: precedence)
    case .binary(let operation, let left, let right): return piece(operation, left, right)
    case .transposed(let inner):
      return Piece(text: spelling.transposed(base(inner)), isRaised: true)
    case .reduced(let reduction, let inner, let axis): return piece(reduction, inner, axis)
    case .call(let function, let arguments):
      return call(function.name, isNumPys: function.isNumPys, arguments)
    case .function(let function, let arguments): return piece(function, arguments)
    case .activated(let activation, let z):
      return call(activation?.name ?? "act", [z], keywords(activation))
    case .slope(let activation, let z):
      return call(spelling.primed(activation?.name ?? "act"), [z], keywords(activation))
    case .lossOf(let loss, let y, let a): return call(loss?.symbol ?? "loss", [y, a])
    case .lossSlope(let loss, let y, let a):
      return call(spelling.primed(loss?.symbol ?? "loss"), [y, a])
    case .shape(let inner): return Piece(text: spelling.attribute(base(inner), "shape"))
    case .part(let inner, let rows, let columns):
      return Piece(text: spelling.part(base(inner), rows.text, columns.text))
    }
  }

  private func piece(_ number: Double) -> Piece {
    let digits = number.shortestText
    var piece = Piece(text: spelling.number(digits))
    // As it is written: NaN may have a sign that nobody sees.
    if digits.hasPrefix("-") { piece.precedence = BinaryOperator.negationPrecedence }
    if spelling.numbersAreProducts, digits.contains("e") {
      piece.precedence = BinaryOperator.times.precedence
    }
    return piece
  }

  private func wrapped(_ piece: Piece, above precedence: Int) -> String {
    piece.precedence > precedence ? piece.text : spelling.enclosed(piece.text)
  }

  /// What something is attached to.
  private func base(_ expression: Expression, above precedence: Int = Piece.leaf - 1) -> String {
    let piece = piece(expression)
    guard piece.precedence > precedence else { return spelling.enclosed(piece.text) }
    return piece.isRaised ? spelling.grouped(piece.text) : piece.text
  }

  private func piece(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression
  ) -> Piece {
    let precedence = operation.precedence
    let rightText = wrapped(piece(right), above: precedence)
    guard operation != .power else {
      let text = spelling.power(base(left, above: precedence), rightText)
      return Piece(text: text, precedence: precedence, isRaised: true)
    }
    let floor = operation.isComparison ? precedence : precedence - 1
    let sign = spelling.sign(operation, left.isScalar || right.isScalar)
    return Piece(
      text: wrapped(piece(left), above: floor) + sign + rightText, precedence: precedence)
  }

  private func piece(_ reduction: Reduction, _ inner: Expression, _ axis: Axis) -> Piece {
    let lettered = isTurnedOver ? axis.turnedOver : axis
    if reduction == .sum, let sum = spelling.sum, let letter = lettered.letter(of: inner) {
      let summand = wrapped(piece(inner), above: BinaryOperator.plus.precedence)
      // A sign that is raised behind it would belong to the summand.
      return Piece(text: sum(letter, summand), precedence: BinaryOperator.power.precedence)
    }
    var keywords: [(name: String, value: String)] = []
    if let number = axis.number {
      keywords.append(("axis", "\(number)"))
      if spelling.keepsDimensions { keywords.append(("keepdims", "True")) }
    }
    return call(reduction.rawValue, isNumPys: true, [inner], keywords)
  }

  private func piece(_ function: MatrixFunction, _ arguments: [Expression]) -> Piece {
    let first = { arguments.first.map { base($0) } ?? "" }
    switch function.appearance {
    case .attribute where arguments.count == 1:
      return Piece(text: spelling.attribute(first(), function.name))
    case .call, .attribute: return call(function, arguments.map { argument($0, isIndex: false) })
    case .word: return Piece(text: spelling.name(function.name))
    case .slice:
      let ends = arguments.map { $0.form == Expression.none.form ? "" : fragment(of: $0) }
      return Piece(text: ends.joined(separator: spelling.colon))
    case .subscript:
      return Piece(
        text: spelling.subscripted(
          first(), arguments.dropFirst().map { argument($0, isIndex: true) }))
    }
  }

  /// A call whose matrices, where it takes a list of them, stand in front as a tuple.
  private func call(_ function: MatrixFunction, _ texts: [String]) -> Piece {
    let parameters = function.parameters.filter { !$0.isList }
    let plain = parameters.count
    guard plain < function.parameters.count else {
      return call(function.name, isNumPys: function.isNumPys, texts: texts)
    }
    // Where something else is meant without it, None is said.
    let none = spelling.name(MatrixFunction.none.name)
    let rest = zip(parameters, texts).filter { $0.standard != nil || $1 != none }.map(\.1)
    return call(
      function.name, isNumPys: function.isNumPys,
      texts: [spelling.tuple(Array(texts.dropFirst(plain)))] + rest)
  }

  /// An argument; a list of sizes as the tuple that NumPy wants, and in an index as a list, since a
  /// tuple there would be rows and columns.
  private func argument(_ expression: Expression, isIndex: Bool) -> String {
    guard case .rows(let rows) = expression.form, rows.count == 1,
      expression.marks.contains(.list), !spelling.isMarkup || !isIndex
    else { return fragment(of: expression) }
    let cells = rows[0].map(fragment(of:))
    return isIndex ? spelling.subscripted("", cells) : spelling.tuple(cells)
  }

  private func call(
    _ name: String, isNumPys: Bool = false, _ arguments: [Expression],
    _ keywords: [(name: String, value: String)] = []
  ) -> Piece {
    call(
      name, isNumPys: isNumPys,
      texts: arguments.map(fragment(of:)) + keywords.map { spelling.keyword($0.name, $0.value) })
  }

  private func call(_ name: String, isNumPys: Bool, texts: [String]) -> Piece {
    Piece(text: spelling.call(spelling.function(name, isNumPys), texts))
  }

  private func keywords(_ activation: Activation?) -> [(name: String, value: String)] {
    guard let activation, let hyperparameter = activation.rule.hyperparameter,
      activation.parameter != hyperparameter.standard
    else { return [] }
    return [(hyperparameter.name, activation.parameter.shortestText)]
  }

  private func text(of source: Expression.Source) -> String {
    switch source {
    case .below: spelling.layerBelow
    case .above: spelling.layerAbove
    case .data, .given: spelling.name(source.rawValue)
    }
  }
}

extension Expression {
  var isRows: Bool { if case .rows = form { true } else { false } }
}
