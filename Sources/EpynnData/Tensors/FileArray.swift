import EpynnCore

/// An array of a file under the name it has there.
public struct FileArray: Sendable {
  public let name: String
  public let numbers: OwnNumbers
  /// Whether it has one dimension only.
  public let isFlat: Bool
  /// Whether it is a number alone, with no dimension.
  package var isNumber = false
  /// The type of its numbers; `nil` where the file has digits.
  package var type: NPYType?
  /// The fault of the first cell that was left empty, for those who need every one.
  package var gap: DataFault?
  /// The shape up to which the file has empty cells behind and below the last number.
  package var room: Shape?

  init(name: String, numbers: OwnNumbers, isFlat: Bool) {
    self.name = name
    self.numbers = numbers
    self.isFlat = isFlat
  }

  /// The whole array.
  ///
  /// - Throws: `.emptyField` at the place of a cell that was left empty.
  func whole() throws(DataFault) -> FileArray {
    if let gap { throw gap }
    return self
  }
}
