/// A case of the benchmark.
enum Case: String, CaseIterable {
  case layer, train, large

  func workload() throws -> any Workload {
    switch self {
    case .layer: try LayerPass(samples: 4, features: 3, units: 2)
    case .train: try BooleanTraining()
    case .large: try LayerPass(samples: 1_024, features: 784, units: 128)
    }
  }
}
