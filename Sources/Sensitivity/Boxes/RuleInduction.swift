/// Finds boxes, a range for each of few factors, in which the cases of interest lie close together: under which
/// conditions do most people lose, or is full employment kept?
///
/// The box starts as everything. Peeling takes off, again and again, a thin slice at one end of one factor:
/// the one whose loss leaves the highest share of cases of interest. Pasting then puts slices back on as long as
/// that share does not fall.
///
/// - Source: Friedman and Fisher, "Bump hunting in high-dimensional data", Statistics and Computing 9 (1999)
///   123-143 (the patient rule induction method, PRIM); its use for scenarios, coverage and density: Bryant and
///   Lempert, "Thinking inside the box", Technological Forecasting and Social Change 77 (2010) 34-49.
public struct RuleInduction: Sendable {
  /// How patient it is.
  public struct Patience: Sendable, Equatable {
    /// The share of the box that a slice takes off, above 0 and below 1.
    public let peel: Double
    /// The share of the box that a slice puts back on, likewise.
    public let paste: Double
    /// The least share of all points that a box keeps, above 0 and below 1.
    public let leastMass: Double

    /// A patience. Friedman and Fisher advise slices of 0.05 to 0.1.
    public init(peel: Double = 0.05, paste: Double = 0.05, leastMass: Double = 0.05) {
      precondition([peel, paste, leastMass].allSatisfy { $0 > 0 && $0 < 1 }, "shares between 0 and 1")
      self.peel = peel
      self.paste = paste
      self.leastMass = leastMass
    }
  }

  /// A value a factor for each point, by factor.
  let columns: [[Double]]
  /// Whether each point is of interest.
  let isOfInterest: [Bool]
  let patience: Patience

  /// The search over points.
  ///
  /// - Parameters:
  ///   - rows: a value a factor for each point; of words their place in an order that means something.
  ///   - isOfInterest: whether each point is.
  ///   - patience: how patient the search is.
  public init(rows: [[Double]], isOfInterest: [Bool], patience: Patience = Patience())
    throws(SensitivityError)
  {
    guard let factors = rows.first?.count, rows.count == isOfInterest.count else {
      throw .wrongCount(found: isOfInterest.count, expected: "\(rows.count), one a point")
    }
    guard isOfInterest.contains(true), isOfInterest.contains(false) else { throw .nothingToTellApart }
    columns = (0..<factors).map { factor in rows.map { $0[factor] } }
    self.isOfInterest = isOfInterest
    self.patience = patience
  }

  /// The boxes of all stages of peeling, from everything to the least mass, or to where all is of interest:
  /// the choice between many cases and few others.
  public func trajectory() -> [Box] { peel(everything(), among: isOfInterest).map(box) }

  /// The box that holds the most cases of interest with a density of at least so much, after pasting; nil where
  /// none is so dense.
  ///
  /// - Parameter density: share of the box's points that are of interest, 0 to 1.
  public func box(density: Double) -> Box? { best(density, among: isOfInterest).map(box) }

  /// Boxes one after the other, each sought among what those before it do not hold, until none is dense enough
  /// or as many as wanted are found. Their measures are those among all points.
  public func boxes(most: Int, density: Double) -> [Box] {
    var left = isOfInterest.map { _ in true }
    var boxes: [Box] = []
    while boxes.count < most {
      let open = isOfInterest.indices.filter { left[$0] }
      guard open.contains(where: { isOfInterest[$0] }),
        let found = best(density, among: isOfInterest, in: Slab(points: open, factors: columns.count))
      else { break }
      boxes.append(box(found))
      for point in found.points { left[point] = false }
    }
    return boxes
  }

  func everything() -> Slab { Slab(points: Array(isOfInterest.indices), factors: columns.count) }

  /// The largest slab of the trajectory that is dense enough, with what pasting adds.
  private func best(_ density: Double, among wanted: [Bool], in start: Slab? = nil) -> Slab? {
    let start = start ?? everything()
    let stages = peel(start, among: wanted).filter { $0.density(of: wanted) >= density }
    // Later stages hold fewer: the first of the most hits is also the largest of them.
    guard let chosen = stages.max(by: { $0.hits(of: wanted) < $1.hits(of: wanted) }) else { return nil }
    return paste(chosen, from: start.points, among: wanted)
  }
}
