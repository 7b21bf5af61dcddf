/// Which of several outcomes none of the others beats in all goals.
///
/// Goals are numbers of which less is better. An outcome dominates another if it is no worse in any goal and
/// better in one; whatever has an outcome dominates what has none.
///
/// - Source: Deb, Pratap, Agarwal, Meyarivan, "A fast and elitist multiobjective genetic algorithm: NSGA-II", IEEE
///   Transactions on Evolutionary Computation 6 (2002) 182-197, III A and VI A.
public enum Domination {
  /// Whether goals are better than others; nil stands for no outcome.
  public static func dominates(_ left: [Double]?, _ right: [Double]?) -> Bool {
    guard let left else { return false }
    guard let right else { return true }
    var isBetter = false
    for (mine, other) in zip(left, right) {
      if mine > other { return false }
      if mine < other { isBetter = true }
    }
    return isBetter
  }

  /// The places of all that nothing dominates and that have an outcome.
  public static func front(of goals: [[Double]?]) -> [Int] {
    goals.indices.filter { place in
      goals[place] != nil && !goals.contains { dominates($0, goals[place]) }
    }
  }

  /// The rank of each: 0 where nothing dominates it, 1 where nothing does once rank 0 is taken away, and so on.
  ///
  /// Fast nondominated sorting: O(M N^2) comparisons for M goals and N outcomes.
  static func ranks(of goals: [[Double]?]) -> [Int] {
    var dominated: [[Int]] = goals.map { _ in [] }
    var dominators = [Int](repeating: 0, count: goals.count)
    for left in goals.indices {
      for right in goals.indices where dominates(goals[left], goals[right]) {
        dominated[left].append(right)
        dominators[right] += 1
      }
    }
    var ranks = [Int](repeating: 0, count: goals.count)
    var front = goals.indices.filter { dominators[$0] == 0 }
    var rank = 0
    while !front.isEmpty {
      var next: [Int] = []
      for place in front {
        ranks[place] = rank
        for other in dominated[place] {
          dominators[other] -= 1
          if dominators[other] == 0 { next.append(other) }
        }
      }
      front = next.sorted()
      rank += 1
    }
    return ranks
  }

  /// How far the neighbours of each member of a front lie apart: the sum over the goals of the distance of its two
  /// neighbours as a share of the front's range; infinite at the ends.
  static func crowding(_ members: [Int], _ goals: [[Double]?]) -> [Int: Double] {
    var distances = Dictionary(uniqueKeysWithValues: members.map { ($0, 0.0) })
    for goal in 0..<(members.compactMap { goals[$0]?.count }.first ?? 0) {
      let value = { (member: Int) in goals[member]?[goal] ?? .infinity }
      let sorted = members.sorted { (value($0), $0) < (value($1), $1) }
      let (first, last) = (sorted[0], sorted[sorted.count - 1])
      distances[first] = .infinity
      distances[last] = .infinity
      let range = value(last) - value(first)
      guard range > 0, sorted.count > 2 else { continue }
      for place in 1..<sorted.count - 1 {
        distances[sorted[place], default: 0] += (value(sorted[place + 1]) - value(sorted[place - 1])) / range
      }
    }
    return distances
  }
}
