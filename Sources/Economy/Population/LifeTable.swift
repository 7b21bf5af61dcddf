/// Who is how old, and who will be: hazards by age, and the age structure that they keep.
///
/// Births follow the fertility of women, deaths a Gompertz-Makeham law, and immigrants of 18 to 37 close the gap to
/// the growth of the population. The structure at the start is the stable one of these rates, so that no run drifts
/// because a baby boom ages; a population from microdata has its own.
public struct LifeTable: Sendable {
  static let ages = 105
  /// Monthly hazard of death by age in years.
  let death: [Double]
  /// Monthly hazard of a birth by age of the woman.
  let birth: [Double]
  /// Share of the population by age in years.
  let share: [Double]
  /// Immigrants a month per person.
  let immigration: Double
  /// Share of those who have left their parents' household who live as a couple, by age.
  let partnered: [Double]

  static let immigrantAges = 18..<38

  init(_ calibration: Calibration.Population) {
    let ages = Self.ages
    var yearlyDeath = (0..<ages).map { age in
      min(
        1,
        calibration.mortalityFloor + calibration.mortalityLevel
          * exponential(calibration.mortalitySlope * Double(age)))
    }
    yearlyDeath[ages - 1] = 1
    let weights = (0..<ages).map { age -> Double in
      guard (15..<50).contains(age) else { return 0 }
      let distance = (Double(age) + 0.5 - calibration.motherhoodAge) / calibration.motherhoodSpread
      return exponential(-distance * distance / 2)
    }
    let yearlyBirth = weights.map { $0 / weights.reduce(0, +) * calibration.fertility }

    // The stable structure is a sum of two: what births leave, and what immigrants leave; their weights solve
    // "shares add up to one" and "births are what the women of the structure have".
    let growth = exponential(-logarithm(1 + calibration.growth))
    func structure(births: Double, immigrants: Double) -> [Double] {
      var shares = [births * growth.squareRoot()]
      for age in 1..<ages {
        let arriving = Self.immigrantAges.contains(age) ? immigrants / Double(Self.immigrantAges.count) : 0
        shares.append((shares[age - 1] * (1 - yearlyDeath[age - 1]) + arriving) * growth)
      }
      return shares
    }
    func births(_ shares: [Double]) -> Double { zip(shares, yearlyBirth).reduce(0) { $0 + $1.0 * $1.1 / 2 } }
    let ofBirths = structure(births: 1, immigrants: 0)
    let ofImmigrants = structure(births: 0, immigrants: 1)
    let ratio = (1 - births(ofBirths)) / births(ofImmigrants)
    let total = ofBirths.reduce(0, +) + ratio * ofImmigrants.reduce(0, +)
    share = zip(ofBirths, ofImmigrants).map { ($0 + ratio * $1) / total }
    immigration = max(0, ratio / total) / 12
    death = yearlyDeath.map { 1 - power(1 - $0, 1 / 12) }
    birth = yearlyBirth.map { $0 / 12 }

    // Couples form after the parents' household is left, at ages spread evenly over the stated range.
    let leaving =
      Int(
        calibration.leaveHomeEarliest)..<max(
        Int(calibration.leaveHomeEarliest) + 1, Int(calibration.leaveHomeLatest))
    var couples = Array(repeating: 0.0, count: ages)
    var independent = couples
    for left in leaving {
      var share = 0.0
      for age in left..<ages {
        couples[age] += share
        independent[age] += 1
        share =
          share * (1 - calibration.separation - yearlyDeath[age])
          + (1 - share) * Self.partnering(age, calibration)
      }
    }
    partnered = zip(couples, independent).map { $1 > 0 ? $0 / $1 : 0 }
  }

  /// Share of the population by age in years at which a synthetic economy starts: the stable structure of the
  /// calibration's fertility, mortality and immigration.
  public static func ageShares(_ calibration: Calibration.Population) -> [Double] {
    LifeTable(calibration).share
  }

  /// Yearly hazard of forming a couple.
  static func partnering(_ age: Int, _ calibration: Calibration.Population) -> Double {
    switch age {
    case 20..<45: calibration.partnering
    case 45..<65: calibration.partnering / 2
    default: 0
    }
  }
}
