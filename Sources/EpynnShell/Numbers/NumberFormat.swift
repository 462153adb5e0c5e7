import EpynnCore

/// One format for all cells of a tensor.
struct NumberFormat: Sendable, Equatable {
  private let kind: Kind

  private enum Kind: Sendable, Equatable {
    case full
    case fixed(Int)
    case scientific(Int)
  }

  /// The format in which these numbers are shown together.
  ///
  /// Integers as integers, otherwise up to so many decimals with the zeros that no number needs
  /// left out; scientific where a number is too long for that, or all too small for it.
  init(for numbers: some Sequence<Double>, precision: Precision) {
    guard case .decimals(let limit) = precision else {
      kind = .full
      return
    }
    var largest = 0.0
    var needed = 0
    var isCut = false
    for number in numbers where number.isFinite {
      largest = max(largest, abs(number))
      let digits = DecimalDigits(number)
      isCut = isCut || digits.decimals > limit
      let rounded = digits.rounded(toDecimals: limit)
      // What is no integer may not look like one, but for the rounding of sums.
      let looksExact = rounded.decimals == 0 && digits.decimals > 0
      let isClose = number.rounded() != 0 && abs(number - number.rounded()) < 1e-9 * abs(number)
      needed = max(needed, looksExact && !isClose ? limit : rounded.decimals)
    }
    // Fewer than two digits of the largest number would be left.
    let smallest = (1..<max(limit, 2)).reduce(1.0) { size, _ in size / 10 }
    let isTooSmall = isCut && largest < smallest
    kind = isTooSmall || largest >= 1e12 ? .scientific(limit) : .fixed(needed)
  }

  func text(_ number: Double) -> String {
    if number.isVeiled { return "?" }
    guard number.isFinite else { return number.isNaN ? "nan" : number < 0 ? "-inf" : "inf" }
    switch kind {
    case .full: return number.shortestText
    case .fixed(let decimals):
      return DecimalDigits(number).rounded(toDecimals: decimals).fixed(decimals: decimals)
    case .scientific(let decimals):
      return DecimalDigits(number).rounded(keeping: decimals + 1).scientific(decimals: decimals)
    }
  }
}

extension Double {
  /// The number by itself, `-0.25`.
  func text(_ precision: Precision) -> String {
    let text = NumberFormat(for: CollectionOfOne(self), precision: precision).text(self)
    return text.contains("e") && shortestText.count < text.count ? shortestText : text
  }

  /// The number as a factor: in parentheses where it is negative.
  func factorText(_ precision: Precision) -> String {
    let text = text(precision)
    return text.hasPrefix("-") ? "(\(text))" : text
  }
}
