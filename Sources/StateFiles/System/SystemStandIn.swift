/// What a test puts in the system's place.
package protocol SystemStandIn: Sendable {
  /// The number with which a call fails; `nil` where it is made.
  func failure(of call: SystemCall) -> Int32?

  /// How many of so many bytes a call moves at once.
  func share(of count: Int, by call: SystemCall) -> Int

  /// Takes what goes to standard output or standard error.
  func take(_ bytes: ArraySlice<UInt8>, for descriptor: Int32)

  /// A variable of the environment.
  func variable(_ name: String) -> String?
}
