import EpynnCore

/// A page of help that belongs to no command, step or function.
struct HelpPage: Sendable {
  let name: String
  let summary: String
  let paragraphs: [String]
  /// The words and signs that it explains, under which it is found too.
  var aliases: [String] = []
  /// Whether its paragraphs are columns of what is typed.
  var isTyped = false
  /// What stands above the paragraphs and follows from the tables.
  var body: @Sendable (SeenMachine, Look) -> [Fact] = { _, _ in [] }

  static let all: [HelpPage] = [
    commands, formulas, numpy, letters, columns, random, compare, keys, limits, lessonFile,
    exerciseFile,
    epynn,
  ]

  /// A paragraph; what stands in front of a gap is typed, or a sign.
  func line(_ paragraph: String) -> Line {
    guard let gap = paragraph.firstRange(of: "  ") else { return Line(paragraph) }
    let rest = String(paragraph[gap.lowerBound...])
    return Line(String(paragraph[..<gap.lowerBound]), .typed)
      + Line(rest, isTyped ? .typed : .plain)
  }

  static let formulas = HelpPage(
    name: "formulas", summary: "what may stand in a formula",
    paragraphs: [
      "names       X W b Z A Y loss dA dZ dX dW db, cost, rate, m n u, your own variables",
      "products    X @ W  X · W  X.dot(W)      cell by cell  dA * Z  /  +  -  **",
      "transpose   W.T  Wᵀ                     cells         Z[0,1]  Z[1,:]  Z[-1]",
      "the layer's own   act(Z)  act'(Z)  loss(Y, A)  loss'(Y, A)",
      "activations       relu(Z)  relu'(Z)  lrelu(Z, LRELU_alpha=0.1) ...",
      "losses            MSE(Y, A)  BCE'(Y, A)  half_square(T, P): of any two matrices of a shape",
      "labels            onehot([0, 2, 1])  onehot(y, 4)",
      "functions         " + CellFunction.plain.map(\.name).joined(separator: " "),
      "over an axis      dZ.sum(axis=0)  mean max min argmax argmin; the axis stays with size 1",
      "new matrices      [[1, 2], [3, 4]]  [1 2 3]  zeros(2, 3)  ones(2, 3)  eye(3)",
      "comparing         A == [[3, 1]]  is exact;  close(A, B)  tolerates 1e-9;  (Z > 0)",
      "A name that a command takes, as step, s, lr or undo, can be no variable.",
      "Every value has two dimensions: [1, 2] is (1, 2), a number (1, 1). Indices count from 0.",
      "Lines from a NumPy notebook work as they are: 'help numpy' says which, and what differs.",
    ], isTyped: true)

  static let numpy = HelpPage(
    name: "numpy", summary: "which lines of a notebook are read, and what is otherwise here",
    paragraphs: [
      "cells       " + CellFunction.notebook.map(\.name).joined(separator: " "),
      "matrices    " + MatrixFunction.all.map(\.name).joined(separator: " "),
      "indices     G[Z <= 0] = 0  X[::2]  D[np.arange(4), y] -= 1  v[:, None]  ~ & |",
      "lines       a = 1; b = 2   m, n = X.shape   print(f\"cost {cost:.4f}\")",
      "names       self.W1, parameters[\"W1\"], W1.grad are W1, W1 and dW1",
      "What a step computes is never set: 'dZ = dA.copy()' begins a dZ of your own, the lines that "
        + "go on with it compare it as 'mine' does, and 'mine dZ' compares it again.",
      "Every value has two dimensions here. What NumPy makes an array of one, as X[0] or "
        + "dZ.sum(axis=1), meets others as in NumPy: it has no transpose and lies along a row; "
        + "keepdims=True, [:, None] and X[0:1] keep two. Bare sum(dZ, axis=1) keeps two.",
      "dtype=int cuts numbers as NumPy does; every other dtype is Float64.",
      "def, for, if, with and import are not run, nor are the lines indented behind them.",
    ],
    aliases: ["notebook", "NumPy", "python"], isTyped: true)

