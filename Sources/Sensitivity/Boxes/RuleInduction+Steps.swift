extension RuleInduction {
  /// All stages of peeling, the whole first. It ends with the least mass, or where nothing but what is wanted
  /// is left.
  func peel(_ start: Slab, among wanted: [Bool]) -> [Slab] {
    let least = max(1, Int((patience.leastMass * Double(isOfInterest.count)).rounded(.up)))
    var stages = [start]
    while let slab = stages.last, slab.density(of: wanted) < 1 {
      let count = max(1, Int(patience.peel * Double(slab.points.count)))
      var best: Slab?
      for factor in columns.indices {
        for atHighEnd in [false, true] {
          guard
            let next = slab.without(count, atHighEnd: atHighEnd, of: columns[factor], factor: factor),
            next.points.count >= least
          else { continue }
          if isBetter(next, than: best, wanted) { best = next }
        }
      }
      guard let best else { break }
      stages.append(best)
    }
    return stages
  }

  /// The box with slices put back on, the best each time, as long as its density does not fall.
  func paste(_ start: Slab, from open: [Int], among wanted: [Bool]) -> Slab {
    var slab = start
    while true {
      let count = max(1, Int(patience.paste * Double(slab.points.count)))
      var best: Slab?
      for factor in columns.indices {
        for atHighEnd in [false, true] where (atHighEnd ? slab.high : slab.low)[factor].isFinite {
          guard
            let next = slab.with(
              count, atHighEnd: atHighEnd, of: columns, factor: factor, from: open),
            next.density(of: wanted) >= slab.density(of: wanted)
          else { continue }
          if isBetter(next, than: best, wanted) { best = next }
        }
      }
      guard let best else { return slab }
      slab = best
    }
  }

  /// Denser, or as dense and larger; of equals the first stays.
  private func isBetter(_ slab: Slab, than best: Slab?, _ wanted: [Bool]) -> Bool {
    guard let best else { return true }
    let (new, old) = (slab.density(of: wanted), best.density(of: wanted))
    return new > old || (new == old && slab.points.count > best.points.count)
  }

  /// What a slab says among all points: limits at which nothing lies beyond are none.
  func box(_ slab: Slab) -> Box {
    let all = isOfInterest.indices
    let points = all.filter { slab.holds($0, of: columns) }
    let hits = points.count { isOfInterest[$0] }
    let limits = columns.indices.map { factor -> Box.Limits? in
      let column = columns[factor]
      let low = all.contains { column[$0] < slab.low[factor] } ? slab.low[factor] : nil
      let high = all.contains { column[$0] > slab.high[factor] } ? slab.high[factor] : nil
      guard low != nil || high != nil else { return nil }
      let without = all.filter { slab.holds($0, of: columns, but: factor) }
      let share = Double(without.count { isOfInterest[$0] }) / Double(without.count)
      return Box.Limits(
        low: low, high: high,
        chance: Binomial.atLeast(hits, of: points.count, probability: share))
    }
    let wanted = all.count { isOfInterest[$0] }
    return Box(
      limits: limits, points: points.count, hits: hits, coverage: Double(hits) / Double(wanted),
      mass: Double(points.count) / Double(all.count))
  }
}
