import Economy

/// Machines take over a third of the tasks of middle occupations within ten years, and no others: what becomes of
/// the shares of high, middle and low occupations in employment.
///
/// The three classes are those of Acemoglu and Autor (2011): managers, professionals and technicians; sales, office,
/// construction, repair, production and transport; services. Farming is in none.
private enum Polarisation {
  static let share = 1.0 / 3
  static let high: Set = ["11", "13", "15", "17", "19", "21", "23", "25", "27", "29"]
  static let middle: Set = ["41", "43", "47", "49", "51", "53"]
  static let low: Set = ["31", "33", "35", "37", "39"]

  static let histories = Result {
    let runs = try Run.all.get()
    return try Run.eachSeed { seed in
      try AutomationRun.history(
        from: runs[seed].start, stated: ["initial_cost": 0.5, "initial_cost_spread": 0]
      ) { middle.contains(String($0.code.prefix(2))) ? share : 0 }
    }
  }

  /// Change of a class's share of employment against the baseline, mean of the tenth year, in points.
  static func change(_ group: Set<String>) -> Target.Measure {
    { runs in
      zip(runs, try histories.get()).map { run, history in
        let isMember = run.start.setup.calibration.occupations.map {
          group.contains(String($0.code.prefix(2)))
        }
        func share(_ history: History) -> Double {
          let shares = history.employed.map { heads in
            let members = zip(heads, isMember).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
            return Double(members) / Double(heads.reduce(0, +))
          }
          return History.lastYear(shares, of: AutomationRun.months)
        }
        return 100 * (share(history) - share(run.history))
      }
    }
  }
}

extension Target {
  private static let source =
    "sign: up at both ends and down in the middle, United States 1979 to 2007; Acemoglu and Autor (2011)"

  static let highOccupations = Target(
    20, "Polarisation: share of high occupations after automation of middle ones", published: source,
    accepted: 0.01...100, unit: "points", measureAll: Polarisation.change(Polarisation.high))

  static let middleOccupations = Target(
    20, "Polarisation: share of middle occupations", published: source,
    accepted: -100 ... -0.01, unit: "points", measureAll: Polarisation.change(Polarisation.middle))

  static let lowOccupations = Target(
    20, "Polarisation: share of low occupations", published: source,
    accepted: 0.01...100, unit: "points", measureAll: Polarisation.change(Polarisation.low))
}