  static let letters = HelpPage(
    name: "letters", summary: "what the letters and signs stand for",
    paragraphs: [
      "m n u     samples, features, units: X is (m, n), W (n, u), Z (m, u)",
      "k         the layer; in the documentation's equations it stands above: xᵏ",
      "η, rate   the learning rate: how far an update goes against the gradient",
      "loss      one number a sample; gradients belong to its sum, or as 'convention' says",
      "cost      its mean over the samples, the number to bring down",
      "dW, dZ    the gradient of the summed loss with respect to W, Z: ∂𝓛/∂w, ∂𝓛/∂z",
      "δ         the error that arrives at a layer: dA, the dX of the layer above",
      "act′      the activation's slope; softmax has a matrix for each sample, J",
      "· @       a matrix product: a row meets a column",
      "⊙ *       a product cell by cell",
      "ᵀ .T      rows and columns change places",
      "Σₘ        added up over the samples",
    ],
    aliases: [
      "m", "n", "u", "k", "η", "eta", "cost", "δ", "delta", "Σ", "act", "J",
    ])

  static let compare = HelpPage(
    name: "compare", summary: "which comparison is for what",
    paragraphs: [
      "A == B          are two values the same, bit for bit? It prints the largest difference.",
      "close(A, B)     the same up to 1e-9: for numbers added in another order.",
      "mine dW = ...   your own result, by hand or pasted: which cells differ, and what explains "
        + "them. The longest decimals of a tensor are those of all its cells, eight where none is "
        + "shown, and right to half a unit; integers without a point are exact. Where less than "
        + "six digits differ nothing is named. mine dW[0,1] = -13 is one cell; from the second on "
        + "a mistake may be named. mine cost = 3.25 is the mean of the loss.",
      "verify FILE     all that a notebook saved, at once: np.savez(\"d.npz\", X=X, W=W, dW=dW). "
        + "The first wrong step is named, what only follows from it is not. W_new and b_new, or a "
        + "second file behind 'updated', are held against the update; with 'given' another X, W, b "
        + "or Y is refused. From outside: epynn-repl verify d.npz --activation relu --rate 0.1.",
      "check           are the gradients here right at all? Finite differences of the loss answer, "
        + "without any of the formulas.",
      "diff, try       what an edit changes, cell by cell, and what it does to the cost.",
      "predict         the other way round: you are asked before the step runs.",
      "epynn-repl test FILE.md    does a lesson still print what it says?",
    ])

  static let keys = HelpPage(
    name: "keys", summary: "what the keys do",
    paragraphs: [
      "Enter         on an empty line: the next page of something long, else the next step",
      "Tab           completes commands, names with their shapes, steps and files",
      "Up, Down      earlier lines; Ctrl-R searches them",
      "Ctrl-Left, Ctrl-Right   a word back, a word on; Home, End",
      "Ctrl-C        drops the line, or stops a run after its step; a second one ends the program",
      "Ctrl-D        leaves, as quit does; Ctrl-Z suspends, fg comes back",
      "An open bracket continues on the next line. A ; at the end prints nothing.",
      "A # begins a comment. Your ~/.editrc is read.",
    ])

  static let epynn = HelpPage(
    name: "epynn", summary: "how this relates to EpyNN",
    paragraphs: [
      "Steps, symbols, defaults and conventions are EpyNN's: one sample a row, gradients of the "
        + "loss summed over samples (no 1/m), a mean over outputs within MSE, MAE, MSLE and BCE.",
      "relu'(0) = 0; lrelu'(0) and elu'(0) are alpha; a guard of 1e-16 in MAE', BCE', CCE' and in "
        + "the logs of CCE and BCE.",
      "Where EpyNN 1.2 goes wrong, the digits here are right:",
      "- its softmax derivative leaves out 1/T; with softmax_temperature 1 both agree",
      "- its tanh is NaN beyond |z| = 710",
      "- its CCE' is NaN where A is 0; here the guard holds",
      "- its sigmoid derivative has no digits left for a large z",
      "- its db has shape (u,), here (1, u), the shape of b",
      "- it needs a NumPy below 2",
    ])
}
