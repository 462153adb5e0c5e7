import EpynnShell
import Testing

@Suite struct CardTests {
  @Test func theLinearStepShowsWhatMeetsWhat() {
    var session = Session()
    _ = session.respond(to: "step")
    #expect(
      session.respond(to: "step").text == """
        ── forward (2) · Dense 1 ─────── X [Z] A | loss | dA dZ dX | dW db | update ──
          linear activation X → Z                        zᵏₘᵤ = xᵏₘₙ · Wᵏₙᵤ + bᵏᵤ  (2)

          Z          =  X             ·  W          +  b
          (4, 2)        (4, 3)           (3, 2)        (1, 2)
          (m, u)        (m, n)           (n, u)        (1, u)
          ⎡ 3  1 ⎤      ⎡ 2  0  1 ⎤      ⎡ 1 -1 ⎤      [ -1  1 ]
          ⎢ 3  2 ⎥      ⎢ 0  1  1 ⎥      ⎢ 2 -1 ⎥      on each
          ⎢ 3 -2 ⎥      ⎢ 2  1  0 ⎥      ⎣ 2  2 ⎦      of m rows
          ⎣ 4  4 ⎦      ⎣ 1  0  2 ⎦

          A cell of Z: a row of X meets a column of W. n is summed away; m, u stay.
          Z[0,1] = 2×(-1) + 0×(-1) + 1×2 + 1 = 1

        then: forward (3), A = relu(Z)

        """)
  }

  @Test func theUpdateEndsWithTheCostBeforeAndAfter() {
    var session = Session()
    _ = session.respond(to: "goto update")
    let lines = session.respond(to: "step").text.split(separator: "\n")
    #expect(lines.contains("  cost before 3.25; with the new weights 1.2025"))
    #expect(lines.contains("  W[0,1] = -1 - 0.1×(-9) = -0.1"))
    #expect(lines.last == "then: forward (1) of iteration 2, X = data")
  }

  @Test func softmaxShowsTheJacobianOfASample() {
    var session = Session()
    for line in ["dense 3 softmax", "loss CCE", "Y = [[1,0,0],[0,1,0],[0,0,1],[1,0,0]]"] {
      #expect(!session.respond(to: line).hasFailed)
    }
    _ = session.respond(to: "goto dZ")
    let card = session.respond(to: "step").text
    #expect(card.contains("J of sample 0 (3, 3) (u, u)"))
    #expect(card.contains("A row of dA meets a column of J, softmax's Jacobian for that sample."))
  }

  @Test func fourDecimalsTakeTheCrossForm() {
    var session = Session()
    for line in fourDecimals + ["step"] { #expect(!session.respond(to: line).hasFailed) }
    let card = session.respond(to: "step").text.split(separator: "\n").map(String.init)
    #expect(
      card.dropFirst(2).prefix(10) == [
        "                                W (3, 2) (n, u)",
        "                                ⎡  0.1234 -1.2345 ⎤",
        "                                ⎢  2.3456  0.4567 ⎥",
        "                                ⎣ -0.9876  1.1111 ⎦",
        "                                + b (1, 2) (1, u)",
        "                                [ 0.5432 -0.4321 ]",
        "  X (4, 3) (m, n)               Z (4, 2) (m, u)",
        "  ⎡  1.2513 -1.6448  1.4126 ⎤   ⎡ -4.5555 -1.1585 ⎤",
        "  ⎢ -0.4455 -1.2565  0.6179 ⎥   ⎢ -3.0693  0.2306 ⎥",
        "  ⎢ -1.7046 -0.3019 -0.9133 ⎥   ⎢  0.5267  0.5196 ⎥",
      ])
  }
}

/// A layer with four decimals everywhere.
let fourDecimals = [
  "X = [[1.2513,-1.6448,1.4126],[-0.4455,-1.2565,0.6179],"
    + "[-1.7046,-0.3019,-0.9133],[-1.557,1.2153,-0.8723]]",
  "dense 2 sigmoid",
  "W = [[0.1234,-1.2345],[2.3456,0.4567],[-0.9876,1.1111]]",
  "b = [0.5432,-0.4321]",
  "Y = [[0.1111,0.2222],[0.3333,0.4444],[0.5555,0.6666],[0.7777,0.8888]]",
]
