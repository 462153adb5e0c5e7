import EpynnShell
import StateFiles

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// What the system's numbers mean to somebody who named a file.
extension FileFault {
  init(reading error: SystemError) {
    self =
      switch error.number {
      case ENOENT, ENOTDIR: .missing
      case EACCES, EPERM: .unreadable
      default: FileFault(anyUse: error)
      }
  }

  init(writing error: SystemError) {
    self =
      switch error.number {
      case ENOENT, ENOTDIR: .noFolder
      case ENOSPC, EDQUOT, EFBIG: .full
      case EACCES, EPERM, EROFS: .forbidden
      default: FileFault(anyUse: error)
      }
  }

  private init(anyUse error: SystemError) {
    self =
      switch error.number {
      case EMFILE, ENFILE: .tooManyOpen
      case ENAMETOOLONG: .nameTooLong
      // Links that lead in a circle.
      case ELOOP: .notAFile
      case EWOULDBLOCK: .busy
      default: .disk
      }
  }
}
