/// The conventions of a whole course, under its name.
public struct Course: Sendable, Equatable {
  public let name: String
  public let conventions: [Convention]
  /// What it has otherwise than here, in a few words.
  public let summary: String
  /// Where it is published.
  public let source: String

  private init(_ name: String, _ names: [String], _ summary: String, source: String) {
    self.name = name
    conventions = Convention.all.filter { names.contains($0.name) }
    self.summary = summary
    self.source = source
  }

  /// The table of courses, the default first.
  public static let all: [Course] = [
    Course(
      "epynn", [], "sums over the samples; the cost alone is a mean",
      source: "EpyNN's documentation"),
    Course(
      "deeplearning.ai", ["gradients-averaged", "outputs-summed"],
      "dW and db divided by m, BCE summed over the outputs",
      source: "Neural Networks and Deep Learning, Coursera, weeks 2 to 4"),
    Course(
      "pytorch", ["loss-averaged"], "dA divided by m: the loss is a mean over samples too",
      source: "torch.nn losses with their default, reduction='mean'"),
    Course(
      "nielsen", ["half-squares", "outputs-summed", "update-averaged"],
      "half squares, BCE summed, the update divided by m",
      source: "Neural Networks and Deep Learning, chapters 1 to 3"),
    Course(
      "mazur", ["half-squares", "biases-frozen"], "half squares, biases that stay",
      source: "A Step by Step Backpropagation Example"),
  ]

  public static func named(_ name: String) -> Course? { all.first { $0.name == name } }

  /// The course that has just those conventions; `nil` where none has.
  public static func having(_ conventions: [Convention]) -> Course? {
    all.first { $0.conventions == conventions }
  }
}
