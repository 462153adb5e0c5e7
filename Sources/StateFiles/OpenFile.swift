#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A descriptor that is closed with the value.
package struct OpenFile: ~Copyable {
  package let descriptor: Int32

  /// Opens `path`; a file that this creates is the user's alone unless `mode` says otherwise.
  package init?(path: String, flags: Int32, mode: mode_t = 0o600) {
    var opened: Int32
    repeat {
      opened = open(path, flags | O_CLOEXEC, mode)
    } while opened < 0 && errno == EINTR
    guard opened >= 0 else { return nil }
    descriptor = opened
  }

  deinit {
    close(descriptor)
  }

  /// What came of reading a file.
  package enum Contents {
    case bytes([UInt8])
    case tooLong
    case failed
  }

  /// The whole contents, where they are not longer than `limit`.
  package func read(atMost limit: Int) -> Contents {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= limit {
      let count = chunk.withUnsafeMutableBytes { readSome(descriptor, $0.baseAddress, $0.count) }
      if count == 0 { return .bytes(bytes) }
      if count > 0 {
        bytes += chunk[..<count]
      } else if errno != EINTR {
        return .failed
      }
    }
    return .tooLong
  }

  /// Writes all of `bytes`, and returns whether that worked.
  package func write(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { writeSome(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if count == 0 || errno != EINTR {
        return false
      }
    }
    return true
  }
}

// Inside the methods of the same names the C functions cannot be seen.
private func readSome(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, bytes, count)
}

private func writeSome(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
