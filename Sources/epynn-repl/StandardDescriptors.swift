#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// Standard input, output and error, whatever the program was started with.
enum StandardDescriptors {
  /// Takes the places of those that are closed, so that no file the program opens gets one of them.
  ///
  /// What reads or writes there fails, as it would have.
  static func claim() {
    for (descriptor, access) in [
      (STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY),
    ] where fcntl(descriptor, F_GETFD) == -1 {
      // The lowest one that is free is the one at hand.
      _ = open("/dev/null", access)
    }
  }
}
