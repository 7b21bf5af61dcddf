/// In what sense the effect of a reform is stated. Each adds to the one before it what that one holds fixed.
public enum Sense: String, Sendable, CaseIterable {
  /// The reform's rules on the baseline's persons, jobs, hours, wages, prices and spending.
  case `static`
  /// Persons choose again whether to take part and how long to work, at the baseline's wages and prices.
  case behavioural
  /// The whole economy, which has lived with the reform.
  case dynamic
}

/// What the government took and paid and what households had in some months, in whole cents.
public struct SenseAccount: Sendable, Equatable {
  /// By flow.
  public internal(set) var flows = [Int64](repeating: 0, count: Flow.allCases.count)
  /// Disposable income of households by group of `Tenths`.
  public internal(set) var incomes = [Int64](repeating: 0, count: Tenths.groups)

  public subscript(flow: Flow) -> Int64 { flows[flow.rawValue] }
  /// What the government took, spent, and had left.
  public var revenue: Int64 { Economy.revenueFlows.reduce(0) { $0 + self[$1] } }
  public var spending: Int64 { Economy.spendingFlows.reduce(0) { $0 + self[$1] } }
  public var balance: Int64 { revenue - spending }

  static func += (sum: inout SenseAccount, other: SenseAccount) {
    for flow in sum.flows.indices { sum.flows[flow] += other.flows[flow] }
    for group in sum.incomes.indices { sum.incomes[group] += other.incomes[group] }
  }
}

extension Flow {
  /// Whether the government takes it, and whether it pays it.
  public var isRevenue: Bool { Economy.revenueFlows.contains(self) }
  public var isSpending: Bool { Economy.spendingFlows.contains(self) }
}

/// The tenths to which persons belonged at the scenario's start, by permanent income per equivalent adult.
///
/// They are those of the common past: tenths of a later month would be made by one world's luck, and in another world, with
/// other luck, the poor of the one would have become richer whatever the reform does.
public struct Tenths: Sendable {
  /// Ten tenths, the poorest first; then households of newcomers, in which nobody lives who was there at the start.
  public static let groups = 11

  /// By row: a person's tenth at the start, and when she had arrived, by which she is told from a later one.
  private let tenth: Column<UInt8>
  private let arrival: Column<Int32>

  /// - Parameter economy: before the scenario's first month.
  init(_ economy: Economy) {
    let deciles = economy.permanentDeciles(.squareRoot)
    let persons = economy.persons
    tenth = Column(
      (0..<persons.count).map { persons.isPresent($0) ? UInt8(deciles[Int(persons.household[$0])]) : 10 })
    arrival = persons.arrival
  }

  /// The sum over the households of each group, in the world where they are: they belong to the tenth of the first of
  /// their members who was there at the start.
  func sum(of economy: Economy, _ amount: @Sendable (Int) -> Int64) -> [Int64] {
    let (first, next, arrivals) = (economy.households.first, economy.persons.next, economy.persons.arrival)
    let sums = Tally(groups: Self.groups, workers: economy.parallel.threads)
    economy.parallel.forEachChunk(economy.households.count) { rows, worker in
      for household in rows where first[household] >= 0 {
        var member = Int(first[household])
        while member >= 0 && !(member < tenth.count && arrival[member] == arrivals[member]) {
          member = Int(next[member])
        }
        let group = member < 0 ? Self.groups - 1 : Int(tenth[member])
        sums.add(amount(household), to: group, worker: worker)
      }
    }
    sums.merge()
    return (0..<Self.groups).map { sums[$0] }
  }

  /// Persons by group.
  func persons(of economy: Economy) -> [Int64] {
    let size = economy.households.size
    return sum(of: economy) { Int64(size[$0]) }
  }

  /// Disposable income by group, in cents.
  func incomes(of economy: Economy) -> [Int64] {
    let disposable = economy.households.disposable
    return sum(of: economy) { disposable[$0] }
  }
}
