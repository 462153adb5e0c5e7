/// What is wrong with a draw of random numbers.
public enum DrawFault: Equatable, Sendable {
  /// A draw in a formula that is only looked at.
  case notHere
  case notAGenerator(String)
  /// A generator's name where a matrix is wanted.
  case isGenerator(String)
  /// `default_rng(1)` within a formula.
  case generatorInFormula
  /// A draw that this kind does not have.
  case unknown(String, of: RandomStream.Kind)
  /// `seed` or `shuffle` within a formula.
  case givesNothing(String)
  case missing(String, parameter: String, example: String)
  case tooMany(String, limit: Int, example: String)
  case givenTwice(String)
  case otherType
  case badSize
  /// `randn((3, 2))`.
  case sizesInATuple(String)
  case badSeed(largest: UInt64)
  case notOneNumber(parameter: String, Shape)
  case notWhole(parameter: String)
  case negative(parameter: String)
  case emptyRange(low: Double, high: Double)
  case notAList(Shape)
  case tooFew(Int, wanted: Int)
  case badProbabilities(count: Int)
  case tooFewLikely(Int, wanted: Int)
  case shuffleNeedsName
}
