import EpynnShell
import Foundation
import Testing

@testable import EpynnProgram

/// How large a file may be that is read.
@Suite struct FileLimitTests {
  @Test func aFileOf16MBIsReadAndOneByteMoreIsRefused() throws {
    let path = NSTemporaryDirectory() + "epynn-limit-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(count: 16 << 20).write(to: URL(fileURLWithPath: path))
    #expect(try FileReader.read(path).get().count == 16 << 20)
    try Data(count: (16 << 20) + 1).write(to: URL(fileURLWithPath: path))
    #expect(throws: FileFault.tooLarge(limit: 16 << 20)) { try FileReader.read(path).get() }
  }
}
