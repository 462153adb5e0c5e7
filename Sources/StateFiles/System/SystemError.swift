#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why a call to the system did nothing, as C numbers it.
package struct SystemError: Error, Equatable, Sendable {
  package let number: Int32

  package init(_ number: Int32) {
    self.number = number
  }

  /// In the system's own words.
  package var description: String { String(cString: strerror(number)) }
}

extension SystemError {
  /// Something has the name already.
  package var isNameTaken: Bool { number == EEXIST }

  package var isNothingThere: Bool { number == ENOENT }

  /// It would have to wait, and was told not to.
  var wouldWait: Bool { number == EAGAIN || number == EWOULDBLOCK }
}
