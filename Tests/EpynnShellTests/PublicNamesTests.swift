import Foundation
import Testing

/// What is public is meant: the page of each library says what every public type is there for.
@Suite struct PublicNamesTests {
  @Test(arguments: ["EpynnCore", "EpynnData", "EpynnLessons", "EpynnShell"])
  func everyPublicTypeIsATopic(of library: String) throws {
    let folder = Self.sources.appending(path: library)
    let page = try String(
      contentsOf: folder.appending(path: "\(library).docc/\(library).md"), encoding: .utf8)
    let topics = Set(page.matches(of: /- ``(\w+)``/).map { String($0.output.1) })
    let declared = try Set(Self.publicTypes(in: folder))
    #expect(!declared.isEmpty)
    #expect(declared.subtracting(topics).sorted() == [], "public, but no topic of \(library).md")
    #expect(topics.subtracting(declared).sorted() == [], "a topic of \(library).md, but not public")
  }

  private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")

  private static func publicTypes(in folder: URL) throws -> [String] {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let declaration =
      /(?m)^public (?:final |indirect )*(?:struct|enum|class|protocol|typealias) (\w+)/
    return try (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
      .flatMap { file in
        try String(contentsOf: file, encoding: .utf8).matches(of: declaration)
          .map { String($0.output.1) }
      }
  }
}
