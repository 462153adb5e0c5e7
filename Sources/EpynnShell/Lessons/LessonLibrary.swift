import EpynnLessons

/// The lessons inside the program, in the order in which they build on each other.
enum LessonLibrary {
  static let all: [(name: String, lesson: Lesson)] = [
    ("one-neuron", PackageResources.one_neuron_md),
    ("activations", PackageResources.activations_md),
    ("why-the-transpose", PackageResources.why_the_transpose_md),
    ("gradients", PackageResources.gradients_md),
    ("which-mistake", PackageResources.which_mistake_md),
  ].compactMap { name, bytes in
    (try? Lesson(reading: bytes)).map { (name, $0) }
  }

  static let names = all.map(\.name)

  static func lesson(named name: String) -> Lesson? { all.first { $0.name == name }?.lesson }
}
