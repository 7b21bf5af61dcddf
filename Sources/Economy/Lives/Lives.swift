/// What the lives in a run are worth: one pass a month over the households adds what the month brought to each person.
///
/// Rows are used again after a death. Whoever was there at the start is kept apart from those who were born or arrived
/// since, and a life that ends keeps what it had.
public struct Lives: Sendable {
  public let valuation: LifeValuation
  /// The lives at the end of each window that has ended.
  public private(set) var windows: [Window] = []
  /// The real unit of consumption in each month, in cents at the start's prices. Disutility of work is stated in it; a
  /// reform is valued by the baseline's, so that a faster growth of wages does not by itself make work more tiresome.
  public private(set) var units: [Double] = []

  /// All lives up to a month.
  public struct Window: Sendable {
    /// Months since the start.
    public let months: Int
    /// By row at the start, also of those who have died; rows that were empty then have lived no month.
    public let originals: [LifeValue]
    /// Employer of the originals by row, and less than nothing without one: tells whether two worlds agree.
    public let places: [Int32]
    /// Those who came later, by row and arrival.
    public let newcomers: [Newcomer]
  }

  /// Somebody who was born or arrived after the start.
  public struct Newcomer: Sendable {
    public let row: Int32
    public let arrival: Int32
    public let value: LifeValue
  }

  private let originals: Int
  private let startClock: Int32
  private let baselineUnits: [Double]?
  private var values: Column<LifeValue>
  private var occupants: Column<Int32>
  private var ended: [LifeValue]
  private var endedNewcomers: [Newcomer] = []

  /// - Parameters:
  ///   - economy: before the first month that counts.
  ///   - baseline: the baseline's units of consumption, for a reform's lives.
  public init(_ valuation: LifeValuation, at economy: Economy, baseline: [Double]? = nil) {
    self.valuation = valuation
    originals = economy.persons.count
    startClock = Int32(economy.clock)
    baselineUnits = baseline
    values = Column(repeating: LifeValue(), count: originals)
    occupants = Column(repeating: 0, count: originals)
    for row in 0..<originals { occupants[row] = economy.persons.arrival[row] }
    ended = Array(repeating: LifeValue(), count: originals)
  }

  /// Adds the month that the economy has just simulated.
  public mutating func add(_ economy: Economy) {
    let month = economy.month - 1
    turnOver(economy)
    units.append(economy.choice.unit / economy.nation.prices * economy.startPrices)
    let unit = (baselineUnits ?? units)[month]
    let rates = MonthRates(economy, valuation, unit: unit, firstUnit: (baselineUnits ?? units)[0])
    let (values, persons, households) = (values, economy.persons, economy.households)
    economy.parallel.forEachChunk(households.count) { rows, _ in
      for household in rows where households.first[household] >= 0 {
        let month = HouseholdMonth(household, economy, rates)
        var member = Int(households.first[household])
        while member >= 0 {
          month.add(to: &values[member], economy, member, rates)
          member = Int(persons.next[member])
        }
      }
    }
    if valuation.windows.contains(month + 1) { windows.append(window(economy, months: month + 1)) }
  }

  /// Ends the lives whose rows somebody else has now.
  private mutating func turnOver(_ economy: Economy) {
    let arrivals = economy.persons.arrival
    while values.count < arrivals.count {
      values.append(LifeValue())
      occupants.append(arrivals[occupants.count])
    }
    let occupants = occupants
    let changed = economy.parallel.collect(arrivals.count) { rows, _, changed in
      for row in rows where occupants[row] != arrivals[row] { changed.append(row) }
    }
    for row in changed.map(Int.init) {
      if occupants[row] >= startClock || row >= originals {
        endedNewcomers.append(Newcomer(row: Int32(row), arrival: occupants[row], value: values[row]))
      } else {
        ended[row] = values[row]
      }
      values[row] = LifeValue()
      occupants[row] = arrivals[row]
    }
  }

  private func window(_ economy: Economy, months: Int) -> Window {
    var originals = ended
    var newcomers = endedNewcomers
    var places = [Int32](repeating: .min, count: ended.count)
    for row in 0..<values.count {
      if row < ended.count && occupants[row] < startClock {
        originals[row] = values[row]
        let employer = economy.persons.employer[row]
        places[row] = employer >= 0 ? employer : -Int32(economy.persons.stateCode[row]) - 1
      } else if values[row].months > 0 {
        newcomers.append(Newcomer(row: Int32(row), arrival: occupants[row], value: values[row]))
      }
    }
    newcomers.sort { ($0.row, $0.arrival) < ($1.row, $1.arrival) }
    return Window(months: months, originals: originals, places: places, newcomers: newcomers)
  }
}

