public import Economy

/// Makes populations from surveys.
public enum PopulationImport {
  /// Reads the Current Population Survey file that comes with the Python package `taxcalc`.
  ///
  /// - Parameters:
  ///   - path: `cps.csv.gz`, or the same unpacked.
  ///   - calibration: The economy whose occupations, mortality and pension age apply.
  ///   - money: Whether amounts stay in the survey's currency units or take the economy file's wage level.
  public static func cps(
    from path: String, calibration: Calibration, money: ImportedPopulation.Money = .survey
  ) throws(PopulationError) -> ImportedPopulation {
    let occupations = try OccupationAssignment(calibration: calibration)
    var reader = try SurveyReader(path: path)
    var survey = SurveyTotals()
    var builder = HouseholdBuilder(calibration: calibration)
    var lastHousehold: TaxUnit.Household?
    while let unit = try reader.next() {
      survey.add(unit, weight: unit.weight)
      // A household counts with its first unit's weight, that of the householder.
      if unit.household != lastHousehold { survey.households += unit.weight }
      lastHousehold = unit.household
      builder.add(unit)
    }
    builder.finishHousehold()
    guard survey.meanWage > 0, !builder.households.isEmpty else {
      throw .truncated(path, detail: "it holds nobody with a wage")
    }
    var households = builder.households
    let wageFactor = occupations.meanWage / survey.meanWage
    let partYear = occupations.assign(to: &households, wageFactor: wageFactor)
    var population = ImportedPopulation(
      households: households, occupations: calibration.occupations.map(\.code),
      source: source(money: money, calibration: calibration), wageFactor: wageFactor,
      report: Reconciliation(tables: [], notes: []))
    population.report = Reconciliation(
      survey: survey, builder: builder, population: population, partYear: partYear,
      calibration: calibration)
    if money == .economy { population.households = population.scaled(by: wageFactor) }
    return population
  }

  private static func source(money: ImportedPopulation.Money, calibration: Calibration) -> String {
    let origin =
      "Current Population Survey, years of income 2012 to 2014, as in taxcalc (CC0)"
    return switch money {
    case .survey: origin + "; amounts in USD of 2014"
    case .economy: origin + "; amounts at the mean wage of the economy file \(calibration.name)"
    }
  }
}
