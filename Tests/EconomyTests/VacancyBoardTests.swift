import Testing

@testable import Economy

struct VacancyBoardTests {
  private let draws = Draws(seed: 4)

  /// Firms 0 to `count` with a vacancy each, but for one.
  private func board(_ count: Int, without missing: Int? = nil) -> VacancyBoard {
    let firms = (0..<count).filter { $0 != missing }
    return VacancyBoard(
      firms: firms.map { Int32($0) },
      wishes: firms.map { draws.uniform(.interview, id: $0, month: 1) }, room: Double(count) * 5)
  }

  private func jobs(_ persons: Int, _ board: VacancyBoard) -> [Int?] {
    var board = board
    return (0..<persons).map { person in
      board.take({ draws.words(.hire, id: person, month: 1, index: $0) }, where: { $0 != person })
    }
  }

  @Test("Each vacancy is taken once, and nobody takes one of her own firm")
  func once() {
    let jobs = jobs(300, board(300))
    let taken = jobs.compactMap { $0 }
    #expect(Set(taken).count == taken.count && taken.count >= 299)
    #expect(jobs.enumerated().allSatisfy { $0.offset != $0.element })
    var small = VacancyBoard(firms: [7], wishes: [0.3], room: 0.01)
    let words = { draws.words(.hire, id: 1, month: 1, index: $0) }
    #expect(small.take(words, where: { $0 != 7 }) == nil)
    #expect(small.take(words, where: { _ in true }) == 7)
    #expect(small.take(words, where: { _ in true }) == nil)
  }

  @Test("Vacancies are taken at random: with few takers each has the same chance")
  func uniform() {
    var counts = [Int](repeating: 0, count: 40)
    for month in 0..<4_000 {
      var board = VacancyBoard(
        firms: (0..<40).map { Int32($0) },
        wishes: (0..<40).map { draws.uniform(.interview, id: $0, month: month) }, room: 200)
      for person in 0..<10 {
        let firm = board.take(
          { draws.words(.hire, id: person, month: month, index: $0) }, where: { _ in true })
        counts[firm ?? 0] += 1
      }
    }
    // 1,000 each; a standard deviation of some 27.
    #expect(counts.allSatisfy { abs($0 - 1_000) < 140 })
  }

  @Test("A vacancy less moves a few persons only")
  func chains() {
    let whole = jobs(1_000, board(1_300))
    let moved = (0..<50).map { missing in
      zip(whole, jobs(1_000, board(1_300, without: missing))).count { $0 != $1 }
    }
    #expect(Double(moved.reduce(0, +)) / 50 < 6)
  }
}
