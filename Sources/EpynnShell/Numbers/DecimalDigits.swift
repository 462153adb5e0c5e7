/// The decimal digits of a finite Float64, the fewest that read back to it.
struct DecimalDigits {
  let isNegative: Bool
  /// The digits without leading zeros; none for 0.
  private(set) var digits: [UInt8]
  /// The place of the point: the number is 0.d₁d₂d₃… × 10^exponent.
  private(set) var exponent: Int

  init(_ number: Double) {
    isNegative = number.sign == .minus
    var mantissa: [UInt8] = []
    var power = 0
    var pointAt: Int?
    let text = Array(abs(number).description.utf8)
    for (index, byte) in text.enumerated() {
      if byte == UInt8(ascii: ".") {
        pointAt = mantissa.count
      } else if byte == UInt8(ascii: "e") {
        power = Int(String(decoding: text[(index + 1)...], as: UTF8.self)) ?? 0
        break
      } else {
        mantissa.append(byte - UInt8(ascii: "0"))
      }
    }
    exponent = (pointAt ?? mantissa.count) + power
    let zeros = mantissa.prefix { $0 == 0 }.count
    exponent -= zeros
    digits = Array(mantissa.dropFirst(zeros))
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { exponent = 0 }
  }

  /// The digits behind the point that the number needs.
  var decimals: Int { max(0, digits.count - exponent) }

  /// The same, rounded to so many digits behind the point, half away from 0.
  func rounded(toDecimals decimals: Int) -> DecimalDigits {
    rounded(keeping: exponent + decimals)
  }

  /// The same, rounded to so many digits, half away from 0.
  func rounded(keeping count: Int) -> DecimalDigits {
    guard count < digits.count else { return self }
    var result = self
    guard count >= 0 else {
      result.digits = []
      result.exponent = 0
      return result
    }
    let roundsUp = digits[count] >= 5
    result.digits = Array(digits.prefix(count))
    if roundsUp {
      var place = count - 1
      while place >= 0, result.digits[place] == 9 {
        result.digits[place] = 0
        place -= 1
      }
      if place >= 0 {
        result.digits[place] += 1
      } else {
        result.digits.insert(1, at: 0)
        result.exponent += 1
      }
    }
    while result.digits.last == 0 { result.digits.removeLast() }
    if result.digits.isEmpty { result.exponent = 0 }
    return result
  }

  /// Plain notation with exactly so many digits behind the point; they must be enough.
  func fixed(decimals: Int) -> String {
    var text = isNegative && !digits.isEmpty ? "-" : ""
    text += exponent > 0 ? string(0..<exponent) : "0"
    if decimals > 0 { text += "." + string(exponent..<(exponent + decimals)) }
    return text
  }

  /// Scientific notation with so many digits behind the point, `1.25e-07`.
  func scientific(decimals: Int) -> String {
    let power = digits.isEmpty ? 0 : exponent - 1
    let sign = isNegative && !digits.isEmpty ? "-" : ""
    let point = decimals > 0 ? "." : ""
    let size = abs(power) < 10 ? "0\(abs(power))" : "\(abs(power))"
    return sign + string(0..<1) + point + string(1..<(1 + decimals))
      + "e" + (power < 0 ? "-" : "+") + size
  }

  private func string(_ places: Range<Int>) -> String {
    String(
      decoding: places.map { place in
        (digits.indices.contains(place) ? digits[place] : 0) + UInt8(ascii: "0")
      }, as: UTF8.self)
  }
}
