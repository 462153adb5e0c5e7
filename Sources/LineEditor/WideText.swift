#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Text in the form that libedit reads, at an address that stays for as long as this lives.
final class WideText {
  let pointer: UnsafeMutablePointer<wchar_t>

  init(_ text: String) {
    let characters = text.wideCharacters
    pointer = .allocate(capacity: characters.count)
    pointer.initialize(from: characters, count: characters.count)
  }

  deinit {
    pointer.deallocate()
  }
}

extension String {
  /// The first `count` characters of a buffer of libedit's.
  init(wide start: UnsafePointer<wchar_t>, count: Int) {
    var scalars = String.UnicodeScalarView()
    for character in UnsafeBufferPointer(start: start, count: count) {
      scalars.append(Unicode.Scalar(UInt32(bitPattern: character)) ?? "\u{FFFD}")
    }
    self = String(scalars)
  }

  /// The characters with a zero after them.
  var wideCharacters: [wchar_t] {
    unicodeScalars.map { wchar_t(bitPattern: $0.value) } + [0]
  }
}
