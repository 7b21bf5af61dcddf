internal import Dispatch
internal import Synchronization

extension Parallel {
  /// Calls `body` with the rows of each chunk and the number of the worker that runs it, below `threads`.
  ///
  /// A pass is right when its rows are independent and its sums across rows are integers: then chunks, their
  /// order and the number of workers cannot reach a result.
  public func forEachChunk(_ count: Int, _ body: @Sendable (_ rows: Range<Int>, _ worker: Int) -> Void) {
    let chunk = chunk
    let chunks = (count + chunk - 1) / chunk
    let rows = { @Sendable (index: Int) in index * chunk..<min(count, (index + 1) * chunk) }
    if threads == 1 || chunks <= 1 {
      for index in 0..<chunks { body(rows(index), 0) }
      return
    }
    let next = Counter()
    DispatchQueue.concurrentPerform(iterations: min(threads, chunks)) { worker in
      while true {
        let index = next.value.wrappingAdd(1, ordering: .relaxed).oldValue
        if index >= chunks { return }
        body(rows(index), worker)
      }
    }
  }

  /// The sum of what `body` returns for each chunk.
  public func sum(_ count: Int, _ body: @Sendable (_ rows: Range<Int>) -> Int64) -> Int64 {
    let partial = Column<Int64>(repeating: 0, count: threads * 8)
    forEachChunk(count) { rows, worker in partial[worker * 8] &+= body(rows) }
    return (0..<threads).reduce(0) { $0 + partial[$1 * 8] }
  }
}

extension Parallel {
  /// The rows that `body` picks from each chunk, in their order. A chunk picks each of its rows once at most.
  @inline(__always)
  func collect(
    _ count: Int, _ body: @Sendable (_ rows: Range<Int>, _ worker: Int, _ picked: inout RowList) -> Void
  ) -> [Int32] {
    let found = Column<Int32>(unfilled: count)
    let chunks = (count + chunk - 1) / chunk
    let ends = Column<Int>(repeating: 0, count: chunks)
    forEachChunk(count) { rows, worker in
      var list = RowList(rows: found, end: rows.lowerBound)
      body(rows, worker, &list)
      ends[rows.lowerBound / chunk] = list.end
    }
    var picked: [Int32] = []
    for index in 0..<chunks {
      for row in index * chunk..<ends[index] { picked.append(found[row]) }
    }
    return picked
  }
}

/// The rows that a chunk picks.
struct RowList {
  fileprivate let rows: Column<Int32>
  fileprivate var end: Int

  @inline(__always)
  mutating func append(_ row: Int) {
    rows[end] = Int32(truncatingIfNeeded: row)
    end += 1
  }
}

/// The next chunk to take.
private final class Counter: Sendable {
  let value = Atomic<Int>(0)
}
