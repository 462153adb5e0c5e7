import EpynnCore

extension Fault {
  /// The one sentence about the fault: what was wrong, then what would work.
  var sentence: String {
    switch self {
    case .unexpectedCharacter(let character):
      "'\(character.quoted())' means nothing in a formula; 'help formulas' lists what does"
    case .unexpectedEnd(let wanted): "the line ends where \(wanted) was wanted"
    case .unexpected(let word, let wanted): "'\(word.quoted())' stands where \(wanted) was wanted"
    case .neverClosed(let bracket):
      "'\(bracket)' is never closed; a '\(Self.closings[bracket] ?? bracket)' is missing"
    case .numberOutOfRange(let number):
      "'\(number.quoted())' is beyond Float64; the largest number is about 1.8e308"
    case .tooDeep(let limit):
      "this formula is nested more than \(limit) deep; name a part of it with 'v = …'"
    case .unknownVariable(let name, let nearest):
      FunctionWord(name)?.sentence
        ?? "no name '\(name.quoted())'; "
        + (nearest.map { "did you mean '\($0)'?" } ?? "give it a value with '\(name.quoted()) = …'")
    case .unknownFunction(let name, let nearest):
      "no function '\(name.quoted())'; "
        + (nearest.map { "did you mean '\($0)'?" } ?? "'help formulas' lists them")
    case .unknownKeyword(let keyword, let function):
      "'\(function.quoted())' takes no '\(keyword.quoted())'; leave it out"
    case .argumentCount(let name, let expected, let found):
      "'\(name.quoted())' takes \(expected.counted("argument")), not \(found)"
    case .noSuchLayer(let number, let count):
      "no layer \(number); there \(count == 1 ? "is 1 layer" : "are \(count) layers")"

    case .raggedRow(let row, let count, let expected):
      "row \(row) has \(count.counted("number")) and row 0 has \(expected);"
        + " rows of a matrix are equally long"
    case .notANumber(let shape):
      "a cell must be one number and this has shape \(shape); pick a cell, as in W[0,1]"
    case .emptyShape(let shape): "shape \(shape) has no cell; every size is 1 or more"
    case .noRoom(let shape, let total, let capacity):
      "\(shape.map { "with \($0) " } ?? "with this ")a \(capacity.holder.rawValue) would hold"
        + " \((total - 1) >> 20 + 1) MB, and \(capacity.bytes >> 20) MB is the most;"
        + " take fewer rows or columns, or set a variable that is large to 0"
    case .interrupted: "stopped by Ctrl-C; what was not finished is dropped"
    case .tooLarge(let shape):
      "shape \(shape) would need more than 1 GiB; a matrix has at most \(Matrix.elementLimit) cells"
    case .innerSizes(let left, let right):
      "\(left.text) @ \(right.text): '@' needs equal inner sizes, and "
        + "\(Self.size(left.shape.columns, left.expression.letters.columns)) is not "
        + Self.size(right.shape.rows, right.expression.letters.rows)
    case .innerFlat(let left, let right):
      "\(left.text) @ \(right.text): '@' needs equal inner sizes;"
        + (left.isFlat && right.isFlat
          ? " of two rows NumPy adds up products, 'np.outer(a, b)' makes a matrix of them"
          : " NumPy has one dimension here, '[:, None]' makes a column of it")
    case .notWhole(let number, "[]"):
      "an index is a whole number and this is \(number.shortestText)"
    case .notWhole(let number, let function):
      "'\(function.quoted())' takes whole numbers and this is \(number.shortestText)"
    case .dimensions(let count):
      "this has \(count.counted("dimension")) and a matrix has two; 'reshape(2, 3)' takes two sizes"
    case .noAxis(let axis, let shape, let dimensions):
      dimensions < 2
        ? "axis \(axis) is not there: NumPy has one dimension here, whose axis is 0;"
          + " 'keepdims=True' in front keeps two"
        : "axis \(axis) is not there: \(shape) has axis 0, down, and axis 1, across"
    case .cannotReshape(let shape, let sizes):
      "\(shape) has \((shape.rows * shape.columns).counted("cell")), which do not fill"
        + " (\(sizes.map(String.init).joined(separator: ", "))); -1 stands for the size that does"
    case .cannotSqueeze(let axis, let shape):
      "axis \(axis) of \(shape) is longer than 1; 'squeeze' drops sizes of 1 alone"
    case .cannotJoin(let function, let shapes):
      "'\(function.quoted())' cannot join \(Self.list(shapes)): one size must be equal,"
        + " and rows and columns of one dimension join only each other"
    case .joinsNoNumbers(let function):
      "'\(function.quoted())' joins arrays, and a number is none; put it in brackets, as in [2]"
    case .tooManyIndices(let count, let dimensions):
      "\(count.counted("index", "indices")) for what has \(dimensions.counted("dimension")); leave"
        + " \(count - max(dimensions, 0)) out"
    case .maskShape(let mask, let shape):
      shape.columns == 1 && mask.rows == 1
        ? "this mask has \(mask.columns.counted("cell")) for a length of \(shape.rows);"
          + " they must be equal"
        : "this mask has shape \(mask) and what it picks from \(shape); they must be equal"
    case .indexOutside(let index, let count):
      "index \(index) is outside; 0 to \(count - 1) are there"
    case .listsDiffer(let first, let second):
      "two lists of an index meet cell by cell, and one has \(first), the other"
        + " \(second.counted("number")); they must be equally long"
    case .matrixNorm(let order):
      "the norm of a matrix is not here for ord=\(order.shortestText); 1 and inf are, and without it"
        + " the root of the sum of squares"
    case .frobeniusOfVector:
      "'fro' is the norm of a whole matrix, and here it is asked of one dimension; leave it out"
    case .zeroStep: "a range cannot go on by 0; leave the step out"
    case .notLogical(let operation, let operand):
      "'\(operation)' joins conditions such as 'Z > 0' and \(operand.text) is none;"
        + " comparisons need parentheses: (Z > 0) \(operation) (Y == 1)"
    case .shapes(let operation, let left, let right):
      "\(left.text) and \(right.text) do not fit: '\(operation)' needs equal shapes, or sizes of 1"
        + Self.flatAdvice(left, right)
    case .outside(let rows, let columns, let operand):
      outsideSentence(rows, columns, operand)
    case .partShape(let found, let expected):
      "these cells have shape \(expected) and this has \(found); they must be equal"
    case .jacobian(let name):
      "\(name) has a Jacobian for each sample, no single matrix; write dA * act'(Z)"

    case .draw(let fault): fault.sentence

    case .notComputed(_, let stop):
      "\(stop.name) is not computed yet; \(stop.label) writes it, "
        + "so 'goto \(stop.name)' and 'step'"
    case .noBias(let layer):
      "Dense \(layer) has no bias, so there is no b and no db; 'dense 2 relu' makes a layer with"
        + " one"
    case .notLearned(let quantity):
      "no update moves '\(quantity.name)'; it moves W and b, as in 'freeze b1'"
    case .notAClass(let number, let row, let classes):
      "'\(number.shortestText)' in row \(row) is no class: "
        + (classes.map { "with \($0) of them they are 0 to \($0 - 1)" }
          ?? "they are whole numbers from 0")
    case .notOfZ(let name):
      "'\(name.quoted())' is not Z, and an activation is a formula of Z alone, as in"
        + " 'activation = Z * sigmoid(Z)'"
    case .notElementwise(let part):
      "\(part) looks at more than one cell; an activation of one's own works cell by cell, as in"
        + " 'activation = Z * sigmoid(Z)'"
    case .notSet(let quantity):
      "\(quantity.name) has no value yet; set it with '\(quantity.name) = …'"
    case .nothingToGoBackFrom:
      "backward (1) needs a target or a gradient; set 'Y = …' (and 'loss MSE') or 'dA = …'"
    case .noLayer: "there is no layer yet; 'dense 2 relu' makes one"
    case .tooManyLayers(let limit):
      "a network has at most \(limit) layers; 'new' begins another"
    case .targetShape(let target, let output):
      "Y has shape \(target) and A has \(output); they must be equal"
        + (target.transposed == output ? ", and turned over Y fits: 'Y = Y.T'" : "")
    case .computed(let quantity, let step):
      "\(quantity.name) is computed by \(step.label); compare yours with '\(quantity.name) == …'"
    case .wrongShape(let quantity, let found, let expected, let fitsColumns):
      TensorMisfit(quantity, found: found, expected: expected, fitsColumns: fitsColumns).sentence
    case .notPositive(let name, let number):
      "'\(name)' must be above 0 and this is \(number.shortestText)"
    case .notFiniteCell(let quantity, let cell):
      "\(quantity.name)\(cell) would be NaN or infinite; a tensor that is set holds finite numbers"
    case .badRate(let number):
      "the rate must be a finite number from 0 on and this is \(number.shortestText)"
    case .badDecay(let name, let number):
      "\(name) must be "
        + (name == "cycle_descent" ? "from 0 to 1" : "a finite number from 0 on")
        + " and this is \(number.shortestText)"
    case .trainingNeedsTarget:
      "training needs Y and a loss, and backward (1) starts from a dA that was given; set Y again"
    case .nothingToTrain:
      "no sample would be left to train on; 'split 2 1 1' keeps half of them"
    case .diverged(let quantity, let layer, let cell):
      "\(quantity.name)\(cell) of layer \(layer) is NaN or infinite; 'back' goes to before it"
        + " became so"
    case .mistakeDoesNotApply(let name):
      "'\(name)' makes no difference here, or does not fit; 'bug' lists those that do"
    case .setByHand(let quantity):
      quantity == .y
        ? "Y is what you set, no step's sum; 'explain loss[0,0]' shows what is made of it"
        : "\(quantity.name) is set or learned, no step's sum; 'nudge' shows what a cell of it does"
    case .noLossToNudge:
      "there is no loss to watch; set 'Y = …' or 'dA = …' first"
    case .lossNeedsSoftmax(let loss, let activation):
      "\(loss.name) is softmax's loss and the last layer is \(activation); 'loss BCE' suits"
        + " sigmoid, 'loss MSE' any"
    case .logarithmBelowZero(let loss, let activation):
      "\(loss.name) takes logarithms and \(activation) goes below 0; end with sigmoid or softmax,"
        + " or 'loss MSE'"
    case .reservedName(let name):
      "'\(name.quoted())' has a meaning of its own here; choose another name"
    case .unknownStep(let name):
      "no step '\(name.quoted())'; a step is called by what it writes, as in 'goto dW'"
    case .passedOver(let step):
      "\(step.name) is passed over: backward (1) starts from the dA that was given"
    }
  }

