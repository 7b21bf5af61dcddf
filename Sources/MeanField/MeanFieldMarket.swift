#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The labour market on a mobility network in expected values: heads are real numbers and there is no chance.
/// The deterministic twin of a market of persons under the same rules.
///
/// A step, with e employed, u unemployed and v vacancies by occupation, d = e + v jobs and d† jobs wanted:
///
/// 1. jobs end, `delta_u e + (1 - delta_u) min(e, gamma max(0, d - d†))`, and open, the same with delta_v and
///    the gap the other way round;
/// 2. `a u_i` apply, to j with probability `q_ij = v_j A_ij / sum_k v_k A_ik`: s_j applications arrive;
/// 3. `rho v_j` vacancies interview, and each that somebody applied to is filled (urns and balls): hires
///    `rho v_j (1 - exp(-s_j / (rho v_j)))`, each applicant with the same chance;
/// 4. stocks move. Who lost a job searches from the next step on, and new vacancies are open from then on.
///
/// - Source: del Rio-Chanona et al. (2021), J. R. Soc. Interface 18:20200898, where a = rho = 1.
public struct MeanFieldMarket: Sendable, Equatable {
  /// Where the unemployed of each occupation apply.
  public let network: MobilityNetwork
  /// How fast jobs end, open and fill.
  public let rules: MarketRules
  /// Persons in work by occupation.
  public private(set) var employed: [Double]
  /// Open jobs by occupation.
  public private(set) var vacancies: [Double]
  /// Persons in their first, second, … step of unemployment, each by the occupation they lost; the last are
  /// the long-term unemployed.
  public private(set) var durations: [[Double]]

  /// A market in any state. The unemployed are all in their first step.
  public init(
    network: MobilityNetwork, rules: MarketRules, employed: [Double], unemployed: [Double],
    vacancies: [Double]
  ) {
    precondition(
      [employed, unemployed, vacancies].allSatisfy { $0.count == network.count && $0.allSatisfy { $0 >= 0 } },
      "heads of at least 0 for each occupation")
    self.network = network
    self.rules = rules
    self.employed = employed
    self.vacancies = vacancies
    let nobody = [Double](repeating: 0, count: network.count)
    durations = [unemployed] + Array(repeating: nobody, count: rules.longTermStep - 1)
  }

  /// A market in which the persons of each occupation are as many as jobs wanted there ask for, run to rest.
  ///
  /// - Parameter heads: persons in the labour force by occupation, in any unit.
  public static func atRest(network: MobilityNetwork, rules: MarketRules, heads: [Double]) -> Self {
    let employed = heads.map { $0 / (1 + rules.separation) }
    var market = MeanFieldMarket(
      network: network, rules: rules, employed: employed, unemployed: employed.map { $0 * rules.separation },
      vacancies: employed.map { $0 * rules.opening })
    market.settle(target: rules.targetAtRest(heads: heads))
    return market
  }

  /// Persons without work by occupation.
  public var unemployed: [Double] {
    durations.dropFirst().reduce(durations[0]) { sum, cohort in zip(sum, cohort).map(+) }
  }

  /// Persons whose unemployment is long-term, by occupation.
  public var longTerm: [Double] { durations[durations.count - 1] }

  /// Persons employed and unemployed. No step changes it.
  public var labourForce: Double { employed.reduce(0, +) + unemployed.reduce(0, +) }

  // MARK: A step

  /// One step of time.
  ///
  /// - Parameter target: d†, the jobs wanted by occupation in this step; at least 0.
  /// - Returns: what moved in it.
  @discardableResult
  public mutating func step(target: [Double]) -> MarketFlows {
    precondition(target.count == network.count, "a target for each occupation")
    let unemployed = unemployed
    let matches = match(unemployed)
    let gap = target.indices.map { target[$0] - employed[$0] - vacancies[$0] }
    let separations = gap.indices.map { moved(rules.separation, of: employed[$0], gap: -gap[$0]) }
    let openings = gap.indices.map { moved(rules.opening, of: employed[$0], gap: gap[$0]) }
    let flows = MarketFlows(
      employedBefore: employed.reduce(0, +), unemployedBefore: unemployed.reduce(0, +),
      separations: separations, openings: openings, finds: matches.finds, hires: matches.hires,
      switches: max(0, matches.hires.reduce(0, +) - matches.stays))

    let remaining = unemployed.indices.map { unemployed[$0] > 0 ? 1 - matches.finds[$0] / unemployed[$0] : 0 }
    for occupation in remaining.indices {
      let last = durations.count - 1
      durations[last][occupation] += durations[last - 1][occupation]
      durations[last][occupation] *= remaining[occupation]
      for cohort in stride(from: last - 1, to: 0, by: -1) {
        durations[cohort][occupation] = durations[cohort - 1][occupation] * remaining[occupation]
      }
      durations[0][occupation] = separations[occupation]
      employed[occupation] += matches.hires[occupation] - separations[occupation]
      vacancies[occupation] += openings[occupation] - matches.hires[occupation]
    }
    return flows
  }

