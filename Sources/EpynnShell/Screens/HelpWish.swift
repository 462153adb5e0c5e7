/// What one wants to do, and lines that do it, as `help` alone lists them.
struct HelpWish: Sendable {
  let wish: String
  let typed: [String]

  static let all: [HelpWish] = [
    HelpWish(wish: "go on", typed: ["step", "next", "run", "goto dW"]),
    HelpWish(wish: "go back", typed: ["back", "redo", "restart", "goto epoch 3"]),
    HelpWish(
      wish: "look at a number", typed: ["show W", "explain dW[0,1]", "path W[0,1]", "heat W"]),
    HelpWish(wish: "know why", typed: ["why transpose", "why", "status"]),
    HelpWish(
      wish: "change something", typed: ["W[0,1] = 0", "try rate 0.5", "diff", "nudge W[0,1]"]),
    HelpWish(wish: "compare my own", typed: ["mine dW = X.T @ dA", "verify mine.npz", "check"]),
    HelpWish(wish: "practise", typed: ["lesson", "predict on", "bug hidden", "another"]),
    HelpWish(
      wish: "begin my own layer",
      typed: ["new", "X = [[1, 2], [3, 4]]", "dense 3 tanh", "loss BCE", "convention pytorch"]),
    HelpWish(wish: "train", typed: ["train 20", "score", "plot", "rate 0.05"]),
    HelpWish(wish: "teach", typed: ["cover dW", "vote dW[0,1]", "focus dW[0,1]", "bookmark here"]),
    HelpWish(
      wish: "keep it", typed: ["save monday.md", "export monday.html", "load last", "quit"]),
  ]
}
