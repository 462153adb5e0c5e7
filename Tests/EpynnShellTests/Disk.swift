import EpynnLessons
import Synchronization

@testable import EpynnShell

/// A world of a few files, in memory.
final class Disk: World, Sendable {
  private let files: Mutex<[String: [UInt8]]>
  /// What is kept of progress, and what was set aside.
  let progress = Mutex<ProgressContent>(.nothing)
  let setAside = Mutex<ProgressContent?>(nil)
  /// The last session that was kept.
  let session = Mutex<[UInt8]?>(nil)
  /// What every effect comes to, where it is not what was asked for.
  let fault: FileFault?

  init(_ texts: [String: String] = [:], failingWith fault: FileFault? = nil) {
    files = Mutex(texts.mapValues { Array($0.utf8) })
    self.fault = fault
  }

  func perform(_ effect: Effect) -> Effect.Outcome {
    if let fault { return .failed(fault) }
    switch effect {
    case .write(let draft):
      return files.withLock { files in
        guard draft.replaces || files[draft.path] == nil else { return .failed(.exists) }
        files[draft.path] = draft.bytes
        return .done
      }
    case .keepSession(let lines):
      session.withLock { $0 = lines.bytes }
      return .done
    case .keepProgress(let update): return keep(update)
    case .mendProgress: return keep(.none)
    case .clearScreen: return .done
    }
  }

  private func keep(_ update: ProgressUpdate) -> Effect.Outcome {
    progress.withLock { content in
      let (bytes, damage) = update.merged(with: content)
      if damage != nil { setAside.withLock { [content] in $0 = content } }
      content = .bytes(bytes)
      return damage.map { .setAside($0, copy: "progress.damaged") } ?? .done
    }
  }

  var progressText: String {
    guard case .bytes(let bytes) = progress.withLock({ $0 }) else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }

  subscript(path: String) -> String? {
    files.withLock { $0[path].map { String(decoding: $0, as: UTF8.self) } }
  }

  func bytes(of path: String) -> [UInt8]? { files.withLock { $0[path] } }

  func put(_ bytes: [UInt8], at path: String) { files.withLock { $0[path] = bytes } }

  var surroundings: Surroundings {
    let read: @Sendable (String) -> Result<[UInt8], FileFault> = { path in
      self.files.withLock { $0[path].map { .success($0) } ?? .failure(.missing) }
    }
    return Surroundings(
      read: read,
      readBeside: { path, file in
        let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
        return path.contains("/") ? .failure(.missing) : read(folder + path)
      },
      progress: ProgressSource(read: { .success(self.progress.withLock { $0 }) }),
      lastSession: { self.session.withLock { $0 }.map { .success($0) } ?? .failure(.missing) })
  }

  /// What the lesson of that name fails at, as `epynn-repl test` would say.
  func discrepancies(of path: String) throws -> [LessonTest.Discrepancy] {
    let lesson = try Lesson(reading: Array((self[path] ?? "").utf8))
    return LessonTest(file: path, surroundings: surroundings).discrepancies(of: lesson)
  }
}

extension Session {
  /// Answers a line with its effects carried out.
  mutating func answer(
    _ line: String, from source: Source = .prompt, in disk: Disk
  ) -> Response {
    answer(Array(line.utf8), from: source, in: disk)
  }
}
