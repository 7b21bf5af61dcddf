import Testing

@testable import Economy

struct TaskTableTests {
  private func table() throws -> (table: TaskTable, occupations: [Occupation]) {
    let occupations = try World.calibration().occupations
    return (TaskTable(occupations, draws: Draws(seed: 1)), occupations)
  }

  @Test(
    "The frontier makes the stated share of office tasks feasible, within a bin",
    arguments: [0.05, 0.1, 0.25, 0.5, 0.75, 0.95])
  func frontier(share: Double) throws {
    let (table, occupations) = try table()
    let frontier = table.frontier(officeShare: share)
    let office = occupations.indices.filter { occupations[$0].isOffice }
    let jobs = office.reduce(0) { $0 + occupations[$1].employmentShare }
    let reached = office.reduce(0) {
      $0 + occupations[$1].employmentShare / jobs * table.feasibleShare($1, frontier: frontier)
    }
    #expect(abs(reached - share) <= 1 / Double(TaskTable.bins))
  }

  @Test("The frontier only moves out as more is asked of it")
  func monotone() throws {
    let (table, _) = try table()
    let frontiers = stride(from: 0.01, through: 1, by: 0.01).map { table.frontier(officeShare: $0) }
    #expect(zip(frontiers, frontiers.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(frontiers[0] < frontiers[50] && frontiers[50] < frontiers[98])
  }

  @Test("Nothing is feasible where nothing is asked for, and everything where everything is")
  func ends() throws {
    let (table, occupations) = try table()
    let (none, all) = (table.frontier(officeShare: 0), table.frontier(officeShare: 1))
    for occupation in occupations.indices {
      #expect(table.feasibleShare(occupation, frontier: none) == 0)
      #expect(!occupations[occupation].isOffice || table.feasibleShare(occupation, frontier: all) == 1)
    }
  }

  @Test("A language model's reach is the exposure of an occupation, within a bin")
  func exposure() throws {
    let (table, occupations) = try table()
    for (index, occupation) in occupations.enumerated() {
      let bin = 1 / Double(TaskTable.bins)
      #expect(abs(table.feasibleShare(index, frontier: 1) - occupation.exposureAlpha) <= bin)
      let further = 2 * occupation.exposureBeta - occupation.exposureAlpha
      #expect(abs(table.feasibleShare(index, frontier: 3) - min(1, further)) <= bin)
    }
  }

  @Test("What is worth automating is feasible, cheaper than a person, and more when AI is cheaper")
  func reach() throws {
    let (table, occupations) = try table()
    for occupation in occupations.indices {
      func reach(_ price: Double) -> TaskTable.Reach {
        table.reach(occupation, frontier: 2, share: 1, price: price, spread: 1.7)
      }
      let feasible = table.feasibleShare(occupation, frontier: 2)
      let masses = [1e9, 3.5, 1, 0.1, 1e-9].map { reach($0).mass }
      #expect(masses[0] == 0)
      #expect(abs(masses[4] - feasible) < 1e-12)
      #expect(zip(masses, masses.dropFirst()).allSatisfy { $0 <= $1 })
      #expect(reach(0.5).cost * 0.5 < 1)
      #expect(
        abs(table.reach(occupation, frontier: 2, share: 0.3, price: 1e-9, spread: 1.7).mass - 0.3 * feasible)
          < 1e-12)
    }
  }

  /// - Source: Svanberg, Li, Fleming, Goehring and Thompson (2024), on computer vision.
  @Test("At the default cost 23 % of tasks are cheaper done by AI than by a person, at the start")
  func anchor() throws {
    let occupations = try World.calibration().occupations
    let path = AutomationPath().values
    let (cost, spread) = (
      path.number("initial_cost", at: World.start), path.number("initial_cost_spread", at: World.start)
    )
    #expect(abs(normalQuantile(0.23) + logarithm(cost) / spread) < 0.01)
    // 20 seeds of 22 occupations in 20 bins.
    let reached = (1...20).flatMap { seed in
      let table = TaskTable(occupations, draws: Draws(seed: UInt64(seed)))
      return occupations.indices.map { table.reach($0, mass: 1, price: cost, spread: spread).mass }
    }
    let mean = reached.reduce(0, +) / Double(reached.count)
    #expect(abs(mean - 0.23) < 4 * (0.23 * 0.77 / Double(reached.count * TaskTable.bins)).squareRoot())
  }
}
