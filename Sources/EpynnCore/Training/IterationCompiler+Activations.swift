internal import CKernels

/// Activations and losses.
extension IterationCompiler {
  mutating func append(
    _ operation: ck_operation, _ function: CellKernel, of loss: Loss, _ y: Region, _ a: Region,
    into result: Region
  ) throws(Unknown) {
    guard let code = function.code else { throw Unknown() }
    instructions.append(
      Instruction(
        operation, y, a, into: result, first: code,
        number: loss.isMeanOverOutputs ? Double(a.columns) : 1))
  }

  mutating func apply(_ activation: Activation, _ z: Region, into result: Region) {
    switch activation.rule.kernel {
    case .rowwise:
      instructions.append(
        Instruction(ck_shares, z, into: result, number: activation.parameter))
    case .elementwise(let function, _):
      applied[z] = (instructions.count, activation)
      guard let code = function.code else {
        let own = OwnInstruction(function: function, multiplies: false, a: z, z: z, result: result)
        return instructions.append(.own(own))
      }
      instructions.append(
        Instruction(ck_apply, z, into: result, first: code, number: activation.parameter))
    }
  }

  mutating func pullBack(
    _ activation: Activation, _ dA: Region, _ z: Region, into result: Region
  ) {
    switch activation.rule.kernel {
    case .rowwise:
      let shares = reserve(Shape(2, z.columns))
      instructions.append(
        Instruction(
          ck_pull_shares_back, dA, z, into: result, shares, number: activation.parameter))
    case .elementwise(let function, let slope):
      guard let code = slope.code else {
        let own = OwnInstruction(function: slope, multiplies: true, a: dA, z: z, result: result)
        return instructions.append(.own(own))
      }
      if let slopes = computeTogether(activation, function, slope, z) {
        return instructions.append(Instruction(ck_times, dA, slopes, into: result))
      }
      instructions.append(
        Instruction(
          ck_times_slope, dA, z, into: result, first: code, number: activation.parameter))
    }
  }

  /// Has the slopes computed where the activation is, if both share their work; where they will lie.
  private mutating func computeTogether(
    _ activation: Activation, _ function: CellKernel, _ slope: CellKernel, _ z: Region
  ) -> Region? {
    guard let code = function.code, let slopeCode = slope.code,
      ck_shares_work(code, slopeCode) != 0, let (index, earlier) = applied[z],
      earlier == activation, case .kernel(let kernel) = instructions[index],
      instructions[(index + 1)...].allSatisfy({ later in
        later.results.allSatisfy { !$0.overlaps(z) }
      })
    else { return nil }
    // A formula may take the same slope twice.
    if kernel.operation == ck_apply_both { return Region(kernel.d) }
    let slopes = reserve(z.shape)
    instructions[index] = Instruction(
      ck_apply_both, z, into: Region(kernel.c), slopes, first: code, second: slopeCode,
      number: activation.parameter)
    return slopes
  }
}
