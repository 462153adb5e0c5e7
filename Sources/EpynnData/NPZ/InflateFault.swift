/// Why packed bytes do not unpack.
enum InflateFault: Error, Equatable {
  case damaged
  case tooLong
}