  /// Names the bounds; an index one too far was perhaps counted from 1.
  private func outsideSentence(
    _ rows: Selection, _ columns: Selection, _ operand: Operand
  ) -> String {
    let name = MatrixNotation(.ascii).text(of: operand.expression).quoted(limit: 24)
    let shape = operand.shape
    let bounds =
      "'\(name)[\(rows.text),\(columns.text)]' is outside \(shape): "
      + "rows are 0 to \(shape.rows - 1), columns 0 to \(shape.columns - 1)"
    guard case .one(let row) = rows, case .one(let column) = columns,
      (1...shape.rows).contains(row), (1...shape.columns).contains(column)
    else { return bounds }
    return bounds + "; counting from 1 this is \(name)[\(row - 1),\(column - 1)]"
  }

  private static let closings = ["(": ")", "[": "]", "{": "}"]

  /// What keeps two dimensions, where NumPy has one.
  private static func flatAdvice(_ left: Operand, _ right: Operand) -> String {
    guard left.isFlat != right.isFlat else { return "" }
    return "; NumPy lays one dimension along a row, 'keepdims=True' or '[:, None]' keeps a column"
  }

  private static func list(_ shapes: [Shape]) -> String {
    shapes.prefix(4).map(\.description).joined(separator: " and ")
  }

  private static func size(_ size: Int, _ letter: Dimension?) -> String {
    letter.map { "\($0.rawValue) = \(size)" } ?? "\(size)"
  }
}

extension Operand {
  /// The formula as it would be typed, and its shape: `X (4, 3)`.
  var text: String {
    let formula = MatrixNotation(.ascii).text(of: expression)
    return "\(formula.quoted(limit: 24)) "
      + (isFlat ? "(\(shape.rows * shape.columns),)" : "\(shape)")
  }
}
