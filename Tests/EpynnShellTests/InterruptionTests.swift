import EpynnCore
import Synchronization
import Testing

@testable import EpynnShell

/// Ctrl-C at any moment of any line: it is done, it says what is left of it, or it was never typed.
@Suite struct InterruptionTests {
  private static let stopped = "stopped by Ctrl-C; what was not finished is dropped\n"

  private static let lines = [
    "a = np.random.randn(40, 30)", "c = np.sort(a, axis=None) @ ones(1200, 1)",
    "np.random.permutation(100000)", "step", "next", "run", "explain dW[0,1]", "explain dW",
    "path W[0,1]", "nudge W[0,1]", "mine dW[0,1] = -13", "mine dW = dW * 2", "mine dW = Z.T @ X",
    "check dW", "check", "bug", "bug hidden", "fix", "bug gradient-averaged", "run", "check", "fix",
    "try W[0,1] = 0", "keep", "try rate 0.5", "display cost", "step", "watch W[0,1]", "next",
    "train 30", "plot cost", "plot W[0,1]", "goto epoch 7", "explain W[0,1]", "back 3", "redo 3",
    "back until W[0,0] > 1e9", "diff epoch 2", "goto dZ", "step 9; back 2; run", "save a.md",
    "export a.html", "export a.npz replace", "load a.epynn", "verify own.npy", "split 1", "score",
    "status", "show all", "heat W", "new", "X = [[1, 2], [3, 4]]", "dense 3 tanh orthogonal",
    "dense 2 softmax", "Y = [[1, 0], [0, 1]]", "loss CCE", "run", "check", "why dZ",
    "mine dW1 = dW1 * 2", "vote dZ", "leave", "predict dZ", "goto dZ1; step", "leave",
  ]

  @Test func aLineIsDoneOrDroppedOrSaysWhatIsLeft() throws {
    let key = Key()
    let disk = ["a.epynn": "W = W * 2\nstep 3;\ntrain 3\n"]
    var session = Session(
      surroundings: Surroundings(
        read: { path in disk[path].map { .success(Array($0.utf8)) } ?? .failure(.missing) },
        isInterrupted: { key.isPressed }, isHurried: { key.isUrgent() }, hear: { key.isHeard($0) }))
    var dropped = Set<String>()
    for line in Self.lines {
      key.comes(at: .max)
      var whole = session
      let answer = whole.respond(to: line)
      #expect(!key.isPressed)
      for question in [0, 1, 2, 3, 5, 9, 17, 40, 100, 300, 1_000, 5_000] {
        key.comes(at: question)
        var trial = session
        let response = trial.respond(to: line)
        guard key.isPressed else { break }
        let said = response.text
        if said.hasSuffix(Self.stopped), response.complaint != nil {
          dropped.insert(line)
          guard !line.contains(";"), !line.hasPrefix("load") else { continue }
          #expect(said == Self.stopped, "\(line) at \(question)")
          #expect(trial.machine == session.machine, "\(line) at \(question)")
          #expect(response.effects.isEmpty, "\(line) at \(question)")
          // A question is ended by the key itself.
          guard line != "leave" else { continue }
          key.comes(at: .max)
          #expect(trial.respond(to: line).text == answer.text, "\(line) again")
        } else {
          let says = said.contains("stopped by Ctrl-C") || said.contains("the search was ended")
          #expect(says || said == answer.text, "\(line) at \(question): \(said)")
        }
      }
      session = whole
    }
    // Each kind of long work was met.
    for line in ["check", "bug", "bug hidden", "plot W[0,1]", "a = np.random.randn(40, 30)"] {
      #expect(dropped.contains(line), "\(line)")
    }
  }

  /// Going to another item of a lesson runs its lines anew: all of them, or none.
  @Test(arguments: ["goto 3", "goto 4", "again", "previous"])
  func aJumpInALessonIsWholeOrDropped(line: String) {
    let text =
      "# T\n\n```epynn\n> train 400 batch 2;\n> W[0,0]\n...\n```\n\nText.\n\n```epynn\n> step\n...\n```\n\nMore.\n"
    let key = Key()
    var session = Session(
      surroundings: Surroundings(
        read: { $0 == "t.md" ? .success(Array(text.utf8)) : .failure(.missing) },
        isInterrupted: { key.isPressed }, isHurried: { key.isUrgent() }, hear: { key.isHeard($0) }))
    key.comes(at: .max)
    for line in ["lesson t.md", "", "", "", "", "W[0,0] = 7"] { _ = session.respond(to: line) }
    #expect(session.prompt.hasPrefix("aside "))
    var dropped = 0
    for question in [0, 1, 3, 20, 100, 700] {
      key.comes(at: question)
      var trial = session
      let said = trial.respond(to: line).text
      guard key.isPressed else { continue }
      guard said.hasSuffix(Self.stopped) else { continue }
      dropped += 1
      #expect(trial.machine == session.machine, "\(line) at \(question)")
      #expect(trial.prompt == session.prompt, "\(line) at \(question)")
      key.comes(at: .max)
      var other = session
      #expect(trial.respond(to: line).text == other.respond(to: line).text)
      #expect(trial.machine == other.machine)
    }
    #expect(dropped > 1)
  }

  @Test func whatWasDroppedIsNoLineOfTheSession() {
    let key = Key()
    var session = Session(
      surroundings: Surroundings(
        isInterrupted: { key.isPressed }, isHurried: { key.isUrgent() }, hear: { key.isHeard($0) }))
    key.comes(at: 0)
    #expect(session.respond(to: "a = X @ W").text == Self.stopped)
    key.comes(at: .max)
    let saved = session.respond(to: "save a.md")
    #expect(!saved.hasFailed)
    guard case .write(let draft)? = saved.effects.first else {
      Issue.record("nothing is written")
      return
    }
    #expect(!String(decoding: draft.bytes, as: UTF8.self).contains("X @ W"))
  }

  /// A key that is pressed when the program asks for it the n-th time.
  private final class Key: Sendable {
    private let state = Mutex((left: Int.max, isPressed: false, isHeard: false))

    func comes(at question: Int) { state.withLock { $0 = (question, false, false) } }
    var isPressed: Bool { state.withLock { $0.isPressed } }
    func isHeard(_ isHeard: Bool) { state.withLock { $0.isHeard = isHeard } }

    func isUrgent() -> Bool {
      state.withLock {
        guard !$0.isHeard else { return false }
        if $0.left == 0 { $0.isPressed = true }
        $0.left -= 1
        return $0.isPressed
      }
    }
  }
}
