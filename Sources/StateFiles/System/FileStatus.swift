#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the system says of a file.
package struct FileStatus {
  package enum Kind {
    case file, folder, link, other
  }

  package let kind: Kind
  package let permissions: mode_t
  package let owner: uid_t
  /// How many names it has; none where it was removed while it is open.
  let nameCount: Int

  init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    permissions = status.st_mode & 0o777
    owner = status.st_uid
    nameCount = Int(status.st_nlink)
  }

  /// Whether it belongs to whoever runs the program.
  package var isOwn: Bool { owner == geteuid() }
}
