import EpynnCore

/// Two numbers printed as far as is needed to see that they differ.
///
/// 0.00441 and 0.00443 are both 0.0044 to four decimals; a sentence that calls them different says
/// `0.00441` and `0.00443`.
struct DifferingTexts: Equatable {
  let first: String
  let second: String

  /// With the digits of the precision where those suffice, or where both are equal.
  init(_ first: Double, _ second: Double, _ precision: Precision) {
    var precisions = [precision]
    if case .decimals(let fewest) = precision {
      precisions += (fewest...Self.mostDecimals).dropFirst().map { .decimals($0) } + [.full]
    }
    let texts = precisions.lazy.map { (first.text($0), second.text($0)) }
    let picked = texts.first { first == second || Double($0.0) != Double($0.1) } ?? texts[0]
    (self.first, self.second) = picked
  }

  /// Beyond them every Float64 has shown its digits.
  private static let mostDecimals = 20
}
