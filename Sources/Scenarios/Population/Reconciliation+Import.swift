import Economy

extension Reconciliation {
  /// Compares an import, its amounts still in the survey's money, with the survey and with the economy file.
  init(
    survey: SurveyTotals, builder: HouseholdBuilder, population: ImportedPopulation, partYear: PartYearWork,
    calibration: Calibration
  ) {
    let imported = HouseholdTotals(population, occupations: calibration.occupations.count)
    tables = [
      Self.surveyTable(survey, merged: builder.totals, imported: imported),
      Self.economyTable(survey, imported: imported, population: population, calibration: calibration),
      Self.employmentTable(imported, calibration: calibration),
      Self.earningsTable(imported, factor: population.wageFactor, calibration: calibration),
    ]
    notes = [
      "\(population.households.count) households, \(population.persons) persons; "
        + "households of children alone left out: \(builder.childrenAlone).",
      "Wages of the economy file over those of the survey: \(population.wageFactor.toThreeDecimals).",
      "Earners taken for part-year or part-day workers: \((100 * partYear.share).toThreeDecimals) %, with an "
        + "exponent of \(partYear.exponent.toThreeDecimals).",
    ]
  }

  private static func surveyTable(
    _ survey: SurveyTotals, merged: SurveyTotals, imported: HouseholdTotals
  ) -> Table {
    Table(
      title: "Against the survey", reference: "survey",
      rows: [
        Row("Tax units", .persons, reference: survey.units, imported: merged.units),
        Row("Households", .persons, reference: survey.households, imported: imported.households),
        Row("Persons", .persons, reference: survey.countedPersons, imported: imported.ages.total),
        Row("Persons of known age", .persons, reference: survey.ages.total, imported: imported.ages.total),
        Row("Median age", .years, reference: survey.ages.median, imported: imported.ages.median),
        Row(
          "Aged under 18", .share, reference: survey.ages.share(0...17), imported: imported.ages.share(0...17)
        ),
        Row(
          "Aged 65 and more", .share, reference: survey.ages.share(65...130),
          imported: imported.ages.share(65...130)),
        Row("Wages and salaries", .total, reference: survey.wages, imported: merged.wages),
        Row("Business and farm income", .total, reference: survey.business, imported: merged.business),
        Row(
          "Earnings with losses", .total, reference: survey.wages + survey.business,
          imported: imported.earnings),
        Row("Earnings without losses", .total, reference: survey.earnings, imported: imported.earnings),
        Row("Social security", .total, reference: survey.socialSecurity, imported: merged.socialSecurity),
        Row("Pensions and annuities", .total, reference: survey.pensions, imported: merged.pensions),
        Row(
          "Both kinds of pensions", .total, reference: survey.socialSecurity + survey.pensions,
          imported: imported.pension),
        Row(
          "Interest and dividends", .total, reference: survey.capitalIncome,
          imported: imported.capitalIncome),
      ])
  }

  private static func economyTable(
    _ survey: SurveyTotals, imported: HouseholdTotals, population: ImportedPopulation,
    calibration: Calibration
  ) -> Table {
    let meanWage = population.wageFactor * survey.meanWage
    var rows = [
      Row("Mean wage, the survey's of 2014", .money, reference: meanWage, imported: survey.meanWage)
    ]
    if let mortality = Mortality(calibration.population) {
      for ages in [0...17, 18...24, 25...44, 45...64, 65...Mortality.highestAge] {
        let name =
          ages.upperBound == Mortality.highestAge ? "65 and more" : "\(ages.lowerBound) to \(ages.upperBound)"
        rows.append(
          Row("Aged \(name)", .share, reference: mortality.share(ages), imported: imported.ages.share(ages)))
      }
    }
    return Table(title: "Against the economy file", reference: "economy", rows: rows)
  }

  private static func employmentTable(_ imported: HouseholdTotals, calibration: Calibration) -> Table {
    let total = calibration.occupations.reduce(0) { $0 + $1.employmentShare }
    let earners = imported.earnersByOccupation.reduce(0, +)
    return Table(
      title: "Share of earners by occupation", reference: "economy",
      rows: calibration.occupations.enumerated().map { index, occupation in
        Row(
          "\(occupation.code) \(occupation.title)", .share, reference: occupation.employmentShare / total,
          imported: earners > 0 ? imported.earnersByOccupation[index] / earners : 0)
      })
  }

  private static func earningsTable(
    _ imported: HouseholdTotals, factor: Double, calibration: Calibration
  ) -> Table {
    Table(
      title: "Mean earnings at the economy's wage level", reference: "economy",
      rows: calibration.occupations.enumerated().map { index, occupation in
        let earners = imported.earnersByOccupation[index]
        return Row(
          "\(occupation.code) mean", .money, reference: occupation.meanWage,
          imported: earners > 0 ? factor * imported.earningsByOccupation[index] / earners : 0)
      })
  }
}

extension Double {
  fileprivate var toThreeDecimals: String { ((self * 1000).rounded() / 1000).description }
}
