import EpynnShell
import StateFiles
import Testing

@testable import EpynnProgram

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What people read for what the system says.
@Suite(.waitsForPrograms) struct FileFaultTests {
  @Test(arguments: [
    (ENOENT, "there is no such file"), (ENOTDIR, "there is no such file"),
    (EACCES, "you may not read it; look at its permissions"),
    (EMFILE, "too many files are open on this machine; close a program first"),
    (EIO, "its disk made an error; try again, or use another disk"),
    (ELOOP, "it is no ordinary file"),
  ])
  func reading(number: Int32, sentence: String) {
    #expect(FileFault(reading: SystemError(number)).sentence == sentence)
  }

  @Test(arguments: [
    (ENOENT, "its folder is not there; make it first, or name another"),
    (ENOSPC, "there is no room left; free some, or name another disk"),
    (EDQUOT, "there is no room left; free some, or name another disk"),
    (EROFS, "its folder is not yours to write to; name another"),
    (ENAMETOOLONG, "its name is too long; 255 bytes are the most on most disks"),
    (EWOULDBLOCK, "another program is writing it; try again when that is done"),
    (ENFILE, "too many files are open on this machine; close a program first"),
    (EIO, "its disk made an error; try again, or use another disk"),
  ])
  func writing(number: Int32, sentence: String) {
    #expect(FileFault(writing: SystemError(number)).sentence == sentence)
  }
}
