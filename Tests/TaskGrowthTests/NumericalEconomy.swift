import Foundation

/// The kernel's problem without its solution: so many tasks of equal mass, capital and labour put where
/// output is highest, found by moving either factor between two tasks at a time, to where it adds more, for
/// as long as that helps.
struct NumericalEconomy {
  let substitution: Double
  /// Tasks that capital can do come first.
  let automated: Int
  private(set) var capital: [Double]
  private(set) var labour: [Double]

  init(capital: Double, labour: Double, automated: Int, tasks: Int, substitution: Double) {
    self.substitution = substitution
    self.automated = automated
    // Neither where it belongs nor evenly: the first tasks get most.
    let weights = (0..<tasks).map { 1 / Double($0 + 1) }
    let all = weights.reduce(0, +)
    let usable = weights.prefix(automated).reduce(0, +)
    self.capital = weights.indices.map { $0 < automated ? capital * weights[$0] / usable : 0 }
    self.labour = weights.map { labour * $0 / all }
    for _ in 0..<400 {
      let before = (self.capital, self.labour)
      for left in 0..<tasks {
        for right in left + 1..<tasks {
          level(\.labour, left, right)
          if right < automated { level(\.capital, left, right) }
        }
      }
      let moved = zip(before.0 + before.1, self.capital + self.labour).reduce(0) { max($0, abs($1.0 - $1.1)) }
      if moved < 1e-13 { break }
    }
  }

  private var tasks: Int { labour.count }

  /// What is done of a task; factors are totals, tasks have mass 1/n.
  private func done(_ task: Int) -> Double { Double(tasks) * (capital[task] + labour[task]) }

  /// What the last unit adds to a task's part in output.
  private func marginal(_ done: Double) -> Double { pow(done, -1 / substitution) }

  /// Moves a factor between two tasks until it adds as much in both, or one has all of it.
  private mutating func level(_ factor: WritableKeyPath<Self, [Double]>, _ left: Int, _ right: Int) {
    let both = self[keyPath: factor][left] + self[keyPath: factor][right]
    guard both > 0 else { return }
    let others = (
      done(left) - Double(tasks) * self[keyPath: factor][left],
      done(right) - Double(tasks) * self[keyPath: factor][right]
    )
    var (low, high) = (0.0, 1.0)
    for _ in 0..<54 {
      let share = (low + high) / 2
      let here = marginal(others.0 + Double(tasks) * both * share)
      let there = marginal(others.1 + Double(tasks) * both * (1 - share))
      if here > there { low = share } else { high = share }
    }
    let share = low == 0 ? 0 : high == 1 ? 1 : (low + high) / 2
    self[keyPath: factor][left] = both * share
    self[keyPath: factor][right] = both * (1 - share)
  }

  /// Y.
  var output: Double {
    let power = (substitution - 1) / substitution
    let values = (0..<tasks).map { power == 0 ? log(done($0)) : pow(done($0), power) }
    let mean = values.reduce(0, +) / Double(tasks)
    return power == 0 ? exp(mean) : pow(mean, 1 / power)
  }
}
