import EpynnCore
import EpynnLessons
import Foundation

@testable import EpynnShell
@testable import LineEditor

extension Target {
  /// What is kept of progress, and the tables made of it: what was read is the same written and read
  /// again, and what is said of it is tame.
  static let progress = Target(
    name: "progress", maximumLength: 3_000,
    dictionary: {
      [
        "epynn-repl progress 1\n", "epynn-repl progress 2\n", "lesson\t", "answer\t", "asked\t",
        "wrong\t", "furthest\t", "name\t", "right", "solution", "skipped",
      ] + ProgressBook.columns
    },
    seeds: { [Array(book.utf8), Array(table.utf8)] },
    run: { bytes in
      if let book = try? ProgressBook(reading: bytes) {
        guard let again = try? ProgressBook(reading: book.bytes) else {
          violated("a book that was written reads no more")
        }
        require(again.bytes == book.bytes, "a book is another each time that it is written")
        requireTame(book.csv, of: "a table of progress", others: "\r")
        _ = try? ProgressTable(reading: Array(book.csv.utf8))
      }
      _ = try? ProgressTable(reading: bytes)
      _ = try? Roster(bytes)
      _ = try? IDList(bytes)
      var typist = Typist()
      typist.disk.progress.withLock { $0 = .bytes(bytes) }
      for line in [
        "progress", "lessons", "lesson one-neuron", "", "leave", "progress export p.csv",
      ] {
        typist.type(line)
      }
    })

  /// The lines of the last session, and the history: whatever the file is, an entry that is added is
  /// the last one, and those before it stay.
  static let history = Target(
    name: "history", maximumLength: 2_000, seeds: { [Array("step\nW[0,0] = 2\nshow dW\n".utf8)] },
    run: { bytes in
      let folder = NSTemporaryDirectory() + "epynn-fuzz-\(getpid())"
      let file = HistoryFile(path: folder + "/history")
      defer { try? FileManager.default.removeItem(atPath: folder) }
      try? FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      try? Data(bytes).write(to: URL(fileURLWithPath: file.path))
      let before = file.load()
      for entry in before { requireTame(entry, of: "an entry of the history", others: marks) }
      require(file.append("show W"), "nothing can be added to a history")
      let after = file.load()
      require(after.last == "show W", "what was added is not the last: \(after.suffix(2))")
      require(
        after.starts(with: before), "entries went with another one: \(before.count), \(after.count)"
      )

      var typist = Typist()
      typist.disk.session.withLock { $0 = bytes }
      typist.type("load last")
    })

  /// What an entry may hold, since it is shown by the editor, which spells it out.
  private static let marks = String(
    String.UnicodeScalarView(
      (0..<0x11_0000).compactMap(Unicode.Scalar.init).filter {
        switch $0.properties.generalCategory {
        case .format, .lineSeparator, .paragraphSeparator, .privateUse: true
        default: false
        }
      }))

  private static let book =
    "epynn-repl progress 2\nname\tAda\nlesson\ta\t1f\t1\t2\th\tt\nfurthest\t2\n"
    + "answer\tsolution\t2\tone two\nasked\t1\t2\t30\nwrong\t3\ttransposed\n"
  private static let table =
    ProgressBook.columns.joined(separator: ",") + "\nAda,a,t,1f,1,2,2,q,right,1,3,transposed,0,1\n"
}
