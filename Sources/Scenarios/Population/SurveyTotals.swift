/// Weighted totals of tax units, straight from the rows of the survey.
struct SurveyTotals {
  var units = 0.0
  var households = 0.0
  /// Persons by the file's own count, and those whose age it gives.
  var countedPersons = 0.0
  /// Dependants stand at the lowest age of their class, which moves neither the median nor the shares told.
  var ages = AgeCounts()
  var wages = 0.0
  var wageEarners = 0.0
  /// Business and farm income, losses and all.
  var business = 0.0
  /// Earnings as the engine takes them, without losses.
  var earnings = 0.0
  var socialSecurity = 0.0
  var pensions = 0.0
  var capitalIncome = 0.0

  var meanWage: Double { wageEarners > 0 ? wages / wageEarners : 0 }

  mutating func add(_ unit: TaxUnit, weight: Double) {
    units += weight
    countedPersons += weight * unit.countedPersons
    for earner in unit.earners {
      ages.add(weight, at: earner.age)
      wages += weight * earner.wages
      wageEarners += earner.wages > 0 ? weight : 0
      business += weight * earner.business
      earnings += weight * earner.earnings
    }
    for (ages, count) in zip(TaxUnit.Dependants.classes, unit.dependants.counts) where count > 0 {
      self.ages.add(weight * Double(count), at: ages.lowerBound)
    }
    socialSecurity += weight * unit.socialSecurity
    pensions += weight * unit.pensions
    capitalIncome += weight * unit.capitalIncome
  }
}
