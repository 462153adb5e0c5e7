/// The instructions of an iteration and what they call.
///
/// An object, so that the arrays are not counted as in use each time one of them is read.
final class Program: Sendable {
  let instructions: [Instruction]
  let functions: [CellKernel]
  let activations: [Activation]

  init(
    _ instructions: [Instruction], calling functions: [CellKernel], _ activations: [Activation]
  ) {
    self.instructions = instructions
    self.functions = functions
    self.activations = activations
  }

  func run(in memory: Instruction.Memory) {
    instructions.withUnsafeBufferPointer { instructions in
      guard let first = instructions.baseAddress else { return }
      for index in instructions.indices {
        (first + index).run(in: memory, calling: functions, activations)
      }
    }
  }
}
