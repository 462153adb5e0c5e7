import EpynnCore
import Testing

@testable import EpynnData

/// Names as programs have them, and what they mean beside the others of their file.
@Suite struct TensorNamesTests {
  private func names(
    _ names: [String], layers: Int = 2, isUpdated: Bool = false,
    called: [CalledTensor] = []
  ) throws -> TensorNames {
    try TensorNames(names, layers: layers, current: 1, isUpdated: isUpdated, called: called)
  }

  /// The tensors that names mean, as the program calls them; `-` for none.
  private func meanings(_ list: String, layers: Int = 2) throws -> String {
    let all = list.split(separator: " ").map(String.init)
    let found = try names(all, layers: layers).tensors
    return all.map { found[$0]?.key.text(of: layers) ?? "-" }.joined(separator: " ")
  }

  /// A row of readings a line: the file's names, and those that the program has for them.
  @Test(arguments: [
    ("x w1 dw1 b1 z1 a1 dz1 da1 db1 y loss", "X1 W1 dW1 b1 Z1 A1 dZ1 dA1 db1 Y loss"),
    ("X_1 W_1 dW_2 A_prev_2 dA_prev_2 Y", "X1 W1 dW2 X2 dX2 Y"),
    ("A0 A1 AL dAL dA0 ZL dZL WL bL", "X1 A1 A2 dA2 dX1 Z2 dZ2 W2 b2"),
    ("A_0 A_L d_W1 dA_L", "X1 A2 dW1 dA2"),
    ("A_prev dA_prev", "X1 dX1"),
    ("layer1.W layer1.b layer2.W layer_2.b", "W1 b1 W2 b2"),
    ("layer1/W layers.1.dW layers[1].db", "W1 dW1 db1"),
    ("weights.0 weights.1 biases.0 biases.1", "W1 W2 b1 b2"),
    ("weights_0 bias_0 weights_1 bias_1", "W1 b1 W2 b2"),
    ("W0 b0 Z0 A0 W1 b1 Z1 A1", "W1 b1 Z1 A1 W2 b2 Z2 A2"),
    ("fc1.weight fc1.bias fc2.weight fc2.bias", "W1 b1 W2 b2"),
    ("0.weight 0.bias 2.weight 2.bias", "W1 b1 W2 b2"),
    ("net.1.weight net.3.weight net.3.bias", "W1 W2 b2"),
    ("fc1.weight.grad fc2.bias.grad W1.grad.data", "dW1 db2 -"),
    ("hidden1.weight out.weight out.bias", "W1 W2 b2"),
    ("input target grad_output1 grad_input1 grad_weight1 grad_bias1", "X1 Y dA1 dX1 dW1 db1"),
    ("X.grad W1.grad Z2.grad A2.grad grad_b1", "dX1 dW1 dZ2 dA2 db1"),
    ("x_train y_train y_hat", "X1 Y A2"),
    ("parameters.W1 cache['Z1'] grads[\"dW1\"] params/b2", "W1 Z1 dW1 b2"),
    ("W1_new b_1_new new_W2 fc2.bias.new", "W1_new b1_new W2_new b2_new"),
    ("kernel1 output2 inputs", "W1 A2 X1"),
    ("notes costs lr my_x old_W1 W1_2 velocity.W1 delta_out W1x dY", "- - - - - - - - - -"),
    ("x1.2 dloss grad_y weight.grad.grad 99999999999999999999 W9", "- - - - - -"),
  ])
  func namesAreRead(list: String, meant: String) throws {
    let found = try meanings(list)
    #expect(found == meant, "\(found)")
  }

  @Test func oneLayerNeedsNoNumber() throws {
    #expect(
      try meanings("input fc.weight fc.bias output fc.weight.grad grad_output", layers: 1)
        == "X W b A dW dA")
    // In two it does not say which.
    #expect(try meanings("fc.weight fc.bias") == "- -")
  }

  @Test func theProgramsOwnNameGoesBeforeAReading() throws {
    #expect(try meanings("x X A0 y Y w1 W1") == "- X1 - - Y - W1")
    let updated = try names(["W1", "W1_new", "b1"], isUpdated: true)
    #expect(updated.tensors["W1_new"]?.key == TensorKey(.w, layer: 1, isUpdated: true))
    #expect(updated.tensors["W1"] == nil && updated.tensors["b1"]?.key.isUpdated == true)
  }

  @Test(arguments: [
    (["x", "input"], "X1"), (["A0", "A_prev"], "X1"), (["w1", "W_1"], "W1"), (["W", "W1"], "W1"),
    (["fc1.weight", "layer1.W"], "W1"), (["y_hat", "AL"], "A2"), (["W1_new", "new_W1"], "W1_new"),
  ])
  func twoOfOneTensorAreAmbiguous(pair: [String], tensor: String) {
    #expect(throws: DataFault(.ambiguous(pair[0], pair[1], tensor: tensor))) { try names(pair) }
  }

  @Test func oneNameTwiceIsRefusedWhereItMeansATensor() throws {
    #expect(throws: DataFault(.repeated("dW1"))) { try names(["dW1", "notes", "notes", "dW1"]) }
    #expect(try names(["notes", "notes"]).tensors.isEmpty)
  }

  @Test func whatWasSaidGoesBeforeAll() throws {
    let called = [
      CalledTensor(tensor: "dZ2", name: "delta_out"), CalledTensor(tensor: "X", name: "x"),
    ]
    let found = try names(["X", "x", "delta_out", "dZ2"], called: called)
    #expect(found.tensors["delta_out"]?.key == TensorKey(.dZ, layer: 2))
    #expect(found.tensors["x"]?.key == TensorKey(.x, layer: 1))
    #expect(found.tensors["X"] == nil && found.tensors["dZ2"] == nil)
    for (call, fault) in [
      (CalledTensor(tensor: "dZ2", name: "d"), DataFault.Reason.noSuchArray("d", others: ["a"])),
      (CalledTensor(tensor: "dQ", name: "a"), .noTensor("dQ")),
      (CalledTensor(tensor: "dZ3", name: "a"), .noTensor("dZ3")),
    ] {
      #expect(throws: DataFault(fault)) { try names(["a"], called: [call]) }
    }
  }

  @Test func layersBeyondTheLastAreCounted() throws {
    for list in [
      ["W1", "W2", "W3"], ["fc1.weight", "fc2.weight", "fc3.weight"], ["W0", "W1", "W2"],
    ] {
      let found = try names(list)
      #expect(found.furtherLayers == 3 && found.tensors.count == 2)
    }
    #expect(try names(["W1", "W2"]).furtherLayers == nil)
  }

  @Test func onlyAModulesWeightHasItsUnitsFirst() throws {
    let found = try names(["fc1.weight", "fc1.weight.grad", "weights.2", "fc1.bias"]).tensors
    #expect(found["fc1.weight"]?.hasUnitsFirst == true)
    #expect(found["fc1.weight.grad"]?.hasUnitsFirst == true)
    #expect(found["weights.2"]?.hasUnitsFirst == false)
    #expect(found["fc1.bias"]?.hasUnitsFirst == false)
  }
}
