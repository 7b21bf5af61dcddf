/// A monthly indicator: what a column of the `monthly` table means.
public struct IndicatorSpec: Sendable, Equatable {
  /// Column name in snake_case.
  public let name: String
  public let label: String
  public let unit: String
  public let definition: String
  /// Whether it stands in the headline table at the end of a run.
  public let isHeadline: Bool
}

/// The indicators, in the order in which tables and databases hold them.
public enum Indicator: Int, Sendable, CaseIterable {
  case unemploymentRate, participationRate, employmentRate, vacancyRate, jobFindingRate, separationRate
  case jobToJobRate, groupSwitchRate, longTermUnemploymentRate, averageWeeklyHours
  case gdpNominal, gdpReal, productivity, priceLevel, inflation, wageMeanReal, labourShare, profitShare
  case aiRentShare, keptSavingShare, automatedTaskShare, displacedShare, aiPrice
  case consumptionReal, investmentReal, governmentRevenue, governmentSpending, governmentDeficit
  case governmentDebtToGdp, policyRate, labourTaxSurcharge, consumptionTaxRate, aiTaxRate, basicIncomeScale
  case ubiSpending, demandServed, capacityUse, firmExitRate, firmSizeExponent
  case giniDisposable, giniMarket, giniWealth, povertyRate, povertyGap, top10IncomeShare, top10WealthShare
  case population, householdDeposits, firmLoans, auditResidualCents
  case fundValue, guaranteedJobs, retraining

  public var spec: IndicatorSpec { Self.specs[rawValue] }

  /// Whether it needs the distribution of incomes or of wealth, which takes longer to find than all others together.
  public var isOfDistribution: Bool {
    (Self.giniDisposable.rawValue...Self.top10WealthShare.rawValue).contains(rawValue)
  }

  /// The column named so; nil where there is none.
  public init?(name: String) {
    guard let index = Self.specs.firstIndex(where: { $0.name == name }) else { return nil }
    self.init(rawValue: index)
  }

