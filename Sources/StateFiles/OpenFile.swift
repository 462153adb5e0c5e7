#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A descriptor that is closed with the value.
package struct OpenFile: ~Copyable {
  let descriptor: Int32

  private init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Opens a file to read it. A pipe or a device does not keep the program waiting.
  package static func reading(_ path: String) throws(SystemError) -> OpenFile {
    OpenFile(descriptor: try System.openFile(path, O_RDONLY | O_NONBLOCK))
  }

  /// Makes a file, where nothing has its name yet, to write it.
  static func made(_ path: String, mode: mode_t) throws(SystemError) -> OpenFile {
    OpenFile(
      descriptor: try System.openFile(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: mode))
  }

  /// Opens a file that nothing is written to, and makes it where it is missing.
  static func forLock(_ path: String) throws(SystemError) -> OpenFile {
    OpenFile(descriptor: try System.openFile(path, O_RDWR | O_CREAT | O_NOFOLLOW))
  }

  deinit {
    System.closeFile(descriptor)
  }

  package var status: FileStatus {
    get throws(SystemError) { try System.status(of: descriptor) }
  }

  /// The whole contents; `nil` where they are longer than `limit`.
  package func read(atMost limit: Int) throws(SystemError) -> [UInt8]? {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= limit {
      let count = try System.readBytes(descriptor, into: &chunk)
      if count == 0 { return bytes }
      bytes += chunk[..<count]
    }
    return nil
  }

  /// Writes all of `bytes`, and has the disk keep them.
  func write(_ bytes: [UInt8]) throws(SystemError) {
    try System.writeAll(bytes, to: descriptor)
    try System.flush(descriptor)
  }

  func setMode(_ mode: mode_t) throws(SystemError) {
    try System.setMode(mode, of: descriptor)
  }
}
