import StateFiles

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension FaultySystem.Fault {
  static let interruption = EINTR

  /// Each way in which a call fails once, and the first of them for good.
  static func all(of call: SystemCall, at place: Int) -> [FaultySystem.Fault] {
    call.numbers.map { .once(place, $0) } + call.numbers.prefix(1).map { .lasting(place, $0) }
  }

  /// Whether the call works when it is made again.
  var isPassing: Bool {
    guard case .once(_, let number) = self else { return false }
    return number == EINTR || number == EAGAIN
  }
}

extension SystemCall {
  /// The numbers with which the call fails, as its page in the manual lists them, as far as a disk,
  /// its owner or a busy machine brings them about.
  var numbers: [Int32] {
    switch self {
    case .open: [EACCES, EDQUOT, EINTR, EIO, ELOOP, EMFILE, ENAMETOOLONG, ENFILE, ENOSPC, EROFS]
    case .close: [EIO, EINTR]
    case .read: [EIO, EINTR]
    case .write: [ENOSPC, EAGAIN, EDQUOT, EFBIG, EINTR, EIO, EPERM]
    case .fsync: [EDQUOT, EINTR, EIO, ENOSPC]
    case .fstat: [EIO, ENOMEM]
    case .fchmod: [EIO, EPERM, EROFS]
    case .flock: [ENOLCK, EINTR, EWOULDBLOCK]
    case .stat, .lstat, .realpath: [EACCES, EIO, ELOOP, ENOMEM]
    case .rename: [EACCES, EDQUOT, EIO, ENOENT, ENOSPC, EPERM, EROFS]
    case .link: [EACCES, EDQUOT, EIO, EMLINK, ENOENT, ENOSPC, EOPNOTSUPP, EPERM, EROFS]
    case .unlink: [EACCES, EBUSY, EIO, ENOENT, EROFS]
    case .mkdir: [EACCES, EDQUOT, EEXIST, EMLINK, ENOSPC, EROFS]
    case .opendir: [EACCES, EMFILE, ENFILE, ENOMEM]
    case .readdir: [EIO, ENOENT]
    }
  }
}
