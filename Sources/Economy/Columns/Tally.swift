/// Integer sums by group that several workers add to: a row of groups for each worker, added up at the end.
struct Tally: Sendable {
  let groups: Int
  private let workers: Int
  private let cells: Column<Int64>

  init(groups: Int, workers: Int) {
    self.groups = groups
    self.workers = workers
    cells = Column(repeating: 0, count: groups * workers)
  }

  @inline(__always)
  func add(_ amount: Int64, to group: Int, worker: Int) {
    cells[worker * groups + group] &+= amount
  }

  /// Adds the workers' rows into the first, sets the others to zero.
  func merge() {
    for worker in 1..<max(1, workers) {
      for group in 0..<groups {
        cells[group] &+= cells[worker * groups + group]
        cells[worker * groups + group] = 0
      }
    }
  }

  func reset() { cells.fill(0) }

  /// Whether the sums of some groups are all 0 after `merge`. Many are looked at as fast as memory is read.
  func isZero(_ range: Range<Int>) -> Bool { cells.union(of: range) == 0 }

  /// The sum of a group after `merge`.
  @inline(__always)
  subscript(group: Int) -> Int64 { cells[group] }
}

/// Fixed-point numbers for sums that many rows add to: integer addition has no order.
enum Fixed {
  static let one = 1_048_576.0

  @inline(__always)
  static func from(_ value: Double) -> Int64 { Int64(value * one) }

  @inline(__always)
  static func value(_ fixed: Int64) -> Double { Double(fixed) / one }
}
