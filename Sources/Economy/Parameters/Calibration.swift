/// The figures of one country: everything an economy file states. Each scalar of a country is declared once in `Calibration.entries` and valued, with its source, in the economy file.
public struct Calibration: Sendable {
  /// Country, as reports name it.
  public var name = ""
  /// ISO 4217 code of the unit of money.
  public var currency = ""

  public var population = Population()
  public var retirement = Retirement()
  public var labourSupply = LabourSupply()
  public var labourMarket = LabourMarket()
  public var wages = Wages()
  public var expectations = Expectations()
  public var production = Production()
  public var prices = Prices()
  public var investment = Investment()
  public var finance = Finance()
  public var turnover = Turnover()
  public var consumption = Consumption()
  public var demand = Demand()
  public var centralBank = CentralBank()
  public var government = Government()
  public var capitalTaxes = CapitalTaxes()
  public var wealth = Wealth()
  public var foreign = Foreign()
  public var providers = Providers()

  public var occupations: [Occupation] = []
  public var industries: [Industry] = []
  /// Staffing of government, in percent of its jobs by occupation.
  public var governmentStaffing: [Double] = []
  /// Where job changers who leave their group go: rows sum to 1, the diagonal is 0. A row of zeros is an occupation
  /// that nobody leaves.
  public var mobility: [[Double]] = []

  public init() {}

  public struct Population: Sendable {
    public var growth = 0.0
    public var fertility = 0.0
    public var motherhoodAge = 0.0
    public var motherhoodSpread = 0.0
    public var mortalityLevel = 0.0
    public var mortalitySlope = 0.0
    public var mortalityFloor = 0.0
    public var leaveSchoolAt16 = 0.0
    public var leaveSchoolAt18 = 0.0
    public var leaveSchoolAt20 = 0.0
    public var leaveHomeEarliest = 0.0
    public var leaveHomeLatest = 0.0
    public var partnering = 0.0
    public var separation = 0.0
  }

  public struct Retirement: Sendable {
    public var earlyAge = 0.0
    public var normalAge = 0.0
    public var followers = 0.0
    public var spread = 0.0
  }

  public struct LabourSupply: Sendable {
    public var curvature = 0.0
    public var likers = 0.0
    public var participation = 0.0
    public var participationElasticity = 0.0
    public var hicksianElasticity = 0.0
    public var realWageIndexation = 0.0
    public var review = 0.0
    public var economiesOfScale = 0.0
    public var workCost = 0.0
    public var homeProductivity = 0.0
    public var limitedAtTwenty = 0.0
    public var limitedAtSixty = 0.0
    public var limitedParticipation = 0.0
    public var mothersParticipation = 0.0
  }

  public struct LabourMarket: Sendable {
    public var searchProbability = 0.0
    public var searchDecline = 0.0
    public var searchFloor = 0.0
    public var searchFullMonths = 0.0
    public var onTheJobSearch = 0.0
    public var onTheJobRecent = 0.0
    public var onTheJobSettled = 0.0
    public var interviewShare = 0.0
    public var layoffSpeed = 0.0
    public var layoffBand = 0.0
    public var separationHazard = 0.0
    public var separationRecent = 0.0
    public var separationSettled = 0.0
    public var insuredSeparations = 0.0
    public var dismissalHazard = 0.0
    public var dismissalResponse = 0.0
    public var stayShare = 0.0
    public var wageWeight = 0.0
    public var acceptance = 0.0
    public var discouragementAfter = 0.0
    public var discouragementHazard = 0.0
    public var olderApplicants = 0.0
  }

  public struct Wages: Sendable {
    public var slope = 0.0
    public var normalTightness = 0.0
    public var occupationSlope = 0.0
    public var occupationReversion = 0.0
    public var displacementLoss = 0.0
    public var switchLoss = 0.0
    public var lossTenure = 0.0
    public var displacementCycle = 0.0
    public var recovery = 0.0
    public var lastingLoss = 0.0
    public var meanLoss = 0.0
    public var partnerCorrelation = 0.0
    public var topParetoExponent = 0.0
  }

  public struct Expectations: Sendable {
    public var anchor = 0.0
    public var adaptation = 0.0
    public var demandSpeed = 0.0
    public var capacitySpeed = 0.0
  }

  public struct Production: Sendable {
    public var productivityGrowth = 0.0
    public var markup = 0.0
    public var labourBuffer = 0.0
    public var missingHeads = 0.0
    public var capitalOutputRatio = 0.0
    public var depreciation = 0.0
    public var normalCapitalUse = 0.0
    public var productivityPersistence = 0.0
    public var productivityInnovation = 0.0
    public var productivitySpread = 0.0
    public var firmsPerMillionWorkers = 0.0
    public var sizeExponent = 0.0
    public var inventoryMonths = 0.0

    /// Heads over the heads that sales need, at rest: the buffer less the vacancies.
    var normalStaffing: Double { labourBuffer * (1 - missingHeads) }
  }

  public struct Prices: Sendable {
    public var adjustment = 0.0
    public var shortageWeight = 0.0
    public var normalUse = 0.0
  }

  public struct Investment: Sendable {
    public var gapSpeed = 0.0
    public var rateResponse = 0.0
  }

  public struct Finance: Sendable {
    public var leverage = 0.0
    public var leverageSpeed = 0.0
    public var cashMonths = 0.0
    public var payout = 0.0
    public var loanSpread = 0.0
    public var depositDiscount = 0.0
    public var bankEquityLeast = 0.0
    public var bankPayout = 0.0
    public var bankEquity = 0.0
    public var recoveryRate = 0.0
    public var equityYield = 0.0
  }

