import Testing

@testable import EpynnCore

/// A typed formula is read beside each way in which the right one is written.
@Suite struct FormulaReadingTests {
  /// Behind a sigmoid and BCE dZ is A - Y, of two units half of it.
  @Test(arguments: [(1, "A - b"), (2, "(A - b) / 2")])
  func theWrongPartOfADifferenceIsFound(units: Int, typed: String) throws {
    var random = RandomLayer(seed: 10)
    var machine = Machine()
    _ = try machine.set(.x, layer: 1, to: random.matrix(4, 3, -1...1))
    _ = try machine.add(Dense(units: units, activation: Activation(.sigmoid)))
    _ = try machine.set(.b, layer: 1, to: random.matrix(1, units, -1...1))
    _ = machine.set(loss: .bce)
    _ = try machine.set(.y, layer: 1, to: random.matrix(4, units, 0...1))
    let reading = FormulaReading(try Expression(parsing: typed), of: .dZ, layer: 1, in: machine)
    guard case .instead(let part, let right)? = reading?.difference else {
      Issue.record("\(typed): \(reading as Any)")
      return
    }
    #expect(part == .b && right == .y)
  }
}