/// What a month's values have in common.
private struct MonthRates: Sendable {
  let equivalence: LifeValuation.Equivalence
  /// The month's clock.
  let clock: Int32
  /// Discount factor in the middle of the month, and the month's weight in utility.
  let discount: Double
  let weight: Double
  /// Currency units at the start's prices in a cent of the month.
  let real: Double
  /// Cents of the month that make a unit of consumption by needs.
  let unit: Double
  let choice: Choice
  let unemploymentCost: Double
  /// What the employed keep of their pay.
  let netShare: Double

  init(_ economy: Economy, _ valuation: LifeValuation, unit: Double, firstUnit: Double) {
    equivalence = valuation.equivalence
    clock = Int32(economy.clock - 1)
    let level = economy.priceLevel
    discount = power(1 + valuation.discountRate, -(Double(economy.month) - 0.5) / 12)
    // Preferences on a path of growth: disutility grows with the unit as the utility of a unit of consumption does.
    weight = discount * power(unit / firstUnit, 1 - economy.calibration.labourSupply.curvature)
    real = 1 / 100 / level
    self.unit = unit * level
    choice = economy.choice
    unemploymentCost = valuation.unemploymentCost
    let (persons, parallel) = (economy.persons, economy.parallel)
    func sum(_ amounts: Column<Int64>) -> Double {
      Double(
        parallel.sum(persons.count) { rows in
          var sum: Int64 = 0
          for row in rows where persons.earnings[row] > 0 { sum &+= amounts[row] }
          return sum
        })
    }
    netShare = min(1, sum(persons.net) / max(1, sum(persons.earnings)))
  }
}

/// What a household's month brought to each of its members.
private struct HouseholdMonth {
  private let income: Double
  private let consumption: Double
  private let spending: Double
  /// Units of consumption by needs, their utility, and the units in a cent.
  private let units: Double
  private let enjoyment: Double
  private let unitsInCent: Double

  @inline(__always)
  init(_ household: Int, _ economy: Economy, _ rates: MonthRates) {
    let households = economy.households
    let needs = economy.needs(of: household, rates.equivalence)
    let spent = Double(households.budget[household])
    let real = rates.real * rates.discount
    income = Double(households.disposable[household]) * real / needs
    consumption = spent * real / needs
    spending = spent * real / Double(households.size[household])
    unitsInCent = 1 / (needs * rates.unit)
    units = max(1e-3, spent * unitsInCent)
    enjoyment = rates.choice.level(units)
  }

  /// Adds the month to a member's life.
  @inline(__always)
  func add(to value: inout LifeValue, _ economy: Economy, _ person: Int, _ rates: MonthRates) {
    value.income += income
    value.consumption += consumption
    value.spending += spending
    value.enjoyment += rates.weight * enjoyment
    value.utility += rates.weight * (enjoyment - burden(economy, person, rates))
    value.weight += rates.weight
    value.months += 1
    if economy.persons.displacedAt[person] == rates.clock { value.isDisplaced = true }
  }

  /// Disutility of work; of unemployment where there is none. Who looks for a job in vain has no leisure from it: she
  /// bears as much as the employed, and the loss of income weighs `unemploymentCost` times as much as it is.
  @inline(__always)
  private func burden(_ economy: Economy, _ person: Int, _ rates: MonthRates) -> Double {
    let persons = economy.persons
    switch persons.stateCode[person] {
    case LabourState.employed.rawValue, LabourState.publicJob.rawValue:
      return effort(economy, person, rates)
    case LabourState.unemployed.rawValue:
      let last = persons.lastWage[person]
      let wage = last > 0 ? last : economy.marketWage(person, Int(persons.occupation[person]))
      let lost = max(0, Double(wage) * rates.netShare - Double(persons.net[person]))
      let gain = rates.choice.gain(without: units, with: units + lost * unitsInCent)
      return effort(economy, person, rates) + (rates.unemploymentCost - 1) * gain
    default: return 0
    }
  }

  /// psi h^(1+1/e)/(1+1/e) + q.
  @inline(__always)
  private func effort(_ economy: Economy, _ person: Int, _ rates: MonthRates) -> Double {
    let leisure = Double(economy.persons.leisure[person])
    let distaste = economy.distaste(person)
    guard leisure == leisure else { return distaste }
    let hours = Double(economy.persons.hours[person]) * economy.meanOfWeek(economy.rules.week.hours)
    let power = 1 + rates.choice.inverseFrisch
    return exponential(leisure + power * logarithm(max(1e-3, hours))) / power + distaste
  }
}

extension Economy {
  /// Consumer prices before tax at the scenario's start.
  var startPrices: Double { nation.atStart?.bases.prices ?? 1 }
}

extension Choice {
  /// Utility of a level of consumption.
  @inline(__always)
  func level(_ units: Double) -> Double {
    let power = 1 - curvature
    return abs(power) < 1e-9 ? logarithm(units) : exponential(power * logarithm(units)) / power
  }
}
