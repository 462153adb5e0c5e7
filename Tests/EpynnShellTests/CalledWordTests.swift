import EpynnCore
import Testing

@testable import EpynnShell

/// Words that are called as functions are, and lines that end in '?'.
@Suite struct CalledWordTests {
  private func said(_ line: String, after lines: [String] = []) -> String {
    var session = Session()
    for line in lines { #expect(!session.respond(to: line).hasFailed, "\(line)") }
    return session.respond(to: line).text.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  @Test(arguments: [
    (
      "reset()",
      "no command 'reset()'; 'restart' stands before the first step again, 'new' empties"
        + " the layer"
    ),
    ("layers()", "no command 'layers()'; 'show network' lists the layers"),
    ("forward()", "no command 'forward()'; 'goto loss' runs the steps up to the loss"),
    ("clear()", "no command 'clear()'; 'clear' alone does it"),
    ("undo()", "no command 'undo()'; 'back' alone does it"),
    ("step ()", "no command 'step()'; 'step' alone does it"),
    ("exit()", "no command 'exit()'; 'quit' leaves"),
    ("show()", "no command 'show()'; 'show' alone does it"),
    ("nothing()", "no function 'nothing'; 'help formulas' lists them"),
  ])
  func aCallIsTheWordWithoutItsBrackets(line: String, sentence: String) {
    #expect(said(line).hasSuffix(sentence), "\(said(line))")
  }

  @Test func helpAsksTheSameTable() {
    #expect(
      said("help reset").hasSuffix(
        "no command 'reset'; 'restart' stands before the first step again, 'new' empties the layer")
    )
    #expect(said("layers?").hasSuffix("no command 'layers'; 'show network' lists the layers"))
    #expect(said("help fit()").hasSuffix("no command 'fit'; 'train 100' trains 100 epochs"))
    #expect(said("help clear()") == said("help clear"))
  }

  @Test func whyAndExplainMayEndInAQuestionMark() {
    for (line, other) in [
      ("explain dX?", "explain dX"), (":explain dX?", "explain dX"),
      (
        "explain dW[0,1]?",
        "explain dW[0,1]"
      ), (":why transpose?", "why transpose"), ("explain?", "help explain"),
    ] {
      #expect(said(line, after: ["goto update"]) == said(other, after: ["goto update"]), "\(line)")
    }
    #expect(said(":why foo?").hasSuffix("no answer about 'foo'; 'why' lists what there is"))
    #expect(!said("mean?").contains("divide: whether"))
  }

  /// What help knows is help's, and ends with the page of 'why' that is about it.
  @Test(arguments: [
    ("softmax", "why softmax: why dZ comes to A − Y behind softmax and CCE"),
    ("relu", "why dead-relu: why a relu unit stays at 0"),
    ("sigmoid", "why flat-sigmoid: why a sigmoid learns slowly far from 0"),
    ("rate", "why large-rate: why the cost rises when the rate is large"),
    ("gradient-averaged", "why divide: whether gradients are divided by m"),
  ])
  func helpPointsToThePage(word: String, pointer: String) {
    #expect(said("help \(word)").hasSuffix(" \(pointer)"), "\(said("help \(word)"))")
    #expect(said("\(word)?") == said("help \(word)"))
  }

  @Test func whatHasNoPageHasNoPointer() {
    for word in ["dX", "step", "tanh", "MSE", "formulas"] {
      #expect(!said("help \(word)").contains(" why "), "\(word)")
    }
    #expect(said("help why").contains("is help's where help knows the words"))
  }

  @Test func anActivationsNameIsNoFormula() {
    for (line, word) in [("activation = relu", "relu"), ("activation = ReLU", "ReLU")] {
      #expect(
        said(line).hasSuffix(
          "'\(word)' is an activation's name, and no formula; 'activation relu' sets it"))
    }
  }

  /// A slope is one of an own activation; beside another the name is a variable, and said to be.
  @Test func aSlopeWithoutAnOwnActivationIsAVariable() {
    let sentence =
      "'slope' is a variable here; it is the slope of an activation of one's own, as behind"
      + " 'activation = Z * sigmoid(Z)'"
    #expect(said("slope = 2 * Z", after: ["goto A"]).hasSuffix(sentence))
    #expect(
      !said("slope = 2 * Z", after: ["activation = Z * Z", "goto A"]).contains("variable here"))
    #expect(!said("slop = 2 * Z", after: ["goto A"]).contains("variable here"))
  }

  @Test func aConventionsNameMayBeWrittenAsItsMakersDo() {
    for name in ["PyTorch", "DeepLearning.AI", "Mazur", "EpyNN", "Biases-Frozen", "OFF"] {
      #expect(said("convention \(name)") == said("convention \(name.lowercased())"))
    }
  }

  @Test func severalConventionsAreNamed() {
    let set = ["convention pytorch", "convention half-squares"]
    #expect(said("status", after: set).contains("convention half-squares, loss-averaged done"))
    #expect(
      said("status", after: set).contains(
        "conventions: half-squares, loss-averaged, not the documentation's"))
    #expect(
      said("status", after: ["convention pytorch"]).contains(
        "by the conventions of pytorch, not the documentation's"))
    #expect(
      said("show settings", after: set).contains("convention half-squares, loss-averaged"))
    #expect(
      said("loss MSE", after: set).hasPrefix(
        "loss is MSE, by half-squares, loss-averaged read as half-square: "))
  }

  @Test(arguments: [
    ("epynn", "gradients belong to its sum over samples; the cost is its mean over them"),
    ("pytorch", "gradients belong to its mean over samples, which is the cost"),
    (
      "deeplearning.ai",
      "dW and db belong to its mean over samples, which is the cost; dA, dZ and dX to its sum"
    ),
    ("nielsen", "gradients belong to its sum over samples; the cost is its mean over them"),
  ])
  func helpOfALossSaysWhoseTheGradientsAre(course: String, sentence: String) {
    #expect(said("help MSE", after: ["convention \(course)"]).contains(sentence))
  }
}
