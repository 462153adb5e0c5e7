import Foundation
import LineEditor
import Testing

@Suite struct PlainLineReaderTests {
  private func readings(of bytes: [UInt8], limit: Int = 100) throws -> [LineReading] {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let handle = try FileHandle(forReadingFrom: file)
    let reader = PlainLineReader(descriptor: handle.fileDescriptor, limit: limit)
    var readings: [LineReading] = []
    repeat {
      readings.append(reader.readLine(prompt: "unseen> "))
    } while readings.last != .endOfInput
    return readings
  }

  private func line(_ text: String) -> LineReading { .line(Array(text.utf8)) }

  @Test func linesEndAtANewlineOrWithTheFile() throws {
    #expect(try readings(of: []) == [.endOfInput])
    #expect(
      try readings(of: Array("a\n\nb".utf8)) == [line("a"), line(""), line("b"), .endOfInput])
    #expect(try readings(of: Array("a\r\nb\r\n".utf8)) == [line("a"), line("b"), .endOfInput])
  }

  @Test func bytesArriveAsTheyAre() throws {
    #expect(try readings(of: [0x00, 0xFF, 0x0A]) == [.line([0x00, 0xFF]), .endOfInput])
  }

  @Test func aLineBeyondTheLimitIsCountedAndDropped() throws {
    let long = [UInt8](repeating: UInt8(ascii: "x"), count: 300_000)
    #expect(
      try readings(of: long + Array("\nb\n".utf8))
        == [.overlong(byteCount: 300_000), line("b"), .endOfInput])
    let exact = [UInt8](repeating: UInt8(ascii: "x"), count: 100)
    #expect(try readings(of: exact + [0x0D, 0x0A]) == [.line(exact), .endOfInput])
  }
}
