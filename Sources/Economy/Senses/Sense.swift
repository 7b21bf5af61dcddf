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
  /// Disposable income by group of `Tenths`.
  public internal(set) var incomes = [Int64](repeating: 0, count: Tenths.groups)

  /// An account of nothing.
  public init() {}

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

/// The tenths of persons by the baseline's disposable income per equivalent adult, and whose household each row holds:
/// so the same household stands in the same tenth in every world.
public struct Tenths: Sendable {
  /// Ten tenths, the poorest first; then households that this world has and the baseline has not.
  public static let groups = 11

  /// By household of the baseline: its tenth, its first member, and when that person arrived.
  private let tenth: Column<UInt8>
  private let first: Column<Int32>
  private let arrival: Column<Int32>
  /// Persons by group.
  let persons: [Int64]

  /// - Parameter disposable: the households' incomes of the month in cents.
  init(_ economy: Economy, _ disposable: Column<Int64>) {
    let count = economy.households.count
    let (tenth, arrival) = (
      Column<UInt8>(repeating: UInt8(Self.groups - 1), count: count),
      Column<Int32>(repeating: 0, count: count)
    )
    var persons = [Int64](repeating: 0, count: Self.groups)
    economy.forEachByIncome(disposable) { household, _, place in
      tenth[household] = UInt8(place)
      arrival[household] = economy.persons.arrival[Int(economy.households.first[household])]
      persons[place] += Int64(economy.households.size[household])
    }
    (self.tenth, self.arrival, self.persons) = (tenth, arrival, persons)
    first = economy.households.first
  }

  /// The sum of incomes in each group, of an economy in the same month.
  func sum(_ disposable: Column<Int64>, of economy: Economy) -> [Int64] {
    let (firsts, arrivals) = (economy.households.first, economy.persons.arrival)
    let sums = Tally(groups: Self.groups, workers: economy.parallel.threads)
    economy.parallel.forEachChunk(disposable.count) { rows, worker in
      for household in rows {
        let member = firsts[household]
        guard member >= 0 else { continue }
        let isSame =
          household < tenth.count && first[household] == member
          && arrival[household] == arrivals[Int(member)]
        sums.add(
          disposable[household], to: isSame ? Int(tenth[household]) : Self.groups - 1, worker: worker)
      }
    }
    sums.merge()
    return (0..<Self.groups).map { sums[$0] }
  }
}