  static let specs: [IndicatorSpec] = [
    rate(
      "unemployment_rate", "Unemployment rate",
      "Unemployed persons over the labour force (employed, in public jobs, or unemployed)", true),
    rate("participation_rate", "Participation rate", "Labour force over persons of 16 and more", true),
    rate(
      "employment_rate", "Employment rate",
      "Employed persons, public jobs included, over persons of 16 and more", true),
    rate("vacancy_rate", "Vacancy rate", "Vacancies over vacancies and filled jobs", false),
    rate(
      "job_finding_rate", "Job finding",
      "Unemployed persons hired in the month over the unemployed at its start", false),
    rate(
      "separation_rate", "Separations",
      "Persons who went from a job into unemployment in the month over the employed at its start", false),
    rate(
      "job_to_job_rate", "Job-to-job moves",
      "Employed persons who changed employer in the month over the employed at its start", false),
    rate(
      "group_switch_rate", "Hires into another occupation",
      "Unemployed persons hired into another occupation group over all of them hired", false),
    rate(
      "long_term_unemployment_rate", "Long-term share of unemployment",
      "Unemployed for more than 6 months over the unemployed", false),
    spec(
      "average_weekly_hours", "Weekly hours", "hours",
      "Mean weekly hours of the employed; 40 is the standard week at the start", true),
    spec(
      "gdp_nominal", "GDP", "currency/month",
      "Gross domestic product of the month at current prices, in the model's population", false),
    spec("gdp_real", "Real GDP", "currency/month", "GDP at the prices of the scenario's start", true),
    spec("productivity", "Output per hour", "currency/hour", "Real GDP over hours worked", true),
    spec(
      "price_level", "Price level", "index",
      "Consumer prices, 1 at the scenario's start; a chained index with expenditure weights", true),
    rate(
      "inflation", "Inflation", "Growth of consumer prices before consumption tax over twelve months", false),
    spec(
      "wage_mean_real", "Real wage", "currency/month",
      "Mean gross monthly earnings of the employed over the price level", true),
    rate(
      "labour_share", "Labour share",
      "Compensation of employees, employers' contributions included, over GDP", true),
    rate("profit_share", "Profit share", "Firms' and the bank's profit before tax over GDP", false),
    rate("ai_rent_share", "AI rents", "Providers' revenue less serving cost over GDP", true),
    rate(
      "kept_saving_share", "Savings kept by firms",
      "What machines save and firms keep out of their prices, markup included, over GDP", false),
    rate(
      "automated_task_share", "Automated tasks",
      "Task mass done by AI or robots, weighted by the wage bill it would have had", true),
    rate(
      "displaced_share", "Displaced by automation",
      "Persons laid off since the start of the scenario because machines had taken their tasks, over the labour force; posts that fell vacant and were not filled are not counted",
      false),
    spec(
      "ai_price", "Price of AI", "index",
      "Price of AI services at fixed quality before tax, 1 at the scenario's start", false),
    spec(
      "consumption_real", "Real consumption", "currency/month",
      "Household consumption at the prices of the scenario's start", true),
    spec(
      "investment_real", "Real investment", "currency/month",
      "Investment in fixed capital and integration of AI at the prices of the scenario's start",
      false),
    spec("government_revenue", "Revenue", "currency/month", "Taxes and contributions received", false),
    spec(
      "government_spending", "Spending", "currency/month",
      "Purchases, public wages, transfers and interest paid", false),
    spec("government_deficit", "Deficit", "currency/month", "Spending less revenue", false),
    spec(
      "government_debt_to_gdp", "Government debt", "years of GDP",
      "Bonds outstanding over the GDP of the last twelve months", true),
    rate("policy_rate", "Policy rate", "The central bank's rate a year", false),
    rate(
      "labour_tax_surcharge", "Labour tax surcharge", "Surcharge on earnings that closes the budget", false),
    rate("consumption_tax_rate", "Consumption tax", "Tax on consumption over its price before tax", false),
    rate("ai_tax_rate", "AI tax", "Tax on AI services bought", false),
    spec(
      "basic_income_scale", "Scale of the basic income", "1", "What the closure leaves of the stated amount",
      false),
    spec("ubi_spending", "Basic income paid", "currency/month", "Gross spending on the basic income", false),
    rate("demand_served", "Demand served", "Demand met from capacity and stock over demand, by value", false),
    rate(
      "capacity_use", "Demand over capacity",
      "Firms' smoothed demand over capacity, weighted by expected sales", false),
    rate("firm_exit_rate", "Firm exits", "Firms closed in the last twelve months over firms", false),
    spec(
      "firm_size_exponent", "Firm size exponent", "1",
      "By Axtell's method over firms of nine heads and more, at the end of the year; held through the next",
      false),
    rate(
      "gini_disposable", "Gini of disposable income",
      "Gini of equivalised monthly disposable income (square-root scale), person-weighted", true),
    rate(
      "gini_market", "Gini of market income",
      "Gini of equivalised monthly income before taxes and transfers, person-weighted", false),
    rate(
      "gini_wealth", "Gini of wealth",
      "Gini of household wealth: deposits, equity at market value, provider units", true),
    rate(
      "poverty_rate", "Poverty rate",
      "Share of persons below 60 % of the median equivalised disposable income", true),
    rate(
      "poverty_gap", "Poverty gap",
      "Mean shortfall from that line over the line (FGT1), the non-poor counting as 0", false),
    rate(
      "top10_income_share", "Top-10 % income share",
      "Share of equivalised disposable income of the top tenth of persons", false),
    rate(
      "top10_wealth_share", "Top-10 % wealth share", "Share of wealth of the top tenth of households", false),
    spec("population", "Persons", "persons", "Persons alive", false),
    spec(
      "household_deposits", "Household deposits", "years of GDP",
      "Household deposits over the GDP of the last twelve months", false),
    spec(
      "firm_loans", "Firm loans", "years of GDP", "Firm loans over the GDP of the last twelve months", false),
    spec(
      "audit_residual_cents", "Audit residual", "cents",
      "Sum of the absolute residuals of the monthly audit; a run with another value than 0 stops", false),
    spec(
      "fund_value", "Sovereign fund", "years of GDP",
      "Deposits and equity of the sovereign fund at market value over the GDP of the last twelve months",
      false),
    rate("guaranteed_jobs", "Guaranteed jobs", "Persons in guaranteed jobs over the labour force", false),
    rate("retraining", "In retraining", "Persons in retraining over the labour force", false),
  ]

  private static func rate(_ name: String, _ label: String, _ definition: String, _ headline: Bool)
    -> IndicatorSpec
  {
    IndicatorSpec(name: name, label: label, unit: "fraction", definition: definition, isHeadline: headline)
  }

  private static func spec(
    _ name: String, _ label: String, _ unit: String, _ definition: String, _ headline: Bool
  )
    -> IndicatorSpec
  {
    IndicatorSpec(name: name, label: label, unit: unit, definition: definition, isHeadline: headline)
  }
}

/// Which of a month's indicators are measured. The economy is the same whatever is asked of it.
public enum MeasureScope: Sendable {
  case all
  /// Those of the distribution are NaN.
  case withoutDistribution
}

/// One month's indicators.
public struct MonthlyIndicators: Sendable, Equatable {
  /// Months since the start of the scenario; the burn-in is negative.
  public let month: Int
  /// By `Indicator.rawValue`.
  public internal(set) var values: [Double]

  public init(month: Int, values: [Double] = Array(repeating: 0, count: Indicator.allCases.count)) {
    precondition(values.count == Indicator.allCases.count)
    self.month = month
    self.values = values
  }

  public subscript(indicator: Indicator) -> Double {
    get { values[indicator.rawValue] }
    set { values[indicator.rawValue] = newValue }
  }
}
