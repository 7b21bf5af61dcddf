import Economy
import Scenarios

/// The gains of a reform in a window over the replications: sums for each person, and what each replication says about
/// the groups.
struct GainAccount: Sendable {
  let months: Int
  /// Replications so far.
  private(set) var replications = 0
  /// By person.
  private(set) var sums: [PersonSums]
  /// By replication, measure and group.
  private(set) var counts: [[[GroupCount]]] = []
  /// Share of persons called large losers after so many replications, by measure.
  private(set) var curve: [[Double]] = []

  /// What is added up for a person.
  struct PersonSums: Sendable {
    var pairs = 0
    var income = 0.0
    var consumption = 0.0
    /// By measure: relative gain, its square, and the gain in currency units.
    var gain = InlineArray<3, Double>(repeating: 0)
    var square = InlineArray<3, Double>(repeating: 0)
    var amount = InlineArray<3, Double>(repeating: 0)
    var isDisplaced = false

    /// Mean of the relative gain.
    func mean(_ measure: Int) -> Double { pairs > 0 ? gain[measure] / Double(pairs) : .nan }

    /// Mean over its standard error; nil for fewer than two replications, or where all agree.
    func t(_ measure: Int) -> Double? {
      guard pairs > 1 else { return nil }
      let count = Double(pairs)
      let mean = gain[measure] / count
      let variance = (square[measure] - count * mean * mean) / (count - 1)
      guard variance > 1e-18 else { return nil }
      return mean / (variance / count).squareRoot()
    }

    /// Whether she loses more than a threshold beyond doubt: on average, and with t below -2.
    func loses(_ measure: Int, more threshold: Double) -> Bool {
      guard pairs > 0, mean(measure) < -threshold else { return false }
      return pairs == 1 || (t(measure) ?? -.infinity) < -2
    }

    /// The same for a gain.
    func gains(_ measure: Int, more threshold: Double) -> Bool {
      guard pairs > 0, mean(measure) > threshold else { return false }
      return pairs == 1 || (t(measure) ?? .infinity) > 2
    }
  }

  init(months: Int, persons: Int) {
    self.months = months
    sums = Array(repeating: PersonSums(), count: persons)
  }

  /// Adds a replication; they come in their order, so that sums do not depend on threads.
  mutating func add(_ window: WindowGains, _ groups: GainGroups) {
    replications += 1
    for (person, gain) in window.persons.enumerated() {
      guard let gain else { continue }
      sums[person].pairs += 1
      sums[person].income += gain.income
      sums[person].consumption += gain.consumption
      if replications == 1 { sums[person].isDisplaced = gain.isDisplaced }
      for measure in 0..<3 {
        sums[person].gain[measure] += gain.gains[measure]
        sums[person].square[measure] += gain.gains[measure] * gain.gains[measure]
        sums[person].amount[measure] += gain.amounts[measure]
      }
    }
    counts.append(GainMeasure.allCases.indices.map { count(window, groups, $0) })
    curve.append(
      GainMeasure.allCases.indices.map { measure in
        let losers = sums.count { $0.loses(measure, more: GainClass.large) }
        return Double(losers) / Double(max(1, sums.count { $0.pairs > 0 }))
      })
  }

  private func count(_ window: WindowGains, _ groups: GainGroups, _ measure: Int) -> [GroupCount] {
    var counts = [GroupCount](repeating: GroupCount(), count: groups.all.count)
    let order = window.persons.compactMap { $0?.gains[measure] }.sorted()
    // The most-losing hundredth: those at or below its largest loss.
    let limit = order.isEmpty ? -.infinity : order[max(0, order.count / 100 - 1)]
    for (person, gain) in window.persons.enumerated() {
      guard let gain else { continue }
      let isWorst = gain.gains[measure] <= limit
      for group in groups.members[person] { counts[Int(group)].add(gain, measure, isWorst: isWorst) }
      counts[gain.isDisplaced ? groups.displaced : groups.notDisplaced].add(gain, measure, isWorst: isWorst)
    }
    for gain in window.newcomers { counts[groups.newcomers].add(gain, measure, isWorst: false) }
    return counts
  }
}
