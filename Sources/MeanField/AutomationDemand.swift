#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The jobs wanted when machines take over hours of work.
public enum AutomationDemand {
  /// d† by occupation once machines have taken over a share p_i of its hours.
  ///
  /// The hours that are left are shared out: everybody works less and as many jobs as before are wanted in
  /// all, so that machines move demand between occupations, `d0_i (1 - p_i) sum d0 / sum d0 (1 - p)`.
  ///
  /// - Parameters:
  ///   - before: d0, jobs wanted by occupation.
  ///   - hoursSaved: p, 0 to 1 by occupation, below 1 somewhere.
  ///   - sharing: share of the jobs lost that shorter hours give back: 1 all, as in the paper; 0 none.
  /// - Source: del Rio-Chanona et al. (2021).
  public static func target(before: [Double], hoursSaved: [Double], sharing: Double = 1) -> [Double] {
    precondition(before.count == hoursSaved.count, "hours for each occupation")
    precondition(hoursSaved.allSatisfy { (0...1).contains($0) }, "shares from 0 to 1")
    let left = zip(before, hoursSaved).map { $0 * (1 - $1) }
    let (all, remaining) = (before.reduce(0, +), left.reduce(0, +))
    precondition(remaining > 0, "work is left somewhere")
    let scale = 1 + sharing * (all / remaining - 1)
    return left.map { $0 * scale }
  }
}

/// Jobs wanted that move from one level to another along a logistic curve.
///
/// - Source: del Rio-Chanona et al. (2021): over thirty years, half of it after fifteen, at a rate of 0.79 a
///   year, so that most of it happens within ten. Other lengths stretch that curve.
public struct LogisticShift: Sendable {
  let before: [Double]
  let after: [Double]
  /// Steps until the shift is over.
  let duration: Double

  /// The rate of the curve times its whole length: 0.79 a year for 30 years.
  static let steepness = 23.7

  /// - Parameters:
  ///   - before: d† by occupation at the start; `after` at the end.
  ///   - duration: steps until it is over, above 0.
  public init(before: [Double], after: [Double], duration: Double) {
    precondition(before.count == after.count && duration > 0, "two levels and the steps between them")
    self.before = before
    self.after = after
    self.duration = duration
  }

  /// d† by occupation in a step, counted from 0.
  public func target(at step: Int) -> [Double] {
    let weight = 1 / (1 + exp(-Self.steepness * (Double(step) / duration - 0.5)))
    return zip(before, after).map { $0 + ($1 - $0) * weight }
  }
}
