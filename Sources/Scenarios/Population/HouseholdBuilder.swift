import Economy

/// Puts the tax units of one household of the survey together.
struct HouseholdBuilder {
  private(set) var households: [MicrodataHousehold] = []
  /// The units' amounts under the weights of their new households.
  private(set) var totals = SurveyTotals()
  /// Households with nobody aged 16 or more, which the engine has no use for.
  private(set) var childrenAlone = 0

  private let pensionAge: Double
  private let mortality: Mortality?
  private var pending: [TaxUnit] = []

  static let workingAge = 16

  init(calibration: Calibration) {
    pensionAge = calibration.retirement.earlyAge
    mortality = Mortality(calibration.population)
  }

  /// Takes the next unit; units of one household follow each other in the file.
  mutating func add(_ unit: TaxUnit) {
    if let last = pending.last, last.household != unit.household { finishHousehold() }
    pending.append(unit)
  }

  /// Completes the last household.
  mutating func finishHousehold() {
    guard !pending.isEmpty else { return }
    defer { pending.removeAll(keepingCapacity: true) }
    // The roster's order puts the householder first; equal lines keep the file's order.
    pending.sort { ($0.line, $0.row) < ($1.line, $1.row) }
    let persons = pending.reduce(0) { $0 + $1.persons }
    // Units of one household differ a little in weight: their mean by persons keeps the number of persons.
    let weight = pending.reduce(0) { $0 + $1.weight * Double($1.persons) } / Double(persons)
    let members = pending.flatMap { $0.members(pensionAge: pensionAge, mortality: mortality) }
    guard weight > 0, members.contains(where: { $0.age >= Self.workingAge }) else {
      childrenAlone += 1
      return
    }
    households.append(
      MicrodataHousehold(
        weight: weight, capitalIncome: pending.reduce(0) { $0 + $1.capitalIncome }, members: members))
    for unit in pending { totals.add(unit, weight: weight) }
  }
}
