import EpynnCore

/// What a program reads off shapes: `m = X.shape[0]`, `m, n = X.shape`.
extension Session {
  /// Takes a size that a program reads off a tensor, where it is what it is here.
  mutating func take(
    _ value: Matrix, as letter: Dimension, column: Int
  ) throws(Complaint) {
    guard let number = value.scalar else { throw Complaint(.notAScalar(value.shape), at: column) }
    let scope = scope
    let size: Int
    do throws(Fault) { size = try scope.size(letter) } catch {
      throw Complaint(.core(error), at: column)
    }
    guard number == Double(size) else {
      throw Complaint(.sizeDiffers(letter, size, found: number), at: column)
    }
    say("\(letter.rawValue) is the number of \(letter.meaning), \(size)")
  }

  /// `m, n = X.shape`: all of it or nothing.
  mutating func unpack(
    _ values: [Expression], into targets: [Statement.Target], line: String
  ) throws(Complaint) {
    let before = self
    do throws(Complaint) {
      var parts: [ArrayValue] = []
      for value in values {
        parts.append(try evaluated(value))
      }
      if values.count == 1 { parts = parts[0].parts }
      guard parts.count == targets.count else {
        throw Complaint(
          .unpacking(names: targets.count, values: parts.count), at: targets[0].column)
      }
      for (place, target) in targets.enumerated() {
        // What was computed for all of them at once is set as any formula is.
        let source = values[min(place, values.count - 1)]
        try set(target, to: source.holding(parts[place]), line: line)
      }
    } catch {
      self = before
      throw error
    }
  }
}
