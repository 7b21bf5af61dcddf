/// What a simulated economy is built from. Two runs with equal setups and regimes agree in every bit,
/// whatever their threads and chunks.
public struct SimulationSetup: Sendable {
  public var calibration: Calibration {
    _read { yield boxedCalibration.value }
    set { boxedCalibration.value = newValue }
  }
  public var population: PopulationSource
  /// First month of the scenario.
  public var start: YearMonth
  /// Months simulated before it under the standing law.
  public var burnInMonths: Int
  public var seed: UInt64
  private var boxedCalibration: Boxed<Calibration>
  public var parallel: Parallel

  public init(
    calibration: Calibration, population: PopulationSource, start: YearMonth, burnInMonths: Int, seed: UInt64,
    parallel: Parallel = Parallel()
  ) {
    boxedCalibration = Boxed(calibration)
    self.population = population
    self.start = start
    self.burnInMonths = burnInMonths
    self.seed = seed
    self.parallel = parallel
  }
}

/// Where the first persons come from.
public enum PopulationSource: Sendable {
  /// Drawn from the calibration's tables.
  case synthetic(persons: Int)
  /// Real households, sampled by weight until about so many persons are reached.
  case microdata([MicrodataHousehold], persons: Int)

  /// The number of persons asked for.
  public var persons: Int {
    switch self {
    case .synthetic(let persons), .microdata(_, let persons): persons
    }
  }
}

/// A household of a survey.
public struct MicrodataHousehold: Sendable, Equatable {
  /// How many households of the country it stands for.
  public var weight: Double
  /// Interest and dividends in currency units a year, for placing its wealth.
  public var capitalIncome: Double
  public var members: [Member]

  public struct Member: Sendable, Equatable {
    /// Age in years.
    public var age: Int
    /// Whether female.
    public var isFemale: Bool
    /// Wages, salaries and earnings from self-employment in currency units a year.
    public var earnings: Double
    /// Pensions and social security in currency units a year.
    public var pension: Double
    /// Occupation, an index into the calibration's table; -1 where the survey and the importer know none.
    public var occupation: Int

    public init(age: Int, isFemale: Bool, earnings: Double, pension: Double, occupation: Int) {
      self.age = age
      self.isFemale = isFemale
      self.earnings = earnings
      self.pension = pension
      self.occupation = occupation
    }
  }

  public init(weight: Double, capitalIncome: Double, members: [Member]) {
    self.weight = weight
    self.capitalIncome = capitalIncome
    self.members = members
  }
}

/// How passes over columns are cut: results do not depend on it.
public struct Parallel: Sendable {
  public var threads: Int
  /// Elements a chunk.
  public var chunk: Int

  public init(threads: Int = 1, chunk: Int = 16_384) {
    precondition(threads >= 1 && chunk >= 1)
    self.threads = threads
    self.chunk = chunk
  }
}

/// Why a run stopped.
public enum EconomyError: Error, Sendable, Equatable {
  /// A payment's two sides differ: the flow's name, the month, the missing cents.
  case leak(flow: String, month: Int, cents: Int64)
  /// A balance does not equal its stock of last month plus its flows.
  case audit(what: String, month: Int, cents: Int64)
  /// The economy left the range in which its rules mean anything.
  case diverged(what: String, month: Int)
  /// The population cannot be built from what was given.
  case population(String)
}

/// A figure for a group of persons or households in one month.
public struct DistributionRow: Sendable, Equatable {
  /// Months since the start of the scenario.
  public let month: Int
  /// `decile` of equivalised disposable income, `age`, `occupation`, `household_type`.
  public let dimension: String
  /// The group's name: `1` to `10`, `25-34`, `43-0000`, `couple_with_children`, …
  public let group: String
  /// `disposable_income`, `market_income`, `wealth`, `unemployment_rate`, `persons`, …
  public let measure: String
  public let value: Double

  public init(month: Int, dimension: String, group: String, measure: String, value: Double) {
    self.month = month
    self.dimension = dimension
    self.group = group
    self.measure = measure
    self.value = value
  }
}

/// A year's total of a flow in cents.
public struct FlowRow: Sendable, Equatable {
  /// Years since the start of the scenario.
  public let year: Int
  public let flow: Flow
  public let cents: Int64

  public init(year: Int, flow: Flow, cents: Int64) {
    self.year = year
    self.flow = flow
    self.cents = cents
  }
}

/// A cell of the balance matrix at the end of a year, in cents; liabilities are negative.
public struct BalanceRow: Sendable, Equatable {
  public let year: Int
  public let instrument: Instrument
  public let sector: Sector
  public let cents: Int64

  public init(year: Int, instrument: Instrument, sector: Sector, cents: Int64) {
    self.year = year
    self.instrument = instrument
    self.sector = sector
    self.cents = cents
  }
}
