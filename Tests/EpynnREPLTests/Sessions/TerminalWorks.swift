/// Lines that take long.
enum TerminalWorks {
  static func lines(isDeep: Bool) -> [String] { isDeep ? anywhere + deep : anywhere }

  /// What they leave as it was when Ctrl-C stops them; a run keeps the steps that it has shown.
  static func changesNothing(_ line: String) -> Bool {
    !["train", "step", "lesson"].contains { line.hasPrefix($0) }
  }

  private static let anywhere = [
    "train 100000000", "step 100000000",
    "np.random.rand(3000, 3000) @ np.random.rand(3000, 3000)",
    "ones(3000, 3000) @ ones(3000, 3000) @ ones(3000, 3000) @ ones(3000, 3000)",
    formula, "lesson ~/long.md",
  ]

  /// Ctrl-C is obeyed between its functions, each of which takes a few hundredths of a second.
  private static let formula =
    String(repeating: "tanh(", count: 150) + "ones(1000, 1000)" + String(repeating: ")", count: 150)

  private static let deep = [
    "check", "bug", "bug hidden", "mine dW1 = X.T @ X", "export ~/p.html",
  ]

  /// The network that those work on, as a file.
  static let network =
    (["new", "X = np.random.rand(60, 80)"] + Array(repeating: "dense 80 tanh", count: 12)
    + ["Y = np.random.rand(60, 80)", "loss MSE", "goto update;"]).map { $0 + "\n" }.joined()

  static let lesson = "# Long\n\n```epynn\n> train 100000000\n```\n"
}
