/// How the settings of the levers fare over all uncertainties, from a design that crosses them.
///
/// - Source: Savage, "The theory of statistical decision", Journal of the American Statistical Association 46
///   (1951) 55-67 (regret); Simon, "Rational choice and the structure of the environment", Psychological Review
///   63 (1956) 129-138 (satisficing); their use over many futures: Lempert, Popper, Bankes, RAND MR-1626 (2003).
public enum Robustness {
  /// Which way is better.
  public enum Better: String, Sendable, CaseIterable {
    case more
    case less
  }

  /// The regret of each lever setting: how far it falls short of the best one in each future, in the output's
  /// unit, 0 or more.
  ///
  /// A future in which any setting has no outcome is left out for all: what is best there is not known.
  ///
  /// - Parameters:
  ///   - outcomes: by lever setting and future; nil, or no finite number, where there is none.
  ///   - better: which way is better.
  /// - Returns: by lever setting and future that is left.
  public static func regrets(_ outcomes: [[Double?]], better: Better) -> [[Double]] {
    let sign: Double = better == .more ? 1 : -1
    guard let futures = outcomes.map(\.count).min() else { return [] }
    let known = (0..<futures).filter { future in outcomes.allSatisfy { $0[future]?.isFinite == true } }
    let values = outcomes.map { row in known.compactMap { row[$0].map { sign * $0 } } }
    return values.map { row in
      row.indices.map { future in values.reduce(-.infinity) { max($0, $1[future]) } - row[future] }
    }
  }

  /// The share of futures in which each lever setting meets a condition, 0 to 1; nil where none has an outcome.
  public static func satisficing(_ outcomes: [[Double?]], where isGood: (Double) -> Bool) -> [Double?] {
    outcomes.map { row in
      let known = row.compactMap { $0 }.filter(\.isFinite)
      return known.isEmpty ? nil : Double(known.count(where: isGood)) / Double(known.count)
    }
  }
}
