/// Where people look for work: for each occupation how a searcher's applications are spread over occupations
/// before vacancies weigh in.
///
/// Row i is A_i: A_ii is the probability of staying at a change of job, the rest goes where those go who
/// leave i.
///
/// - Source: del Rio-Chanona, Mealy, Beguerisse-Díaz, Lafond, Farmer, "Occupational mobility and automation",
///   J. R. Soc. Interface 18:20200898 (2021).
public struct MobilityNetwork: Sendable, Equatable {
  /// Occupations.
  public let count: Int
  /// A_ij above 0 row after row, each row the occupations that searchers from i apply to; it sums to 1.
  let weights: [Double]
  /// The occupation j of each weight, and where each row begins; one more than there are rows.
  let destinations: [Int]
  let rowStart: [Int]

  /// The network of a share who stay and the ways of those who leave.
  ///
  /// - Parameters:
  ///   - stayShare: probability of staying in the occupation at a change of job, 0 to 1.
  ///   - leavers: where those go who leave, a row for each occupation: weights of at least 0 in any scale.
  ///     The diagonal is not read. Who has nowhere to go stays.
  public init(stayShare: Double, leavers: [[Double]]) {
    precondition((0...1).contains(stayShare), "a probability")
    precondition(leavers.allSatisfy { $0.count == leavers.count }, "a square matrix")
    precondition(leavers.joined().allSatisfy { $0 >= 0 && $0.isFinite }, "weights of at least 0")
    count = leavers.count
    var (weights, destinations, rowStart) = ([Double](), [Int](), [0])
    for (origin, row) in leavers.enumerated() {
      let leaving = row.enumerated().reduce(0.0) { $0 + ($1.offset == origin ? 0 : $1.element) }
      let stay = leaving > 0 ? stayShare : 1
      for (destination, weight) in row.enumerated() {
        let share = destination == origin ? stay : leaving > 0 ? (1 - stay) * weight / leaving : 0
        guard share > 0 else { continue }
        weights.append(share)
        destinations.append(destination)
      }
      rowStart.append(weights.count)
    }
    (self.weights, self.destinations, self.rowStart) = (weights, destinations, rowStart)
  }

  /// The places of an occupation's weights.
  @inline(__always)
  func row(_ origin: Int) -> Range<Int> { rowStart[origin]..<rowStart[origin + 1] }

  /// A_ij: the weight of an occupation for searchers from another, 0 to 1.
  public func weight(from origin: Int, to destination: Int) -> Double {
    row(origin).first { destinations[$0] == destination }.map { weights[$0] } ?? 0
  }
}
