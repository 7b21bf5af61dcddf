@testable import Economy
@testable import MeanField

/// The rules of the mean-field market for persons one by one: whole heads, keyed draws, and urns and balls by
/// real applications to real vacancies.
struct AgentMarket {
  let network: MobilityNetwork
  let rules: MarketRules
  let draws: Draws
  /// By person: the occupation of the job, or of the job lost.
  private(set) var occupation: [Int]
  private(set) var isEmployed: [Bool]
  /// Open jobs by occupation.
  private(set) var vacancies: [Int]
  private var month = 0

  /// Persons and vacancies in the proportions of a market of heads.
  init(_ twin: MeanFieldMarket, persons: Int, seed: UInt64) {
    (network, rules, draws) = (twin.network, twin.rules, Draws(seed: seed))
    let scale = Double(persons) / twin.labourForce
    occupation = []
    isEmployed = []
    // Rounded where heads add up to, so that all persons are placed.
    var (reached, count) = (0.0, twin.network.count)
    for cell in 0..<2 * count {
      let works = cell < count
      reached += scale * (works ? twin.employed[cell] : twin.unemployed[cell - count])
      let here = Int(reached.rounded()) - occupation.count
      occupation += Array(repeating: cell % count, count: here)
      isEmployed += Array(repeating: works, count: here)
    }
    vacancies = twin.vacancies.map { Int((scale * $0).rounded()) }
  }

  /// A month under jobs wanted by occupation.
  mutating func step(target: [Double]) -> MarketRates {
    var employed = [Double](repeating: 0, count: network.count)
    for person in occupation.indices where isEmployed[person] { employed[occupation[person]] += 1 }
    let gap = target.indices.map { target[$0] - employed[$0] - Double(vacancies[$0]) }
    let separation = chances(rules.separation, employed, gap.map { -$0 })
    let opening = chances(rules.opening, employed, gap)

    var (leavers, searchers) = ([Int](), [Int]())
    var opened = [Int](repeating: 0, count: network.count)
    for person in occupation.indices {
      let words = draws.words(.work, id: person, month: month)
      if isEmployed[person] {
        if words.first < separation[occupation[person]] { leavers.append(person) }
        if words.second < opening[occupation[person]] { opened[occupation[person]] += 1 }
      } else if words.first < rules.searchShare {
        searchers.append(person)
      }
    }
    let hired = matched(searchers)
    let unemployedBefore = isEmployed.count { !$0 }
    var switches = 0
    for (person, destination) in hired {
      if occupation[person] != destination { switches += 1 }
      occupation[person] = destination
      isEmployed[person] = true
      vacancies[destination] -= 1
    }
    for person in leavers { isEmployed[person] = false }
    for index in opened.indices { vacancies[index] += opened[index] }
    month += 1

    let unemployed = isEmployed.count { !$0 }
    let open = Double(vacancies.reduce(0, +))
    return MarketRates(
      unemployment: Double(unemployed) / Double(isEmployed.count),
      vacancy: open / (open + Double(isEmployed.count - unemployed)),
      jobFinding: Double(hired.count) / Double(unemployedBefore),
      separation: Double(leavers.count) / Double(isEmployed.count - unemployedBefore),
      switching: Double(switches) / Double(hired.count), longTerm: 0)
  }

  /// The chance of a job to end, or to give rise to a vacancy.
  private func chances(_ share: Double, _ jobs: [Double], _ gap: [Double]) -> [Double] {
    jobs.indices.map { index in
      guard jobs[index] > 0 else { return 0 }
      return share + (1 - share) * min(1, rules.adjustment * max(0, gap[index]) / jobs[index])
    }
  }

  /// Who is hired, and where: each searcher applies to one vacancy that interviews, each such vacancy takes
  /// the applicant with the lowest score.
  private func matched(_ searchers: [Int]) -> [(person: Int, occupation: Int)] {
    let count = network.count
    var (slots, start) = ([Int](), [Int]())
    for destination in 0..<count {
      start.append(slots.count)
      for index in 0..<vacancies[destination]
      where draws.uniform(.interview, id: destination, month: month, index: index) < rules.interviewShare {
        slots.append(destination)
      }
    }
    start.append(slots.count)
    let cumulated = (0..<count).map { origin -> [Double] in
      var sum = 0.0
      return (0..<count).map { destination in
        sum += network.weight(from: origin, to: destination) * Double(vacancies[destination])
        return sum
      }
    }
    var best = [(person: Int, score: UInt32)?](repeating: nil, count: slots.count)
    for person in searchers {
      let weights = cumulated[occupation[person]]
      guard let all = weights.last, all > 0 else { continue }
      let words = draws.words(.application, id: person, month: month)
      let destination = weights.firstIndex { words.first * all < $0 } ?? count - 1
      let choice = start[destination + 1] - start[destination]
      guard choice > 0 else { continue }
      let slot = start[destination] + Int(words.second * Double(choice))
      if best[slot].map({ words.c < $0.score }) ?? true { best[slot] = (person, words.c) }
    }
    return zip(slots, best).compactMap { destination, winner in winner.map { ($0.person, destination) } }
  }
}
