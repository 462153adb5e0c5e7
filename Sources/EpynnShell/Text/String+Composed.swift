// The standard library composes text to compare it, and keeps that to itself; the other way is a table of
// Unicode's of our own.
@_spi(_Unicode) import Swift

extension String {
  /// The text with each letter and its marks as the one scalar that they make, where there is one (NFC).
  ///
  /// Some systems take names of files apart, others leave them: to a person they are the same.
  var composed: String {
    var scalars = String.UnicodeScalarView()
    for scalar in _nfc { scalars.append(scalar) }
    return String(scalars)
  }
}
