import Foundation
import Testing

/// The files that other programs wrote for these tests.
enum Fixture {
  static func bytes(_ name: String) throws -> [UInt8] {
    let file = try #require(Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: nil))
    return try [UInt8](Data(contentsOf: file))
  }
}
