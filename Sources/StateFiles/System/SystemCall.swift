/// The calls to the system that this program makes on files, by their names in C.
package enum SystemCall: CaseIterable, Sendable {
  case open, close, read, write, fsync, fstat, fchmod, flock
  case stat, lstat, realpath, rename, link, unlink
  case mkdir, opendir, readdir
}
