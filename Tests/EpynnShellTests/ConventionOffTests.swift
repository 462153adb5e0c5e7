import EpynnCore
import Testing

@testable import EpynnShell

/// Taking conventions back, and what is told of those that stay.
@Suite struct ConventionOffTests {
  private func answers(_ lines: [String]) -> [String] {
    var session = Session()
    return lines.map {
      session.respond(to: $0, from: .script).text.split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
    }
  }

  private func names(after lines: [String]) -> [String] {
    var session = Session()
    for line in lines { #expect(!session.respond(to: line, from: .script).hasFailed) }
    return session.machine.conventions.map(\.name)
  }

  private static let plain = "sums over the samples; the cost alone is a mean"

  /// A course takes away what is its own, and nothing else.
  @Test(arguments: [
    ("convention pytorch", "convention mazur off", "mazur was not set; set: loss-averaged"),
    ("convention pytorch", "convention epynn off", "epynn was not set; set: loss-averaged"),
    (
      "convention pytorch", "convention biases-frozen off",
      "biases-frozen was not set; set: loss-averaged"
    ),
    (
      "convention nielsen", "convention deeplearning.ai off",
      "outputs-summed is off; set: half-squares and update-averaged"
    ),
    (
      "convention nielsen", "convention mazur off",
      "half-squares is off; set: outputs-summed and update-averaged"
    ),
    ("convention mazur", "convention half-squares off", "half-squares is off; set: biases-frozen"),
    ("convention mazur", "convention mazur off", "as in EpyNN's documentation: \(plain)"),
    (
      "convention half-squares", "convention half-squares off",
      "as in EpyNN's documentation: \(plain)"
    ),
    ("convention pytorch", "convention off", "as in EpyNN's documentation: \(plain)"),
    ("convention off", "convention half-squares off", "no convention is set: \(plain)"),
    ("convention off", "convention mazur off", "no convention is set: \(plain)"),
  ])
  func whatIsTakenBackIsThatCourses(set: String, off: String, sentence: String) {
    #expect(answers([set, off])[1] == sentence)
  }

  @Test func whatIsOfNoOtherCourseStays() {
    #expect(
      names(after: ["convention nielsen", "convention biases-frozen", "convention nielsen off"])
        == ["biases-frozen"])
    for course in Course.all {
      for other in Course.all {
        let left = names(
          after: ["convention \(course.name)", "convention \(other.name) off"])
        #expect(
          left == course.conventions.filter { !other.conventions.contains($0) }.map(\.name),
          "\(course.name), \(other.name) off")
      }
    }
  }

  /// A formula that has not run yet under 'predict' stands on no screen.
  @Test(arguments: Course.all.dropFirst().map(\.name))
  func whatPredictHidesIsToldByNoList(course: String) {
    var session = Session()
    for line in ["convention \(course)", "predict on"] { _ = session.respond(to: line) }
    for line in ["convention", "why divide"] {
      let text = session.respond(to: line).text
      #expect(!text.contains("dA =") && !text.contains("dW =") && !text.contains("←"), "\(text)")
    }
  }

  /// Only equations that are otherwise: a bias that is frozen has none, and W's is the table's.
  @Test func whatIsFrozenChangesNoEquation() {
    let said = answers(["convention biases-frozen", "convention", "convention mazur", "convention"])
    #expect(!said[1].contains("←"), "\(said[1])")
    #expect(!said[3].contains("←"), "\(said[3])")
    #expect(said[3].hasSuffix("backward (1) dA = half_square′(Y, A)"), "\(said[3])")
    let deeplearning = answers(["convention deeplearning.ai", "convention"])[1]
    #expect(
      deeplearning.hasSuffix("gradients (1.1) dW = Xᵀ · dZ / m gradients (1.2) db = Σₘ dZ / m"))
  }

  /// `why divide` tells of what divides.
  @Test func whyDivideNamesWhatDivides() {
    for (course, parts) in [
      ("nielsen", ["set: update-averaged. ", "W ← W − η / m·dW"]),
      ("deeplearning.ai", ["set: gradients-averaged. ", "dW = Xᵀ · dZ / m", "db = Σₘ dZ / m"]),
      (
        "mazur",
        [
          "no convention that is set divides by m: gradients are of the loss summed over the samples",
          "dW = Xᵀ · dZ", "convention pytorch",
        ]
      ),
    ] {
      let text = answers(["convention \(course)", "goto update;", "why divide"])[2]
      for part in parts { #expect(text.contains(part), "\(text)") }
      for other in ["half", "set: outputs-summed", "set: biases-frozen"] {
        #expect(!text.contains(other), "\(text)")
      }
    }
  }

  /// What is tried and changes nothing before the update is told by the cost behind it.
  @Test(
    arguments: [
      ("try freeze b", "cost after the update 1.2025 → "),
      ("try freeze W", "cost after the update 1.2025 → "),
      ("try convention update-averaged", "cost after the update 1.2025 → "),
      ("try convention pytorch", "cost after the update 1.2025 → "),
      ("try rate 1", "cost after the update 1.2025 → "),
      ("try clip 0.1", "cost after the update 1.2025 → "),
      ("try convention nielsen", "cost 3.25 → 3.25 cost after the update 1.2025 → "),
      ("try W = 2 * W", nil), ("try activation tanh", nil),
    ] as [(String, String?)])
  func theCostAfterTheUpdateTellsWhatLearnsOtherwise(line: String, part: String?) {
    let said = answers(["goto update;", line])[1]
    #expect(said.contains(part ?? "cost"), "\(said)")
    #expect((part != nil) == said.contains("cost after the update"), "\(said)")
  }
}
