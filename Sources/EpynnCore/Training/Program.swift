internal import CKernels

/// The instructions of an iteration, as stretches that run at once.
///
/// An object, so that the arrays are not counted as in use each time one of them is read.
final class Program: Sendable {
  /// All of them, where no function of a person's own is among them.
  private let kernels: [ck_instruction]
  private let stretches: [Stretch]

  private enum Stretch: Sendable {
    case kernels([ck_instruction])
    case own(OwnInstruction)
  }

  private let places: ck_places
  private let parameters: [ck_region]

  /// - Parameters:
  ///   - loss: where the sum of all losses lies, `targets` and `outputs` those that are compared.
  ///   - parameters: where W and b of all layers lie.
  init(
    _ instructions: [Instruction], loss: Region? = nil, targets: Region? = nil,
    outputs: Region? = nil, parameters: [Region] = []
  ) {
    let none = ck_region(offset: 0, rows: 0, columns: 0)
    places = ck_places(
      loss: loss?.forKernel ?? none, targets: targets?.forKernel ?? none,
      outputs: targets == nil ? none : outputs?.forKernel ?? none)
    self.parameters = parameters.map(\.forKernel)
    var stretches: [Stretch] = []
    var kernels: [ck_instruction] = []
    func close() {
      if !kernels.isEmpty { stretches.append(.kernels(kernels)) }
      kernels = []
    }
    for instruction in instructions {
      switch instruction {
      case .kernel(let kernel): kernels.append(kernel)
      case .own(let own):
        close()
        stretches.append(.own(own))
      }
    }
    guard !stretches.isEmpty else {
      self.kernels = kernels
      self.stretches = []
      return
    }
    close()
    self.kernels = []
    self.stretches = stretches
  }

  /// Runs all once, in a memory for which each was found sound.
  func run(in memory: UnsafeMutablePointer<Double>) {
    kernels.withUnsafeBufferPointer { ck_run($0.baseAddress, $0.count, memory) }
    for stretch in stretches {
      switch stretch {
      case .kernels(let kernels):
        kernels.withUnsafeBufferPointer { ck_run($0.baseAddress, $0.count, memory) }
      case .own(let own): own.run(in: memory)
      }
    }
  }

  /// What the last run came to.
  func outcome(in memory: UnsafePointer<Double>) -> ck_outcome {
    parameters.withUnsafeBufferPointer {
      ck_outcome_of(places, $0.baseAddress, $0.count, memory)
    }
  }
}
