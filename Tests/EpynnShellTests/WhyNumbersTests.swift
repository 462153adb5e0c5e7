import EpynnCore
import Testing

@testable import EpynnShell

/// Pages of `why` where the layer is otherwise: another rate, a convention, another pair.
@Suite struct WhyNumbersTests {
  private func said(_ line: String, after lines: [String] = []) -> String {
    var session = Session()
    for line in lines { #expect(!session.respond(to: line).hasFailed, "\(line)") }
    return session.respond(to: line).text.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  /// What A − Y is over hangs on the loss and on the convention: of what it is not is said nothing.
  @Test func whatTheDifferenceIsOverIsWhatTheLossIsDividedBy() {
    for (page, sentence) in [
      ("softmax", "The same happens with sigmoid and BCE: A − Y over what the loss is divided by."),
      ("flat-sigmoid", "dZ comes to A - Y, over what the loss is divided by."),
    ] {
      for lines in [[], ["convention deeplearning.ai"], ["convention pytorch"]] {
        let text = said("why \(page)", after: lines)
        #expect(text.contains(sentence), "\(text)")
        #expect(!text.contains("over u") && !text.contains("any other pair"), "\(text)")
      }
    }
  }

  @Test func theRateToTryIsTheOneAtHand() {
    #expect(said("why divide", after: ["rate 0.3"]).contains("try rate 0.3 / m the same by"))
    #expect(
      said("why divide", after: ["rate 0.25 layer 1"]).contains("try rate 0.25 / m layer 1 the"))
    for course in ["pytorch", "deeplearning.ai", "nielsen"] {
      #expect(
        !said("why divide", after: ["convention \(course)"]).contains("try rate"), "\(course)")
    }
    #expect(said("why divide", after: ["convention mazur"]).contains("try rate 0.1 / m"))
  }

  @Test func theLengthOfAnUpdateIsAsItIsGone() {
    #expect(
      said("why large-rate", after: ["convention nielsen", "goto update"])
        .contains("Here η / m · dW[0,1] = 0.1 / 4 · (-9) = -0.225."))
    let own = said("why large-rate", after: ["rate 0.5 layer 1", "goto update"])
    #expect(own.contains("Here η · dW[0,1] = 0.5 · (-9) = -4.5."))
    #expect(own.contains("try rate 5 layer 1 ten times as far"))
    #expect(own.contains("try rate 0.05 layer 1 a tenth"))
    for line in ["try rate 5 layer 1", "try rate 0.25 / m layer 1"] {
      #expect(said(line, after: ["rate 0.5 layer 1", "goto update"]).contains("cost after the"))
    }
  }

  /// Only what has a bend keeps a cell on one side of it.
  @Test func identityHasNoBend() {
    let text = said("why z-not-a", after: ["activation identity", "goto dA"])
    #expect(text.contains("Here identity′ is the same at A."), "\(text)")
    #expect(!text.contains("bend"), "\(text)")
    #expect(
      said("why z-not-a", after: ["goto dA"])
        .contains("Here relu′ is the same at A: relu keeps each cell on its side of the bend."))
  }

  /// A hyperparameter alone is of the activation that the layer has.
  @Test func aHyperparameterAloneIsOfTheLayersOwnActivation() {
    let (lrelu, elu) = (["activation lrelu"], ["activation elu"])
    #expect(
      said("activation LRELU_alpha=0.5", after: lrelu)
        == "Dense 1: lrelu, LRELU_alpha 0.5; W, b, X and Y stay")
    #expect(
      said("activation ELU_alpha=0.5 layer 1", after: elu)
        == "Dense 1: elu, ELU_alpha 0.5; W, b, X and Y stay")
    #expect(
      said("activation LRELU_alpha=0.5", after: elu)
        .hasSuffix("'LRELU_alpha' does not work for 'elu'; it wants ELU_alpha"))
    #expect(
      said("activation LRELU_alpha=0.5")
        .hasSuffix("'LRELU_alpha' does not work for 'relu'; it wants no hyperparameter"))
    let two = ["dense 2 lrelu", "dense 1 elu"]
    #expect(
      said("activation LRELU_alpha=0.5 layer 1", after: two).hasPrefix(
        "Dense 1: lrelu, LRELU_alpha 0.5"))
    #expect(
      said("activation ELU_alpha=2 layer 2", after: two).hasPrefix("Dense 2: elu, ELU_alpha 2"))
  }

  /// Without a bias there is no sum to explain; the page says so and no more.
  @Test func whySumSpeaksOfNoBiasThatIsNotThere() {
    let text = said("why sum", after: ["dense 2 relu nobias", "Y = ones(4, 2)"])
    #expect(text.contains("this layer has no bias, and no db"))
    for part in ["has the shape of db", "explain db", "check db", "its one row"] {
      #expect(!text.contains(part), "\(text)")
    }
    #expect(text.contains("'dense' without 'nobias' has one"))
  }
}