  public struct Turnover: Sendable {
    public var smallExit = 0.0
    public var smallSize = 0.0
    public var exitPower = 0.0
    public var minimumSize = 0.0
    public var entrantSmallest = 0.0
    public var entrantLargest = 0.0
  }

  public struct Consumption: Sendable {
    public var incomeSmoothing = 0.0
    public var bufferSpeed = 0.0
    public var rateResponse = 0.0
    public var passingSpeed = 0.0
    public var mpcAtZero = 0.0
    public var mpcAtTenth = 0.0
    public var mpcAtThirdYear = 0.0
    public var mpcAtOne = 0.0
    public var mpcAtThree = 0.0
    public var minimumShare = 0.0
    public var priceElasticity = 0.0
  }

  public struct Demand: Sendable {
    public var sharePriceSpeed = 0.0
    public var shareNoise = 0.0
    public var shareNoisePower = 0.0
    public var shareNoiseInterval = 1.0
    public var shareStockout = 0.0
    public var sentimentPersistence = 0.0
    public var sentimentSpread = 0.0
    public var sentimentInvestment = 0.0
    public var slumpHazard = 0.0
    public var slumpDepth = 0.0
  }

  public struct CentralBank: Sendable {
    public var inflationTarget = 0.0
    public var naturalRate = 0.0
    public var naturalRateLearning = 0.0
    public var inflationWeight = 0.0
    public var unemploymentWeight = 0.0
    public var normalUnemployment = 0.0
    public var smoothing = 0.0
    public var floor = 0.0
    public var lookThrough = 0.0
  }

  public struct Government: Sendable {
    public var purchases = 0.0
    public var publicJobs = 0.0
    public var debtTarget = 0.0
    public var debtMaturity = 0.0
    public var debtFeedback = 0.0
    public var cyclicalFeedback = 0.0
    public var ruleSpeed = 0.0
    public var announcedFinancing = 0.0
    public var centralBankHoldings = 0.0
    public var foreignHoldings = 0.0
  }

  public struct CapitalTaxes: Sendable {
    public var investment = 0.0
    public var reporting = 0.0
  }

  public struct Wealth: Sendable {
    public var deposits = 0.0
    public var incomeLoading = 0.0
    public var ageLoading = 0.0
    public var depositSpread = 0.0
    public var equitySpread = 0.0
    public var equityHolders = 0.0
    public var providerHolders = 0.0
    public var newcomerBuffer = 0.0
    public var bufferCeiling = 0.0
  }

  public struct Foreign: Sendable {
    public var rentsReturned = 0.0
    public var spendingMonths = 0.0
  }

  public struct Providers: Sendable {
    public var closed = 0.0
    public var leaderShare = 0.0
    public var openLag = 0.0
  }
}

extension Calibration {
  /// Mean wage of all jobs at the start, in currency units a year.
  var meanOccupationWage: Double {
    let jobs = occupations.reduce(0) { $0 + $1.employmentShare }
    return occupations.reduce(0) { $0 + $1.employmentShare * $1.meanWage } / jobs
  }

  /// Mean wage of each occupation at the start over that of all jobs.
  var relativeWages: [Double] { occupations.map { $0.meanWage / meanOccupationWage } }
}

/// One of the occupation groups.
public struct Occupation: Sendable, Equatable {
  /// Code in the classification the economy file uses, `43-0000`.
  public var code: String
  public var title: String
  /// Share of all jobs.
  public var employmentShare: Double
  /// Mean wage in currency units a year.
  public var meanWage: Double
  /// Annual wage at the 10th, 25th, 50th, 75th and 90th percentile.
  public var wageQuantiles: [Double]
  /// Share of tasks that a language model alone makes at least twice as fast (E1).
  public var exposureAlpha: Double
  /// `exposureAlpha` plus half of the share that software built on it does (E1 + 0.5 E2).
  public var exposureBeta: Double
  /// Whether its tasks count as office tasks.
  public var isOffice: Bool

  /// So many at most: a person's is kept in two bytes.
  public static let most = Int(UInt16.max)

  public init(
    code: String, title: String, employmentShare: Double, meanWage: Double, wageQuantiles: [Double],
    exposureAlpha: Double, exposureBeta: Double, isOffice: Bool
  ) {
    self.code = code
    self.title = title
    self.employmentShare = employmentShare
    self.meanWage = meanWage
    self.wageQuantiles = wageQuantiles
    self.exposureAlpha = exposureAlpha
    self.exposureBeta = exposureBeta
    self.isOffice = isOffice
  }
}

/// One of the industries.
public struct Industry: Sendable, Equatable {
  /// Short name in snake_case.
  public var key: String
  public var title: String
  /// Share of private jobs.
  public var employmentShare: Double
  /// Share of investment goods bought from it, and of government purchases.
  public var investmentShare: Double
  public var governmentShare: Double
  /// Share of the demand for its products that is met from abroad.
  public var importShare: Double
  /// Whether its product can be stored.
  public var isStorable: Bool
  /// Jobs by occupation, in percent; fitted to both margins at start-up.
  public var staffing: [Double]

  public init(
    key: String, title: String, employmentShare: Double, investmentShare: Double, governmentShare: Double,
    importShare: Double, isStorable: Bool, staffing: [Double]
  ) {
    self.key = key
    self.title = title
    self.employmentShare = employmentShare
    self.investmentShare = investmentShare
    self.governmentShare = governmentShare
    self.importShare = importShare
    self.isStorable = isStorable
    self.staffing = staffing
  }
}
