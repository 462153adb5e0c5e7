import EpynnCore
import TestSupport
import Testing

/// Random sessions of one to four layers, in the program and in a plain model that shares nothing with
/// it: values, positions and what `back`, `redo`, `goto`, `restart` and `train` answer.
///
/// `EPYNN_TRIALS=10000` plays as many; what they came to is printed.
@Suite struct PlainModelTests {
  private static let shares = 4

  @Test(arguments: 0..<shares)
  func theProgramDoesWhatThePlainModelDoes(share: Int) {
    let seeds = stride(from: share, to: trials(48), by: Self.shares)
    var (sessions, lines, cells) = (0, 0, 0)
    for seed in seeds {
      var session = PlainSession(seed: UInt64(seed))
      for _ in 0..<25 where !session.isOver {
        lines += 1
        guard let difference = session.go() else { continue }
        Issue.record("\(seed): \(difference)\n\(session.typed.joined(separator: "\n"))")
        break
      }
      sessions += 1
      cells += session.cells
    }
    print("\(sessions) sessions, \(lines) lines, \(cells) cells compared")
  }

  @Test func theModelHasEveryActivationAndLoss() {
    #expect(Set(PlainActivation.all.keys) == Set(Activation.Rule.all.map(\.name)))
    #expect(Set(PlainLoss.all.keys) == Set(Loss.all.map(\.name)))
  }
}
