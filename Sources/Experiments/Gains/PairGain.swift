import Economy

/// A person's life in a reform beside her life in the baseline, in one replication.
struct PairGain: Sendable {
  /// Present values in the baseline in currency units: equivalised income, equivalised consumption, her part of the
  /// household's spending.
  var income = 0.0
  var consumption = 0.0
  var spending = 0.0
  /// Relative gains, by `GainMeasure`.
  var gains = InlineArray<3, Double>(repeating: 0)
  /// Gains in currency units: of equivalised income, of equivalised consumption, and less the compensating variation.
  var amounts = InlineArray<3, Double>(repeating: 0)
  /// Whether she lost a job to automation in the baseline.
  var isDisplaced = false
  /// Whether she has another employer than her twin, or only one of them has one, at the window's end.
  var isApart = false

  /// Nil where the twins did not live as long: a law has moved an event in one of the lives.
  init?(_ before: LifeValue, _ after: LifeValue, curvature: Double) {
    guard before.months == after.months, before.months > 0 else { return nil }
    income = before.income
    consumption = before.consumption
    spending = before.spending
    isDisplaced = before.isDisplaced
    func relative(_ before: Double, _ after: Double) -> Double { before > 0 ? after / before - 1 : 0 }
    let welfare = before.equivalentGain(to: after.utility, curvature: curvature)
    gains = [
      relative(before.income, after.income), relative(before.consumption, after.consumption),
      welfare.isFinite ? welfare : 1,
    ]
    // What she would have to get (or give) in the reform to be as well off as without it.
    let compensation = after.equivalentGain(to: before.utility, curvature: curvature) * after.spending
    amounts = [
      after.income - before.income, after.consumption - before.consumption,
      compensation.isFinite ? -compensation : -after.spending,
    ]
  }

  /// What a gain of the measure is relative to.
  @inline(__always)
  func base(_ measure: Int) -> Double { measure == 0 ? income : measure == 1 ? consumption : spending }
}

/// The lives of a reform beside those of the baseline at the end of a window.
struct WindowGains: Sendable {
  let months: Int
  /// In the order of the traits; nil for lives that differ in length.
  let persons: [PairGain?]
  let newcomers: [PairGain]

  init(_ before: Lives.Window, _ after: Lives.Window, traits: [LifeTraits], curvature: Double) {
    months = before.months
    persons = traits.map { trait in
      let row = Int(trait.row)
      var gain = PairGain(before.originals[row], after.originals[row], curvature: curvature)
      gain?.isApart = before.places[row] != after.places[row]
      return gain
    }
    var newcomers: [PairGain] = []
    var (left, right) = (before.newcomers[...], after.newcomers[...])
    while let a = left.first, let b = right.first {
      if (a.row, a.arrival) == (b.row, b.arrival) {
        if let gain = PairGain(a.value, b.value, curvature: curvature) { newcomers.append(gain) }
        left.removeFirst()
        right.removeFirst()
      } else if (a.row, a.arrival) < (b.row, b.arrival) {
        left.removeFirst()
      } else {
        right.removeFirst()
      }
    }
    self.newcomers = newcomers
  }
}
