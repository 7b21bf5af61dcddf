#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A lock that one process holds at a time and that falls with it, however it ends.
///
/// It is a file beside the one that it guards. Locking a database itself would get in the way of SQLite's own
/// locks, which a process loses when it closes any descriptor of the file.
final class FileLock: Sendable {
  private let descriptor: Int32
  private let path: String

  /// Takes the lock; nil where another process has it.
  init?(besides file: String) throws(ReportError) {
    path = file + ".lock"
    while true {
      let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
      guard descriptor >= 0 else {
        throw ReportError(.cannotCreate, "'\(path)' cannot be created: \(String(cString: strerror(errno)))")
      }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        close(descriptor)
        return nil
      }
      // The holder before may have taken the file away between our opening and our lock.
      var mine = stat()
      var present = stat()
      if fstat(descriptor, &mine) == 0, stat(path, &present) == 0, mine.st_ino == present.st_ino {
        self.descriptor = descriptor
        return
      }
      close(descriptor)
    }
  }

  deinit {
    unlink(path)
    close(descriptor)
  }
}
