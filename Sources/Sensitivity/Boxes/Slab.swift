/// A box while it is cut: its limits and the points within.
struct Slab: Equatable {
  /// Points that it holds, in rising order.
  var points: [Int]
  /// The lowest and highest value that it takes by factor; infinite where it is open.
  var low: [Double]
  var high: [Double]

  /// The open box around points.
  init(points: [Int], factors: Int) {
    self.points = points
    low = [Double](repeating: -.infinity, count: factors)
    high = [Double](repeating: .infinity, count: factors)
  }

  func hits(of wanted: [Bool]) -> Int { points.count { wanted[$0] } }

  func density(of wanted: [Bool]) -> Double {
    points.isEmpty ? 0 : Double(hits(of: wanted)) / Double(points.count)
  }

  /// Whether a point lies within, whatever its value of one factor.
  func holds(_ point: Int, of columns: [[Double]], but factor: Int? = nil) -> Bool {
    for (index, column) in columns.enumerated() where index != factor {
      if column[point] < low[index] || column[point] > high[index] { return false }
    }
    return true
  }

  /// Without the lowest or highest points of a factor: as many as wanted, and of equal values all or none; the
  /// fewest at that end where all of those are equal. Nil where nothing would be left.
  func without(_ count: Int, atHighEnd: Bool, of column: [Double], factor: Int) -> Slab? {
    let sign: Double = atHighEnd ? -1 : 1
    let sorted = points.map { sign * column[$0] }.sorted()
    let cut = sorted[min(count, sorted.count - 1)]
    guard let limit = cut > sorted[0] ? cut : sorted.first(where: { $0 > cut }) else { return nil }
    var slab = self
    slab.points = points.filter { sign * column[$0] >= limit }
    if atHighEnd { slab.high[factor] = -limit } else { slab.low[factor] = limit }
    return slab
  }

  /// With the nearest points beyond one end of a factor, as many as wanted and all of equal value; nil where
  /// there are none.
  func with(_ count: Int, atHighEnd: Bool, of columns: [[Double]], factor: Int, from open: [Int]) -> Slab? {
    let sign: Double = atHighEnd ? -1 : 1
    let column = columns[factor]
    let end = sign * (atHighEnd ? high[factor] : low[factor])
    let beyond = open.filter { sign * column[$0] < end && holds($0, of: columns, but: factor) }
    let nearest = beyond.map { sign * column[$0] }.sorted(by: >)
    guard !nearest.isEmpty else { return nil }
    let limit = nearest[min(count, nearest.count) - 1]
    var slab = self
    slab.points = (points + beyond.filter { sign * column[$0] >= limit }).sorted()
    if atHighEnd { slab.high[factor] = -limit } else { slab.low[factor] = limit }
    return slab
  }
}