  /// Jobs that end or open: some for reasons of their own, and of the others as many as close the gap.
  private func moved(_ share: Double, of jobs: Double, gap: Double) -> Double {
    share * jobs + (1 - share) * min(jobs, rules.adjustment * max(0, gap))
  }

  private struct Matches {
    /// Persons who find work, by the occupation they lost.
    var finds: [Double]
    /// Vacancies filled, by occupation.
    var hires: [Double]
    /// Of the hires, those in the occupation that was lost.
    var stays = 0.0
  }

  private func match(_ unemployed: [Double]) -> Matches {
    let count = network.count
    // Per searcher of each occupation, what the pull of all vacancies sums to.
    var searchers = [Double](repeating: 0, count: count)
    var applications = searchers
    let (weights, destinations) = (network.weights, network.destinations)
    for origin in 0..<count where unemployed[origin] > 0 {
      var pull = 0.0
      for place in network.row(origin) { pull += weights[place] * vacancies[destinations[place]] }
      guard pull > 0 else { continue }
      searchers[origin] = rules.searchShare * unemployed[origin] / pull
      for place in network.row(origin) {
        let destination = destinations[place]
        applications[destination] += searchers[origin] * weights[place] * vacancies[destination]
      }
    }
    // The chance of an application: how many vacancies interview for it, less those that others fill.
    let success = (0..<count).map { occupation -> Double in
      let interviewing = rules.interviewShare * vacancies[occupation]
      guard applications[occupation] > 0, interviewing > 0 else { return 0 }
      let crowd = applications[occupation] / interviewing
      return -expm1(-crowd) / crowd
    }
    var matches = Matches(
      finds: Array(repeating: 0, count: count), hires: (0..<count).map { applications[$0] * success[$0] })
    for origin in 0..<count where searchers[origin] > 0 {
      for place in network.row(origin) {
        let destination = destinations[place]
        let finds = searchers[origin] * weights[place] * vacancies[destination] * success[destination]
        matches.finds[origin] += finds
        if destination == origin { matches.stays += finds }
      }
    }
    return matches
  }

  // MARK: Rest

  /// Steps under a constant target until no stock moves any more.
  ///
  /// - Parameters:
  ///   - target: d†, the jobs wanted by occupation.
  ///   - tolerance: what a stock may move in a step at rest, as a share of the labour force.
  ///   - most: steps after which it gives up.
  /// - Returns: the steps it took; nil where the market was still moving.
  @discardableResult
  public mutating func settle(target: [Double], tolerance: Double = 1e-13, within most: Int = 50_000) -> Int?
  {
    let bound = tolerance * labourForce
    for step in 0..<most {
      let before = self
      self.step(target: target)
      let moved = zip(before.stocks.joined(), stocks.joined()).reduce(0) { max($0, abs($1.0 - $1.1)) }
      if moved <= bound { return step + 1 }
    }
    return nil
  }

  private var stocks: [[Double]] { durations + [employed, vacancies] }
}

/// What moved in a step, in persons and jobs.
public struct MarketFlows: Sendable, Equatable {
  /// In work before the step.
  public let employedBefore: Double
  /// Without work before the step.
  public let unemployedBefore: Double
  /// Jobs that ended, by occupation.
  public let separations: [Double]
  /// Vacancies that opened, by occupation.
  public let openings: [Double]
  /// Persons who found work, by the occupation they had lost.
  public let finds: [Double]
  /// Vacancies filled, by their occupation.
  public let hires: [Double]
  /// Hires into another occupation than the one lost.
  public let switches: Double
}
