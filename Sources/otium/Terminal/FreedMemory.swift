#if canImport(Glibc)
  import CMalloc
#endif

/// What becomes of memory that a month is done with.
enum FreedMemory {
  /// Keeps it for the next month. The C library of Linux would give it back to the system and ask for it again, each
  /// month: clearing those pages takes a third of the time of an economy of a thousand persons.
  static func keep() {
    #if canImport(Glibc)
      // Bytes at the end of the heap from which they are given back, and the largest piece that comes from the heap.
      // Larger ones, columns of half a million persons and more, would leave holes in it.
      _ = mallopt(M_TRIM_THRESHOLD, 1 << 28)
      _ = mallopt(M_MMAP_THRESHOLD, 1 << 21)
    #endif
  }
}
