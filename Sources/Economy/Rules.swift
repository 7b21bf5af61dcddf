/// The law of the month: what policies set and markets read.
public struct Rules: Sendable {
  public var employerContribution = 0.0
  public var consumptionTax = 0.0
  public var corporateTax = 0.0
  /// Tax on AI services bought, over their price before tax.
  public var aiTax = 0.0
  /// Tax on the service of robots, over its price before tax.
  public var robotTax = 0.0
  /// Tax withheld from rents that leave the country.
  public var rentWithholding = 0.0
  /// Tax on interest and dividends.
  public var capitalIncomeTax = 0.0
  /// Least monthly wage of a full-time job in cents.
  public var minimumWage = 0.0
  /// The standard week and what comes with it.
  public var week = WorkingWeek()
  /// Retirement ages and what leaving early or late does to the pension.
  public var retirement = RetirementRule()
  /// How fast machines may take over jobs, and at what price.
  public var pacing = PacingRule()
  /// Share of what the displaced are paid that firms whose work machines do are charged.
  public var compensationLevy = 0.0
  /// Share of the AI market that open models serve at cost.
  public var openModelShare = 0.0
  /// Share of the move that the central bank's rule asks for which the bank makes.
  public var policyRateResponse = 1.0
  /// What a basic income takes the place of, by benefit.
  public var replacedUnemploymentInsurance = Replacement()
  public var replacedPensions = Replacement()
  public var replacedMinimumIncome = Replacement()
  public var replacedChildBenefit = Replacement()
  /// What the sovereign fund takes in and pays out.
  public var fund = FundRule()
  /// Jobs that the government offers to everybody without one.
  public var guarantee = GuaranteeRule()
  /// Courses that lead into another occupation.
  public var retraining = RetrainingRule()

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
}
