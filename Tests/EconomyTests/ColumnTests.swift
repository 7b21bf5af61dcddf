import Testing

@testable import Economy

struct ColumnTests {
  @Test(
    "What chunks collect is in the order of rows, on any threads and chunks", arguments: [1, 2, 7],
    [1, 10, 16_384])
  func collected(threads: Int, chunk: Int) {
    let rows = Parallel(threads: threads, chunk: chunk).collect(1_000) { rows, _, picked in
      for row in rows where row % 7 == 3 { picked.append(row) }
    }
    let expected = stride(from: 3, to: 1_000, by: 7).map { Int32($0) }
    #expect(rows == expected)
    let none = Parallel(threads: threads, chunk: chunk).collect(0) { _, _, _ in }
    #expect(none.isEmpty)
  }

  @Test("A copy that is detached keeps its values when the other is written")
  func detached() {
    var original = Column([1, 2, 3])
    let copy = original
    original.detach()
    original[1] = 20
    #expect(copy.array == [1, 2, 3])
    #expect(original.array == [1, 20, 3])
  }

  @Test("Within a month a column is written through any of its copies")
  func shared() {
    let original = Column([1, 2, 3])
    let copy = original
    original[1] = 20
    #expect(copy.array == [1, 20, 3])
  }

  @Test("Appending leaves other copies with the rows they had, whether or not memory moves")
  func append() {
    var original = Column(repeating: 0, count: 2)
    var copies: [Column<Int>] = []
    for value in 1...200 {
      copies.append(original)
      original.append(value)
    }
    #expect(original.array == [0, 0] + Array(1...200))
    for (index, copy) in copies.enumerated() { #expect(copy.array == [0, 0] + Array(1..<(index + 1))) }
  }

  @Test("A column that owns its memory alone does not move it when it is detached")
  func alone() {
    var column = Column([1, 2, 3])
    let before = column.base
    column.detach()
    #expect(column.base == before)
  }

  @Test("A row beyond the column stops the program")
  func outOfRange() async {
    await #expect(processExitsWith: .failure) {
      let column = Column([1, 2, 3])
      print(column[3])
    }
    await #expect(processExitsWith: .failure) {
      let column = Column([1, 2, 3])
      column[-1] = 0
    }
  }
}

struct ParallelTests {
  @Test(
    "Every row is visited once, whatever the threads and chunks",
    arguments: [1, 2, 7], [1, 64, 1_000, 16_384])
  func rows(threads: Int, chunk: Int) {
    let parallel = Parallel(threads: threads, chunk: chunk)
    let visits = Column(repeating: 0, count: 10_007)
    parallel.forEachChunk(visits.count) { rows, worker in
      precondition((0..<threads).contains(worker))
      for row in rows { visits[row] += 1 }
    }
    #expect(visits.array.allSatisfy { $0 == 1 })
    let sum = parallel.sum(10_007) { rows in rows.reduce(Int64(0)) { $0 + Int64($1) } }
    #expect(sum == 10_007 * 10_006 / 2)
  }

  @Test("No rows, no calls")
  func nothing() {
    let visits = Column(repeating: 0, count: 1)
    Parallel(threads: 2, chunk: 4).forEachChunk(0) { _, _ in visits[0] += 1 }
    #expect(visits[0] == 0)
  }

  @Test("A tally adds what several workers put into a group")
  func tally() {
    let tally = Tally(groups: 2, workers: 3)
    for worker in 0..<3 {
      tally.add(Int64(worker + 1), to: 0, worker: worker)
      tally.add(10, to: 1, worker: worker)
    }
    tally.merge()
    #expect(tally[0] == 6 && tally[1] == 30)
    tally.merge()
    #expect(tally[0] == 6 && tally[1] == 30)
  }
}
