import EpynnCore
import Testing

@Suite struct StepTableTests {
  @Test func stepsAreNumberedAsInTheDocumentation() {
    #expect(
      Dense.steps.map { "\($0.label): \($0.name)" } == [
        "forward (1): X", "forward (2): Z", "forward (3): A", "loss: loss",
        "backward (1): dA", "backward (2): dZ", "backward (3): dX",
        "gradients (1.1): dW", "gradients (1.2): db", "update: update",
      ])
  }

  @Test func everyOperandIsKnownBeforeItIsUsed() {
    var known: Set<Dependency> = [
      .tensor(.w, layer: 1), .tensor(.b, layer: 1), .tensor(.y, layer: 0),
      .source(.below), .source(.above), .learningRate, .lossFunction, .activation(layer: 1),
    ]
    for step in Dense.steps {
      for assignment in step.assignments {
        let needed = assignment.expression.dependencies(inLayer: 1)
        #expect(needed.isSubset(of: known), "\(step.name) reads what is not there yet")
      }
      for quantity in step.writes {
        known.insert(.tensor(quantity, layer: quantity.belongsToNetwork ? 0 : 1))
      }
    }
  }

  @Test func nothingIsWrittenTwiceBeforeTheUpdate() {
    let written = Dense.steps.dropLast().flatMap(\.writes)
    #expect(Set(written).count == written.count)
    #expect(Dense.steps.last?.writes == [.w, .b])
  }

  @Test func equationsInUnicodeAreTheDocumentations() {
    #expect(
      numbered(.unicode) == [
        "xᵏₘₙ = aᵏ⁻¹ₘₙ",
        "zᵏₘᵤ = xᵏₘₙ · Wᵏₙᵤ + bᵏᵤ",
        "aᵏₘᵤ = act(zᵏₘᵤ)",
        "δᵏ⁺¹ₘᵤ = ∂𝓛/∂aᵏₘᵤ = ∂𝓛/∂xᵏ⁺¹ₘᵤ",
        "∂𝓛/∂zᵏₘᵤ = δᵏ⁺¹ₘᵤ * act′(zᵏₘᵤ)",
        "δᵏₘₙ = ∂𝓛/∂xᵏₘₙ = ∂𝓛/∂aᵏ⁻¹ₘₙ = ∂𝓛/∂zᵏₘᵤ · Wᵏᵀₙᵤ",
        "∂𝓛/∂Wᵏₙᵤ = xᵏᵀₘₙ · ∂𝓛/∂zᵏₘᵤ",
        "∂𝓛/∂bᵏᵤ = Σₘ₌₁ᴹ ∂𝓛/∂zᵏₘᵤ",
      ])
  }

  @Test func equationsInLaTeXAreTheDocumentations() {
    #expect(
      numbered(.latex) == [
        #"x^{k}_{mn} = a^{k-1}_{mn}"#,
        #"z^{k}_{mu} = x^{k}_{mn} \cdot W^{k}_{nu} + b^{k}_{u}"#,
        #"a^{k}_{mu} = a_{act}(z^{k}_{mu})"#,
        #"\delta^{k+1}_{mu} = \frac{\partial \mathcal{L}}{\partial a^{k}_{mu}} = \frac{\partial \mathcal{L}}{\partial x^{k+1}_{mu}}"#,
        #"\frac{\partial \mathcal{L}}{\partial z^{k}_{mu}} = \delta^{k+1}_{mu} * a_{act}'(z^{k}_{mu})"#,
        #"\delta^{k}_{mn} = \frac{\partial \mathcal{L}}{\partial x^{k}_{mn}} = \frac{\partial \mathcal{L}}{\partial a^{k-1}_{mn}} = \frac{\partial \mathcal{L}}{\partial z^{k}_{mu}} \cdot W^{k\intercal}_{nu}"#,
        #"\frac{\partial \mathcal{L}}{\partial W^{k}_{nu}} = x^{k\intercal}_{mn} \cdot \frac{\partial \mathcal{L}}{\partial z^{k}_{mu}}"#,
        #"\frac{\partial \mathcal{L}}{\partial b^{k}_{u}} = \sum_{m=1}^{M} \frac{\partial \mathcal{L}}{\partial z^{k}_{mu}}"#,
      ])
  }

  @Test func equationsInASCIIHaveNoOtherCharacter() {
    let equations = Dense.steps.flatMap { IndexNotation(.ascii).equations(of: $0) }
    #expect(equations[1] == "z^k_mu = x^k_mn . W^k_nu + b^k_u")
    #expect(equations[6] == "delta^k_mn = dL/dx^k_mn = dL/da^(k-1)_mn = dL/dz^k_mu . W^kT_nu")
    #expect(equations.allSatisfy { $0.allSatisfy(\.isASCII) })
  }

  @Test func inANetworkTheLayersNumberStandsForK() {
    let equations = Dense.steps.flatMap { IndexNotation(.unicode, layer: 2).equations(of: $0) }
    #expect(equations[0] == "x²ₘₙ = a¹ₘₙ")
    #expect(equations[4] == "δ³ₘᵤ = ∂𝓛/∂a²ₘᵤ = ∂𝓛/∂x³ₘᵤ")
  }

  @Test func matricesAreWrittenAsInTheDesign() {
    let machine = Machine.example
    let notation = MatrixNotation(.unicode)
    let equations = machine.stops.flatMap {
      machine.formulas(of: $0).map { notation.equation(of: $0) }
    }
    #expect(
      equations == [
        "X = data", "Z = X · W + b", "A = relu(Z)", "loss = MSE(Y, A)", "dA = MSE′(Y, A)",
        "dZ = dA ⊙ relu′(Z)", "dX = dZ · Wᵀ", "dW = Xᵀ · dZ", "db = Σₘ dZ",
        "W ← W − η·dW", "b ← b − η·db",
      ])
  }

  private func numbered(_ spelling: Spelling) -> [String] {
    Dense.steps.filter { $0.number != nil }.flatMap { IndexNotation(spelling).equations(of: $0) }
  }
}
