import Economy

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// Gives occupations to persons of working age, of whom the survey tells the earnings only.
///
/// An earner with earnings w is of occupation o with a probability proportional to c(o) s(o) f(w | o): share
/// of employment times density of w among those of the occupation. The constants c are raked until the
/// weighted shares of the persons drawn are the economy file's. Who earns nothing is drawn in proportion to
/// the limit of s(o) f(w | o) for small w.
struct OccupationAssignment {
  let shares: [Double]
  private let occupations: [Occupation]
  private let distributions: [WageDistribution]

  /// A person who earns, and where the occupation is to be written.
  private struct Earner {
    var bin: Int
    var weight: Double
    var uniform: Double
    var household: Int
    var member: Int
  }

  init(calibration: Calibration) throws(PopulationError) {
    occupations = calibration.occupations
    guard !occupations.isEmpty else { throw .economy("it has no table of occupations") }
    for occupation in occupations {
      let quantiles = occupation.wageQuantiles
      guard quantiles.count == WageDistribution.ranks.count, quantiles[0] > 0,
        zip(quantiles, quantiles.dropFirst()).allSatisfy({ $0 <= $1 })
      else {
        throw .economy("\(occupation.code) needs five rising wage quantiles")
      }
    }
    guard calibration.wages.topParetoExponent > 0 else {
      throw .economy("wages.top_pareto_exponent must be above 0")
    }
    let total = occupations.reduce(0) { $0 + $1.employmentShare }
    guard total > 0, occupations.allSatisfy({ $0.employmentShare >= 0 && $0.meanWage > 0 }) else {
      throw .economy("occupations need employment shares and mean wages above 0")
    }
    shares = occupations.map { $0.employmentShare / total }
    distributions = occupations.map {
      WageDistribution($0, paretoExponent: calibration.wages.topParetoExponent)
    }
  }

  /// Mean wage of all jobs of the economy file.
  var meanWage: Double { zip(shares, occupations).reduce(0) { $0 + $1.0 * $1.1.meanWage } }

  /// Assigns occupations. Earnings of the survey times `wageFactor` are in the money of the economy file.
  ///
  /// - Returns: What the earnings say about part-year work.
  func assign(to households: inout [MicrodataHousehold], wageFactor: Double) -> PartYearWork {
    let partYear = PartYearWork(
      earnings: households.flatMap { household in
        household.members.filter { $0.age >= HouseholdBuilder.workingAge && $0.earnings > 0 }
          .map { (log($0.earnings * wageFactor), household.weight) }
      },
      distributions: distributions, shares: shares,
      lowestQuantile: occupations.reduce(.infinity) { min($0, $1.wageQuantiles[0]) })
    let likelihoods = likelihoods(partYear)
    let idle = cumulative(likelihoods[0])
    var earners: [Earner] = []
    for household in households.indices {
      for (index, member) in households[household].members.enumerated()
      where member.age >= HouseholdBuilder.workingAge {
        let uniform = KeyedChance.occupation.uniform(unit: household, slot: index)
        if member.earnings > 0 {
          earners.append(
            Earner(
              bin: Self.bin(member.earnings * wageFactor), weight: households[household].weight,
              uniform: uniform, household: household, member: index))
        } else {
          households[household].members[index].occupation = Self.draw(idle[...], uniform: uniform)
        }
      }
    }
    for (earner, occupation) in zip(earners, rakedDraws(earners, likelihoods: likelihoods)) {
      households[earner.household].members[earner.member].occupation = occupation
    }
    return partYear
  }

  /// s(o) f(w | o) by occupation for each bin of earnings.
  private func likelihoods(_ partYear: PartYearWork) -> [[Double]] {
    (0..<Self.binCount).map { bin in
      let logWage = Self.lowestLogWage + (Double(bin) + 0.5) * Self.binWidth
      return shares.indices.map { shares[$0] * partYear.density(at: logWage, in: distributions[$0]) }
    }
  }

  // MARK: Raking

  /// Draws all earners' occupations, each by its own unchanging number, with constants that bring the
  /// weighted shares to the economy file's.
  private func rakedDraws(_ earners: [Earner], likelihoods: [[Double]]) -> [Int] {
    let total = earners.reduce(0) { $0 + $1.weight }
    guard total > 0 else { return [] }
    var weights = [Double](repeating: 0, count: Self.binCount)
    for earner in earners { weights[earner.bin] += earner.weight / total }
    var constants = expectedConstants(binWeights: weights, likelihoods: likelihoods)
    var best: [Int] = []
    var leastGap = Double.infinity
    for _ in 0..<Self.drawRounds {
      let table = zip(likelihoods, weights).map { likelihood, weight in
        weight > 0 ? cumulative(zip(likelihood, constants).map { $0 * $1 }) : []
      }
      var reached = [Double](repeating: 0, count: shares.count)
      let drawn = earners.map { earner in
        let occupation = Self.draw(table[earner.bin][...], uniform: earner.uniform)
        reached[occupation] += earner.weight / total
        return occupation
      }
      let gap = zip(reached, shares).reduce(0) { max($0, abs($1.0 - $1.1)) }
      if gap < leastGap { (leastGap, best) = (gap, drawn) }
      if gap < Self.closeEnough { break }
      for occupation in shares.indices where reached[occupation] > 0 {
        constants[occupation] *= shares[occupation] / reached[occupation]
      }
    }
    return best
  }

  /// The constants under which the shares hold in expectation: iterative proportional fitting.
  private func expectedConstants(binWeights: [Double], likelihoods: [[Double]]) -> [Double] {
    var constants = [Double](repeating: 1, count: shares.count)
    for _ in 0..<Self.fittingRounds {
      var reached = [Double](repeating: 0, count: shares.count)
      for (weight, likelihood) in zip(binWeights, likelihoods) where weight > 0 {
        let sum = zip(likelihood, constants).reduce(0) { $0 + $1.0 * $1.1 }
        for occupation in shares.indices {
          reached[occupation] += weight * likelihood[occupation] * constants[occupation] / sum
        }
      }
      let gap = zip(reached, shares).reduce(0) { max($0, abs($1.0 - $1.1)) }
      if gap < Self.fittedTo { break }
      for occupation in shares.indices where reached[occupation] > 0 {
        constants[occupation] *= shares[occupation] / reached[occupation]
      }
    }
    return constants
  }

  private func cumulative(_ likelihood: [Double]) -> [Double] {
    var sum = 0.0
    let sums = likelihood.map { value in
      sum += value
      return sum
    }
    return sums.map { $0 / sum }
  }

  private static func draw(_ cumulative: ArraySlice<Double>, uniform: Double) -> Int {
    cumulative.firstIndex { uniform < $0 } ?? cumulative.count - 1
  }

  private static func bin(_ wage: Double) -> Int {
    min(max(Int((log(wage) - lowestLogWage) / binWidth), 0), binCount - 1)
  }

  /// Bins of one per cent from 100 currency units a year up; the lowest also stands for no earnings.
  private static let lowestLogWage = log(100.0)
  private static let binWidth = 0.01
  private static let binCount = 1_200
  /// Share of all earners by which an occupation may be off.
  private static let closeEnough = 0.000_2
  private static let fittedTo = 1e-7
  private static let fittingRounds = 500
  private static let drawRounds = 40
}
