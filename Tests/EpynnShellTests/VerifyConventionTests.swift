import EpynnShell
import Foundation
import TestSupport
import Testing

/// Files of other courses' programs, with their conventions declared from outside.
@Suite struct VerifyConventionTests {
  /// `torch-1.npz`: PyTorch's autograd, made by `conventions/make_torch.py` of the core's fixtures.
  private func session() throws -> Session {
    let file = try #require(
      Bundle.module.url(forResource: "Fixtures/torch-1", withExtension: "npz"))
    let bytes = Array(try Data(contentsOf: file))
    return Session(
      surroundings: Surroundings(read: { path in
        path == "torch.npz" ? .success(bytes) : .failure(.missing)
      }))
  }

  private func words(_ response: Response) -> String {
    response.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test(arguments: ["relu,softmax", "np.maximum(Z, 0),softmax", "Z * (Z > 0),softmax"])
  func autogradAgreesUnderItsConvention(activations: String) throws {
    var session = try session()
    let response = session.verify(
      file: "torch.npz", activations: activations, loss: "CCE", conventions: ["pytorch"])
    #expect(!response.hasFailedCheck && response.complaint == nil)
    #expect(words(response).hasSuffix("all 12 agree, up to rounding"))
  }

  @Test func withoutItTheConventionIsNamed() throws {
    var session = try session()
    let response = session.verify(file: "torch.npz", activations: "relu,softmax", loss: "CCE")
    #expect(response.hasFailedCheck)
    #expect(words(response).contains("the first that differs is dA2"))
    #expect(words(response).contains("'convention loss-averaged' has it so"))
  }

  @Test(
    arguments: [
      (["torch"], [], "no convention 'torch'; there are epynn,"),
      ([], ["Z"], "no update moves 'Z'; it moves W and b, as in 'freeze b1'"),
      ([], ["b9"], "no layer 9; there are 2 layers"),
    ] as [([String], [String], String)])
  func whatIsNoConventionOrNoParameterIsSaid(
    conventions: [String], frozen: [String], sentence: String
  ) throws {
    var session = try session()
    let response = session.verify(
      file: "torch.npz", activations: "relu,softmax", loss: "CCE", conventions: conventions,
      frozen: frozen)
    #expect(words(response).contains(sentence), "\(words(response))")
  }
}
