import EpynnCore
import Testing

@testable import EpynnShell

/// `verify FILE` without a word more: what the file's own numbers tell.
@Suite struct VerifyAloneTests {
  /// Two samples through tanh and sigmoid; numbers by NumPy, to twelve decimals.
  private static let table = """
    X
    0.5,-1
    1.5,2
    W1
    0.4,-0.3
    0.2,0.1
    b1
    0.1,-0.2
    Z1
    0.1,-0.45
    1.1,-0.45
    A1
    0.099667994625,-0.421899005250
    0.800499021761,-0.421899005250
    W2
    0.7
    -0.6
    b2
    0.05
    Z2
    0.372906999387
    0.863488718383
    A2
    0.592161224770
    0.703389031878
    Y
    1
    0
    dZ2
    -0.407838775230
    0.703389031878

    """

  private func said(
    _ table: String, activations: String? = nil, loss: String? = nil, files: [String: String] = [:],
    source: String? = nil
  ) -> String {
    var all = files
    all["a.csv"] = table
    let contents = all
    var session = Session(
      surroundings: Surroundings(read: { path in
        contents[path].map { .success(Array($0.utf8)) } ?? .failure(.missing)
      }))
    return session.verify(file: "a.csv", activations: activations, loss: loss, source: source)
      .text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func activationsAndLossAreFoundAndSaid() {
    let said = said(Self.table)
    #expect(
      said.hasPrefix(
        "found: tanh from Z1 and A1, sigmoid from Z2 and A2, BCE from the last gradient and Y"))
    #expect(said.contains("it is also that of BCE-sum; '--loss' says which"), "\(said)")
    #expect(!said.contains("DIFFERS"), "\(said)")
  }

  @Test func optionsOverrideWhatIsFound() {
    let given = said(Self.table, activations: "tanh,sigmoid", loss: "BCE")
    #expect(!given.contains("found:"), "\(given)")
    let other = said(Self.table, activations: "relu,sigmoid")
    #expect(other.contains("A1"), "\(other)")
    #expect(other.contains("DIFFERS"), "\(other)")
  }

  @Test func whatFitsTwoIsNamedTwice() {
    let said = said("X\n1\n2\nW\n1\nZ\n1\n2\nA\n1\n2\nY\n0\n0\ndA\n2\n4\n")
    #expect(
      said.contains("found: identity from Z and A, MSE from the last gradient and Y"), "\(said)")
    #expect(
      said.contains("A is also what relu, lrelu and elu give; '--activation' says which"), "\(said)"
    )
  }

  @Test func whatFitsNothingIsTheClosest() {
    let said = said("X\n1\n-2\nW\n1\nZ\n1\n-2\nA\n1\n-3\nY\n0\n0\n")
    #expect(
      said.contains("no activation gives A of Z; identity comes closest, in 1 of 2 cells"),
      "\(said)")
  }

  @Test func theLineThatMakesTheFirstWrongTensorIsShown() {
    let wrong = Self.table.replacing("dZ2\n-0.407838775230", with: "dZ2\n0.407838775230")
    let program = "import numpy as np\n\ndef backward():\n    dA2 = 1\n    dZ2 = Y - A2  # here\n"
    let said1 = said(
      wrong, activations: "tanh,sigmoid", loss: "BCE",
      files: ["train.py": program], source: "train.py")
    #expect(said1.contains("dZ2 is assigned in train.py line 5 dZ2 = Y - A2 # here"), "\(said1)")
    // What parts no lines in an editor parts none here.
    let paged = program.replacing("np\n\n", with: "np\n\u{C}\n").replacing(
      "dA2 = 1\n", with: "dA2 = 1  # \u{2028} \u{85} \u{B}\n")
    let said4 = said(
      wrong, activations: "tanh,sigmoid", loss: "BCE",
      files: ["train.py": paged.replacing("\n", with: "\r\n")], source: "train.py")
    #expect(said4.contains("dZ2 is assigned in train.py line 5 dZ2 = Y - A2 # here"), "\(said4)")
    let notebook =
      #"{"cells": [{"cell_type": "markdown", "source": "dZ2 = 3"}, {"cell_type": "code", "source": ["x = 1\n", "grads['dZ2'] = Y - A2"]}], "nbformat": 4}"#
    let said2 = said(
      wrong, activations: "tanh,sigmoid", loss: "BCE",
      files: ["n.ipynb": notebook], source: "n.ipynb")
    #expect(
      said2.contains("dZ2 is assigned in n.ipynb cell 2, line 2 grads['dZ2'] = Y - A2"), "\(said2)")
    let said3 = said(
      wrong, activations: "tanh,sigmoid", loss: "BCE",
      files: ["n.ipynb": "[1, 2"], source: "n.ipynb")
    #expect(
      said3.contains("it is no notebook; a .ipynb of Jupyter, or a .py file, is read here"),
      "\(said3)")
  }
}
