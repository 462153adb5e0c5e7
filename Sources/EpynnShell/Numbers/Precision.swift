/// How many digits a tensor is shown with.
public enum Precision: Sendable, Hashable {
  case decimals(Int)
  /// The fewest digits that read back to the same Float64.
  case full

  public static let standard = Precision.decimals(4)
}

extension Precision {
  /// `full`, or a number of decimals from 0 to 15.
  public init?(_ word: String) {
    if word == "full" {
      self = .full
    } else if let count = Int(whole: word, in: 0...15) {
      self = .decimals(count)
    } else {
      return nil
    }
  }
}
