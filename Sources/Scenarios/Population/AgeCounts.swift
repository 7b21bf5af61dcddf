/// Weighted persons by year of age.
struct AgeCounts {
  private(set) var persons = [Double](repeating: 0, count: 131)

  var total: Double { persons.reduce(0, +) }

  mutating func add(_ weight: Double, at age: Int) {
    persons[min(max(age, 0), persons.count - 1)] += weight
  }

  /// Share of all whose age is in `ages`.
  func share(_ ages: ClosedRange<Int>) -> Double {
    total > 0 ? persons[ages.clamped(to: 0...persons.count - 1)].reduce(0, +) / total : 0
  }

  /// Median age, with persons spread evenly over the year between two birthdays.
  var median: Double {
    var below = 0.0
    let half = total / 2
    for (age, count) in persons.enumerated() where count > 0 {
      if below + count >= half { return Double(age) + (half - below) / count }
      below += count
    }
    return 0
  }
}
