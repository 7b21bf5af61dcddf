import Economy

/// Weighted totals of households as the engine will see them.
struct HouseholdTotals {
  var households = 0.0
  var ages = AgeCounts()
  var earnings = 0.0
  var pension = 0.0
  var capitalIncome = 0.0
  /// Persons of working age with earnings, and what they earn.
  var earnersByOccupation: [Double]
  var earningsByOccupation: [Double]

  init(_ population: ImportedPopulation, occupations: Int) {
    earnersByOccupation = [Double](repeating: 0, count: occupations)
    earningsByOccupation = earnersByOccupation
    for household in population.households {
      households += household.weight
      capitalIncome += household.weight * household.capitalIncome
      for member in household.members {
        ages.add(household.weight, at: member.age)
        earnings += household.weight * member.earnings
        pension += household.weight * member.pension
        if member.occupation >= 0, member.earnings > 0 {
          earnersByOccupation[member.occupation] += household.weight
          earningsByOccupation[member.occupation] += household.weight * member.earnings
        }
      }
    }
  }
}
