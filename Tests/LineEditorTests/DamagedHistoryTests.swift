import LineEditor
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct DamagedHistoryTests {
  let folder = TemporaryFolder()

  /// Lines that are none of ours are passed over, and stay where they are.
  @Test func linesThatAreNoText() {
    let damage: [UInt8] = Array("good\n".utf8) + [0xFF, 0xC3, 0x0A, 0x61, 0x00, 0x0A]
    let history = HistoryFile(path: folder.write(damage, to: "history"))
    #expect(history.load() == ["good"])
    #expect(history.append("better"))
    #expect(history.load() == ["good", "better"])
    #expect(TemporaryFolder.bytes(of: history.path).starts(with: damage))
  }

  @Test func fileWithoutAFinalNewline() {
    let history = HistoryFile(path: folder.write(Array("one\ntwo".utf8), to: "history"))
    history.append("three")
    #expect(history.load() == ["one", "two", "three"])
  }

  @Test func directoryInItsPlace() {
    let path = "\(folder.path)/history"
    mkdir(path, 0o755)
    let history = HistoryFile(path: path)
    #expect(history.load() == [])
    #expect(!history.append("step"))
    #expect(TemporaryFolder.mode(of: path) == 0o755)
  }

  /// A pipe would make a careless reader wait for ever.
  @Test func pipeInItsPlace() {
    let path = "\(folder.path)/history"
    mkfifo(path, 0o600)
    #expect(HistoryFile(path: path).load() == [])
    #expect(!HistoryFile(path: path).append("step"))
  }

  @Test func fileOfAHundredMegabytes() {
    let path = folder.write([0x61, 0x0A], to: "history")
    let size: off_t = 100 << 20
    truncate(path, size)
    let history = HistoryFile(path: path)
    #expect(history.load() == [])
    #expect(!history.append("step"))
    var status = stat()
    stat(path, &status)
    #expect(status.st_size == size)
  }

  @Test func fileThatMayNotBeRead() {
    // Root may read everything.
    guard geteuid() != 0 else { return }
    let path = folder.write(Array("secret\n".utf8), to: "history")
    chmod(path, 0)
    #expect(HistoryFile(path: path).load() == [])
    #expect(!HistoryFile(path: path).append("step"))
    chmod(path, 0o600)
    #expect(TemporaryFolder.bytes(of: path) == Array("secret\n".utf8))
  }

  @Test func fileInTheFoldersPlace() {
    let file = folder.write([], to: "state")
    #expect(!HistoryFile(path: file + "/epynn-repl/history").append("step"))
  }

  /// The file behind a link is kept up, not the link replaced.
  @Test func linkInItsPlace() {
    let file = folder.write(Array("one\n".utf8), to: "elsewhere")
    let link = "\(folder.path)/history"
    symlink(file, link)
    HistoryFile(path: link).append("two")
    #expect(HistoryFile(path: file).load() == ["one", "two"])
    var status = stat()
    lstat(link, &status)
    #expect(status.st_mode & S_IFMT == S_IFLNK)
  }

  @Test(
    arguments: [
      (["XDG_STATE_HOME": "/x", "HOME": "/h"], "/x/epynn-repl/history"),
      (["XDG_STATE_HOME": "x", "HOME": "/h"], "/h/.local/state/epynn-repl/history"),
      (["XDG_STATE_HOME": "", "HOME": "/h"], "/h/.local/state/epynn-repl/history"),
      (["HOME": "/h"], "/h/.local/state/epynn-repl/history"),
      (["XDG_STATE_HOME": "x"], nil),
      ([:], nil),
    ] as [([String: String], String?)])
  func place(environment: [String: String], path: String?) {
    let history = HistoryFile.standard(program: "epynn-repl", environment: { environment[$0] })
    #expect(history?.path == path)
  }
}
