extension Machine {
  /// The same as a lesson or a session begins with.
  ///
  /// - Parameters:
  ///   - capacity: the most that it may hold.
  ///   - patience: who waits for what it computes.
  public static func example(
    within capacity: Capacity, patience: Patience = Patience()
  ) -> Machine {
    var machine = example
    machine.capacity = capacity
    machine.patience = patience
    return machine
  }

  /// The layer that is ready at the start: small integers, doable by hand.
  public static let example: Machine = {
    var machine = Machine()
    var layer = Layer(Dense(units: 2, activation: Activation(.relu)))
    layer.tensors[.w] = Value(Matrix([[1, -1], [2, -1], [2, 2]]), from: .example)
    layer.tensors[.b] = Value(Matrix([[-1, 1]]), from: .example)
    machine.layers = [layer]
    machine.data = Value(
      Matrix([[2, 0, 1], [0, 1, 1], [2, 1, 0], [1, 0, 2]]), from: .example)
    machine.target = Value(Matrix([[3, 4], [2, 1], [2, 2], [3, 7]]), from: .example)
    machine.holdsExample = true
    return machine
  }()
}
