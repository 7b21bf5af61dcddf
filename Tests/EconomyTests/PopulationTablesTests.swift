import Testing

@testable import Economy

/// The tables that the population is built from.
struct WageCurveTests {
  private func curves() throws -> [(occupation: Occupation, curve: WageCurve)] {
    let calibration = try World.calibration()
    return calibration.occupations.map {
      ($0, WageCurve(quantiles: $0.wageQuantiles, topExponent: calibration.wages.topParetoExponent))
    }
  }

  @Test("Efficiency has mean 1 and rises with rank, in every occupation")
  func curve() throws {
    for (occupation, curve) in try curves() {
      let ranks = (0..<1_024).map { (Double($0) + 0.5) / 1_024 }
      let skills = ranks.map { Double(curve.skill($0)) }
      #expect(abs(skills.reduce(0, +) / 1_024 - 1) < 1e-6, "\(occupation.code)")
      #expect(zip(skills, skills.dropFirst()).allSatisfy { $0 <= $1 }, "\(occupation.code)")
      #expect(skills[0] > 0 && skills[1_023] > 2)
    }
  }

  @Test("Ratios of the stated percentiles are kept")
  func quantiles() throws {
    for (occupation, curve) in try curves() {
      let median = Double(curve.skill(0.5))
      for (level, wage) in zip(
        [0.10, 0.25, 0.75, 0.90], occupation.wageQuantiles[0...1] + occupation.wageQuantiles[3...4])
      {
        let ratio = Double(curve.skill(level)) / median
        #expect(
          abs(ratio / (wage / occupation.wageQuantiles[2]) - 1) < 0.01, "\(occupation.code) at \(level)")
      }
    }
  }

  @Test("A curve can be scaled")
  func scaled() throws {
    let curve = try #require(try curves().first).curve
    #expect(curve.scaled(by: 2).skill(0.3) == 2 * curve.skill(0.3))
  }
}

struct LifeTableTests {
  private func table() throws -> (table: LifeTable, calibration: Calibration.Population) {
    let population = try World.calibration().population
    return (LifeTable(population), population)
  }

  @Test("Shares by age add up to one")
  func shares() throws {
    let (table, _) = try table()
    #expect(abs(table.share.reduce(0, +) - 1) < 1e-12)
    #expect(table.share.allSatisfy { $0 >= 0 })
  }

  @Test(
    "A year of births, deaths and immigrants leaves every share what it was, and lets the population grow")
  func stable() throws {
    let (table, population) = try table()
    let growth = 1 + population.growth
    let ages = LifeTable.immigrantAges
    for age in 1..<LifeTable.ages {
      let dies = 1 - power(1 - table.death[age - 1], 12)
      let arrive = ages.contains(age) ? 12 * table.immigration / Double(ages.count) : 0
      #expect(abs(table.share[age - 1] * (1 - dies) + arrive - growth * table.share[age]) < 1e-12)
    }
    // Half of the persons are women; the newborn are counted half a year later on average.
    let births = zip(table.share, table.birth).reduce(0) { $0 + $1.0 * $1.1 * 12 / 2 }
    #expect(abs(births - table.share[0] * growth.squareRoot()) < 1e-12)
  }

  @Test("Life expectancy is that of the United States, between 76 and 81 years")
  func lifeExpectancy() throws {
    let (table, _) = try table()
    var alive = 1.0
    var months = 0.0
    for age in 0..<LifeTable.ages {
      for _ in 0..<12 {
        months += alive
        alive *= 1 - table.death[age]
      }
    }
    #expect((76...81).contains(months / 12))
  }

  @Test("A woman's births over life add up to the fertility rate")
  func fertility() throws {
    let (table, population) = try table()
    #expect(abs(12 * table.birth.reduce(0, +) - population.fertility) < 1e-12)
  }
}

struct StaffingTableTests {
  @Test("Jobs by industry and occupation add up to both margins")
  func margins() throws {
    let calibration = try World.calibration()
    let table = StaffingTable(calibration, efficiency: calibration.occupations.map { _ in 1 })
    let jobs = calibration.industries.reduce(0) { $0 + $1.employmentShare }
    let publicJobs = calibration.government.publicJobs
    let rows = calibration.industries.map { $0.employmentShare / jobs * (1 - publicJobs) } + [publicJobs]
    #expect(table.heads.count == calibration.industries.count + 1)
    for row in table.heads { #expect(abs(row.reduce(0, +) - 1) < 1e-12) }
    for (column, occupation) in calibration.occupations.enumerated() {
      let share = zip(rows, table.heads).reduce(0) { $0 + $1.0 * $1.1[column] }
      #expect(abs(share - occupation.employmentShare) < 1e-6, "\(occupation.code)")
    }
  }

  @Test("Efficiency units weigh heads by the occupation's wage")
  func units() throws {
    let calibration = try World.calibration()
    let efficiency = calibration.occupations.indices.map { Double($0 + 1) }
    let table = StaffingTable(calibration, efficiency: efficiency)
    for (heads, units) in zip(table.heads, table.efficiencyUnits) {
      #expect(abs(units.reduce(0, +) - 1) < 1e-12)
      #expect(heads[0] > 0)
      let last = efficiency.count - 1
      guard heads[0] > 0, heads[last] > 0 else { continue }
      #expect(abs(units[last] / units[0] / (heads[last] / heads[0] * efficiency[last]) - 1) < 1e-9)
    }
  }
}
