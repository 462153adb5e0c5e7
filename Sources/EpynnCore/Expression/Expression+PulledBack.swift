extension Expression {
  /// What is pulled back through a Jacobian, the activation whose it is, and where it is taken;
  /// `nil` for any other formula.
  package var pulledBack: (error: Expression, activation: Activation, z: Expression)? {
    guard case .binary(.times, let error, let slope) = form,
      case .slope(let activation?, let z) = slope.form, !activation.isElementwise
    else { return nil }
    return (error, activation, z)
  }
}
