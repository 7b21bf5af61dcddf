/// How many of an occupation's tasks are at most so complex, in closed form.
///
/// Complexity counts orders of magnitude of effective compute beyond what does the first exposed task. A share alpha
/// of the tasks has it evenly in [0, 1), a share 2 (beta - alpha) in [1, 3); the tail beyond 3 is what no rater finds
/// exposed. Korinek and Suh's question is whether it ends:
///
/// - **bounded**: evenly over so many orders of magnitude, and machines can do everything after them;
/// - **Pareto**: the share of it that takes more than c orders of magnitude is 10^(-exponent c), a power law in
///   compute, and there is always a task left for people.
///
/// Only office occupations have their tail here: what raters leave unexposed in the others is work by hand and
/// face to face, which robots reach.
///
/// - Source: Korinek and Suh, "Scenarios for the transition to AGI" (2024), on the bins of `TaskTable`.
struct TaskDistribution: Sendable, Equatable {
  let tail: Tail

  enum Tail: Sendable, Equatable {
    case bounded(length: Double)
    case pareto(exponent: Double)
  }

  /// Complexity of the easiest and of the most complex exposed task.
  static let exposed = 0.0...3.0

  init(_ tail: Tail) { self.tail = tail }

  /// Phi: the share of an occupation's tasks within a frontier, 0 to 1.
  func share(of occupation: Occupation, within frontier: Double) -> Double {
    let alone = occupation.exposureAlpha
    let exposed = occupation.exposedShare
    var share = alone * clamp(frontier, 0, 1) + (exposed - alone) * clamp((frontier - 1) / 2, 0, 1)
    if occupation.isOffice { share += (1 - exposed) * tailShare(frontier - Self.exposed.upperBound) }
    return share
  }

  /// The share of the tail within so many orders of magnitude of its beginning.
  func tailShare(_ length: Double) -> Double {
    guard length > 0 else { return 0 }
    switch tail {
    case .bounded(let whole): return min(1, length / whole)
    case .pareto(let exponent): return 1 - power(10, -exponent * length)
    }
  }

  /// The frontier at which everything is feasible; nil where it never is.
  var end: Double? {
    guard case .bounded(let length) = tail else { return nil }
    return Self.exposed.upperBound + length
  }
}

extension Occupation {
  /// Share of tasks that language models and software built on them make at least twice as fast (E1 + E2).
  var exposedShare: Double { clamp(2 * exposureBeta - exposureAlpha, exposureAlpha, 1) }
}
