import Foundation
import Testing

/// Files are reached through one place, `System`, so that a test can let every call fail.
@Suite(.waitsForPrograms) struct SystemCallPlacesTests {
  /// What goes past it, and why.
  private static let allowed: [String: (calls: Set<String>, reason: String)] = [
    "StateFiles/System/System.swift": (["getenv", "isatty"], "the place"),
    "StateFiles/System/System+Descriptors.swift": (
      [
        "open", "close", "read", "write", "poll", "fsync", "fchmod", "flock", "fstat", "stat",
        "fcntl",
      ],
      "the place"
    ),
    "StateFiles/System/System+Paths.swift": (
      [
        "stat", "lstat", "realpath", "rename", "link", "unlink", "mkdir", "opendir", "readdir",
        "closedir",
      ], "the place"
    ),
    "StateFiles/System/FileStatus.swift": (["geteuid"], "cannot fail"),
    "StateFiles/FileLock.swift": (["usleep"], "a pause; one that is too short does no harm"),
    "LineEditor/Terminal.swift": (
      ["ioctl", "tcgetattr", "tcsetattr", "poll"],
      "the terminal's own; where they fail it is taken as 80 × 24"
    ),
    "LineEditor/TerminalInput.swift": (["read"], "a signal has to come through"),
    "LineEditor/SignalWatch.swift": (
      ["sigaction", "sigemptyset", "sigaddset", "sigdelset", "pthread_sigmask"], "signals"
    ),
    "LineEditor/EditLineReader+Input.swift": (["raise"], "signals"),
    "LineEditor/EditLineReader+Screen.swift": (["kill"], "signals"),
    "CEditLine/shim.h": (
      [
        "fflush", "fclose", "open_memstream", "sigaction", "pselect", "sigemptyset", "sigaddset",
        "signal", "raise", "pthread_sigmask",
      ],
      "libedit's own output, its answers in memory, the wait for a key, and signals"
    ),
    "CKernels/helper.c": (
      ["pthread_create", "pthread_sigmask", "sigfillset"], "the second thread of large products"
    ),
    "epynn-repl/StateFile.swift": (["read"], "a method of its own"),
    "epynn-repl/Ending.swift": (
      [
        "pipe", "write", "signal", "sigaction", "sigemptyset", "sigaddset", "sigfillset", "kill",
        "pthread_create", "pthread_sigmask", "exit",
      ],
      "signals: a handler may call nothing else, and where no pipe is, the default ends the program"
    ),
    "epynn-repl/Interruption.swift": (["signal", "raise"], "signals"),
    "epynn-repl/Output.swift": (["exit"], "the end"),
  ]

  private static let calls = [
    "open", "openat", "creat", "close", "read", "pread", "readv", "write", "pwrite", "writev",
    "lseek", "fsync", "fdatasync", "fstat", "stat", "lstat", "fstatat", "fchmod", "chmod", "fchown",
    "chown", "umask", "flock", "fcntl", "lockf", "rename", "renameat", "link", "linkat", "symlink",
    "readlink", "unlink", "unlinkat", "remove", "rmdir", "mkdir", "mkdirat", "mkfifo", "mkstemp",
    "mkdtemp", "tmpfile", "opendir", "fdopendir", "readdir", "closedir", "realpath", "access",
    "truncate", "ftruncate", "dup", "dup2", "pipe", "socket", "ioctl", "poll", "select", "pselect",
    "fopen", "fdopen", "freopen", "fclose", "fread", "fwrite", "fgets", "fputs", "fprintf",
    "open_memstream", "fflush", "getcwd", "chdir", "getenv", "setenv", "unsetenv", "isatty",
    "tcgetattr", "tcsetattr", "geteuid", "getuid", "usleep", "sleep", "nanosleep", "signal",
    "sigaction", "sigemptyset", "sigfillset", "sigaddset", "sigdelset", "pthread_sigmask",
    "pthread_create", "kill", "raise", "exit", "_exit", "abort", "fork", "execve", "system",
    "posix_spawn", "mmap", "munmap", "popen", "setitimer", "alarm", "FileManager", "FileHandle",
    "Process",
  ]

  private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Sources").standardizedFileURL.path

  /// The calls in each file that can see the C library.
  private func found() throws -> [String: Set<String>] {
    var found: [String: Set<String>] = [:]
    let call = try Regex(
      "(?:^|[^.\\w]|(?:Glibc|Darwin|Musl)\\.)(\(Self.calls.joined(separator: "|")))\\(")
    for case let name as String in try #require(
      FileManager.default.enumerator(atPath: Self.sources))
    where [".swift", ".c", ".h"].contains(where: name.hasSuffix) {
      let text = try String(contentsOfFile: "\(Self.sources)/\(name)", encoding: .utf8)
      let isSwift = name.hasSuffix(".swift")
      let lines = text.split(separator: "\n").map(String.init)
      let sees = ["Glibc", "Darwin", "Musl", "Foundation", "FoundationEssentials", "CEditLine"]
      guard
        !isSwift
          || lines.contains(where: { line in sees.contains { line.hasSuffix("import \($0)") } })
      else { continue }
      for line in lines where !line.drop(while: { $0 == " " }).hasPrefix("//") {
        for match in line.matches(of: call)
        where !line.contains("func \(match.output[1].substring ?? "")(") {
          found[name, default: []].insert(String(match.output[1].substring ?? ""))
        }
      }
    }
    return found
  }

  @Test func noCallGoesPastThePlace() throws {
    let found = try found()
    for (name, calls) in found.sorted(by: { $0.key < $1.key }) {
      let more = calls.subtracting(Self.allowed[name]?.calls ?? [])
      #expect(more.isEmpty, "\(name) calls \(more.sorted()); let System do it, or say here why not")
    }
    for (name, allowed) in Self.allowed {
      let gone = allowed.calls.subtracting(found[name] ?? [])
      #expect(
        gone.isEmpty, "\(name) calls \(gone.sorted()) no more; take them out of the list here")
    }
  }
}
