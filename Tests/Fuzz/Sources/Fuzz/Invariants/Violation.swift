/// Ends the process where something does not hold that must, and says what.
func violated(_ what: @autoclosure () -> String) -> Never { fatalError("violated: \(what())") }

func require(_ holds: Bool, _ what: @autoclosure () -> String) {
  if !holds { violated(what()) }
}
