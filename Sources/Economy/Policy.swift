/// A policy: one file in `Policies` and one line in its registry.
///
/// A policy is a pure function of its parameters and of the economy's state. It works in three ways, and most
/// policies need one of them only:
/// - `legislate` writes rates and limits into the month's `Rules`, which markets and firms read;
/// - `assess` says what persons or households pay and are paid, row by row, for the ledger to book;
/// - `quote` applies the same rule to incomes a person does not have yet, for her choice of work.
public protocol Policy: Sendable {
  /// Key in scenario and economy files, in snake_case.
  static var name: String { get }
  /// One sentence for `otium explain` and the reports.
  static var summary: String { get }
  static var parameters: [ParameterSpec] { get }

  init(_ values: ParameterValues)

  /// Phase 1, calendar: writes what the month's law says into the rules.
  func legislate(_ rules: inout Rules, _ calendar: Calendar)

  /// Phase 8, incomes: pays and charges persons. Policies are called in the registry's order, so that a tax sees
  /// the benefits that precede it.
  func assess(_ economy: Economy, _ calendar: Calendar) -> [Posting]

  /// Phase 8, after the wallets are swept: pays and charges households, whose income of the month is now known.
  func assessHouseholds(_ economy: Economy, _ calendar: Calendar) -> [Posting]

  /// The rule applied to hypothetical incomes.
  func quote(_ quotes: inout Quotes, _ economy: Economy, _ calendar: Calendar)
}

extension Policy {
  public func legislate(_ rules: inout Rules, _ calendar: Calendar) {}
  public func assess(_ economy: Economy, _ calendar: Calendar) -> [Posting] { [] }
  public func assessHouseholds(_ economy: Economy, _ calendar: Calendar) -> [Posting] { [] }
  public func quote(_ quotes: inout Quotes, _ economy: Economy, _ calendar: Calendar) {}
}

/// The month and what indexation needs. Indices are 1 at the level of the economy file, which a burn-in arrives at when
/// the scenario starts, and are last month's.
public struct Calendar: Sendable {
  /// Months since the start of the scenario; negative in the burn-in.
  public let month: Int
  public let date: YearMonth
  /// Index of consumer prices.
  public let prices: Double
  /// Index of employment-weighted monthly earnings.
  public let earnings: Double
  /// Index of GDP per head at current prices.
  public let gdpPerHead: Double
  /// The indices at the start of the scenario, 1 before it: amounts in scenarios are stated at its prices.
  public let start: Bases

  public struct Bases: Sendable {
    public var prices = 1.0
    public var earnings = 1.0
    public var gdpPerHead = 1.0
    public init() {}
  }
}

/// The law of the month: what policies set and markets read.
public struct Rules: Sendable {
  public var employerContribution = 0.0
  public var consumptionTax = 0.0
  public var corporateTax = 0.0
  /// Tax on AI services bought, over their price before tax.
  public var aiTax = 0.0
  /// Tax withheld from rents that leave the country.
  public var rentWithholding = 0.0
  /// Tax on interest and dividends.
  public var capitalIncomeTax = 0.0
  /// Least monthly wage of a full-time job in cents.
  public var minimumWage = 0.0
  /// Standard weekly hours over the hours at the start.
  public var standardHours = 1.0
  /// Share of the pay for lost hours that is paid all the same.
  public var wageCompensation = 0.0
  /// Share of lost output that reorganisation recovers.
  public var reorganisationGain = 0.0
  /// Months added to retirement ages.
  public var retirementShift = 0.0
  /// Largest share of jobs that may be automated in a month; nil without pacing.
  public var automationQuota: Double?
  /// Share of the AI market that open models serve at cost.
  public var openModelShare = 0.0
  /// What a basic income takes the place of, by benefit.
  public var replacedUnemploymentInsurance = Replacement()
  public var replacedPensions = Replacement()
  public var replacedMinimumIncome = Replacement()
  public var replacedChildBenefit = Replacement()
  /// Capital of the sovereign fund paid in a month, in cents, and the share of its value paid out.
  public var fundContribution = 0.0
  public var fundPayout = 0.0

  /// Amounts in cents by which a benefit is reduced, by the age of the person.
  public struct Replacement: Sendable {
    public var child: Int64 = 0
    public var adult: Int64 = 0
    public var senior: Int64 = 0
    /// Ages in months at which the next amount begins.
    public var majority: Int16 = 0
    public var seniority: Int16 = 0

    public init() {}

    public init(child: Int64, adult: Int64, senior: Int64, majority: Int16, seniority: Int16) {
      self.child = child
      self.adult = adult
      self.senior = senior
      self.majority = majority
      self.seniority = seniority
    }

    public var isNothing: Bool { child == 0 && adult == 0 && senior == 0 }

    @inlinable
    public func amount(age: Int16) -> Int64 { age < majority ? child : age < seniority ? adult : senior }
  }

  /// Surcharge on earnings, set by the closure.
  public var labourTaxSurcharge = 0.0
  /// Scale of the basic income, set by the closure.
  public var basicIncomeScale = 1.0
  /// Factor on the rates of the income tax, solved at the economy's start so that its accounts are at rest.
  public var incomeTaxScale = 1.0

  public init() {}

  /// Pay for the shortened week over full pay.
  public var payFactor: Double { standardHours + wageCompensation * (1 - standardHours) }
  /// Output of the shortened week over full output.
  public var outputFactor: Double { standardHours + reorganisationGain * (1 - standardHours) }
}

/// Hypothetical incomes of persons, in columns: each row is a person in one state of work.
public struct Quotes: Sendable {
  /// The person of each row.
  public var person: [Int32] = []
  /// Gross monthly earnings in cents; 0 for the state without work.
  public var earnings: [Double] = []
  /// Taxable income so far: earnings and taxable benefits.
  public var taxable: [Double] = []
  /// The household's disposable income so far, in cents: the other members' and what policies left of her own.
  public var household: [Double] = []

  public var count: Int { person.count }
}

/// What may differ between a baseline and a reform: law, closure, machines.
public struct Regime: Sendable {
  /// In the order of the registry.
  public var policies: [any Policy]
  public var automation: AutomationPath
  public var closure: Closure

  public init(
    policies: [any Policy], automation: AutomationPath = AutomationPath(), closure: Closure = Closure()
  ) {
    self.policies = policies
    self.automation = automation
    self.closure = closure
  }
}
