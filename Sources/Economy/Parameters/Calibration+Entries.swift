extension Calibration {
  /// A declared scalar and where it is kept.
  public struct Entry: Sendable {
    public let spec: ParameterSpec
    public let path: any WritableKeyPath<Calibration, Double> & Sendable
  }

  /// Every scalar an economy file must state, in the order in which a reader meets them.
  public static let entries: [Entry] = [
    entry(
      "population.growth", \.population.growth, "Growth of the number of persons", "share/year", 0...0.05),
    entry("population.fertility", \.population.fertility, "Births per woman over her life", "births", 0...8),
    entry(
      "population.motherhood_age", \.population.motherhoodAge, "Mean age of mothers at birth", "years",
      18...40),
    entry(
      "population.motherhood_spread", \.population.motherhoodSpread, "Standard deviation of that age",
      "years", 1...12),
    entry(
      "population.mortality_level", \.population.mortalityLevel, "Gompertz hazard of death at age 0",
      "share/year", 0...0.01),
    entry(
      "population.mortality_slope", \.population.mortalitySlope, "Growth of the Gompertz hazard with age",
      "1/year", 0...0.2),
    entry(
      "population.mortality_floor", \.population.mortalityFloor, "Hazard of death at every age", "share/year",
      0...0.05),
    entry(
      "population.leave_school_at_16", \.population.leaveSchoolAt16, "Share who leave education at 16",
      "share", 0...1),
    entry(
      "population.leave_school_at_18", \.population.leaveSchoolAt18, "Share who leave education at 18",
      "share", 0...1),
    entry(
      "population.leave_school_at_20", \.population.leaveSchoolAt20,
      "Share who leave education at 20; the rest leave at 22", "share", 0...1),
    entry(
      "population.leave_home_earliest", \.population.leaveHomeEarliest,
      "Earliest age of leaving the parents' household", "years", 16...40),
    entry(
      "population.leave_home_latest", \.population.leaveHomeLatest,
      "Latest age of leaving the parents' household", "years", 16...60),
    entry(
      "population.partnering", \.population.partnering,
      "Hazard of forming a couple, single adults of 20 to 44; half of it from 45 to 64", "share/year", 0...1),
    entry(
      "population.separation", \.population.separation, "Hazard that a couple separates", "share/year", 0...1),

    entry("retirement.early_age", \.retirement.earlyAge, "Earliest age of a pension", "years", 40...90),
    entry("retirement.normal_age", \.retirement.normalAge, "Age of the full pension", "years", 40...90),
    entry(
      "retirement.followers", \.retirement.followers,
      "Share of persons who retire at the normal age whatever it is", "share", 0...1),
    entry(
      "retirement.spread", \.retirement.spread,
      "Standard deviation of the others' retirement age around the normal age", "years", 0...10),

    entry(
      "labour_supply.curvature", \.labourSupply.curvature, "Curvature of the utility of consumption", "1",
      0.05...3),
    entry(
      "labour_supply.likers", \.labourSupply.likers, "Share of persons who like work and would work unpaid",
      "share", 0...1),
    entry(
      "labour_supply.participation", \.labourSupply.participation,
      "Share of persons between school and retirement who take part at the start", "share", 0.3...0.99),
    entry(
      "labour_supply.participation_elasticity", \.labourSupply.participationElasticity,
      "Elasticity of participation with respect to the net wage: what work adds, taxes and benefits included",
      "1", 0.01...2),
    entry(
      "labour_supply.hicksian_elasticity", \.labourSupply.hicksianElasticity,
      "Elasticity of hours with respect to the net wage, compensated; with the curvature below 1", "1",
      0.01...2),
    entry(
      "labour_supply.real_wage_indexation", \.labourSupply.realWageIndexation,
      "How far higher real wages raise what a person wants to earn: 1 takes all of them as goods and time in balance, 0 as work",
      "share", 0...1),
    entry(
      "labour_supply.review", \.labourSupply.review,
      "Months between two looks at the choice of work; events are looked at when they come", "months", 1...60),
    entry(
      "labour_supply.economies_of_scale", \.labourSupply.economiesOfScale,
      "Power of household size by which needs rise", "1", 0...1),
    entry(
      "labour_supply.work_cost", \.labourSupply.workCost,
      "Cost of going to work over the mean wage: what a job takes from consumption at any hours", "share",
      0...0.5),
    entry(
      "labour_supply.home_productivity", \.labourSupply.homeProductivity,
      "Power of a person's efficiency by which her distaste for taking part rises: 1 takes her time at home to be worth as much more as her work",
      "1", 0...1),
    entry(
      "labour_supply.limited_at_20", \.labourSupply.limitedAtTwenty,
      "Share of persons of 20 whose health limits the work they can do", "share", 0.001...0.5),
    entry(
      "labour_supply.limited_at_60", \.labourSupply.limitedAtSixty,
      "The same share at 60; between them it grows exponentially", "share", 0.001...0.5),
    entry(
      "labour_supply.limited_participation", \.labourSupply.limitedParticipation,
      "Participation of those persons over that of others, at the start", "share", 0.3...1),
    entry(
      "labour_supply.mothers_participation", \.labourSupply.mothersParticipation,
      "Participation of mothers of a child under six over that of others, at the start", "share", 0.3...1),

    entry(
      "labour_market.search_probability", \.labourMarket.searchProbability,
      "Probability that an unemployed person applies in a month", "share/month", 0...1),
    entry(
      "labour_market.search_full_months", \.labourMarket.searchFullMonths,
      "Months of unemployment after which search starts to fall", "months", 0...60),
    entry(
      "labour_market.search_decline", \.labourMarket.searchDecline, "Factor on search for each further month",
      "1", 0...1),
    entry(
      "labour_market.search_floor", \.labourMarket.searchFloor, "Lowest factor on search", "share", 0...1),
    entry(
      "labour_market.on_the_job_search", \.labourMarket.onTheJobSearch,
      "Probability that an employed person applies in a month", "share/month", 0...1),
    entry(
      "labour_market.on_the_job_recent", \.labourMarket.onTheJobRecent,
      "Factor on it in the first two years of a job", "1", 0...5),
    entry(
      "labour_market.on_the_job_settled", \.labourMarket.onTheJobSettled, "Factor on it after two years", "1",
      0...5),
    entry(
      "labour_market.interview_share", \.labourMarket.interviewShare,
      "Share of vacancies that interview in a month", "share/month", 0...1),
    entry(
      "labour_market.layoff_speed", \.labourMarket.layoffSpeed, "Share of excess heads laid off in a month",
      "share/month", 0...1),
    entry(
      "labour_market.layoff_band", \.labourMarket.layoffBand, "Excess heads a firm bears before it lays off",
      "heads", 0...5),
    entry(
      "labour_market.separation_hazard", \.labourMarket.separationHazard,
      "Hazard of quitting a job into unemployment", "share/month", 0...0.2),
    entry(
      "labour_market.dismissal_hazard", \.labourMarket.dismissalHazard,
      "Hazard of being dismissed by a firm at its normal use of capacity", "share/month", 0...0.2),
    entry(
      "labour_market.dismissal_response", \.labourMarket.dismissalResponse,
      "Relative fall of that hazard for each unit of a firm's use of capacity above normal", "1", 0...100),
    entry(
      "labour_market.separation_recent", \.labourMarket.separationRecent,
      "Factor on it in the first year of a job", "1", 0...5),
    entry(
      "labour_market.separation_settled", \.labourMarket.separationSettled,
      "Factor on it after the first year", "1", 0...5),
    entry(
      "labour_market.insured_separations", \.labourMarket.insuredSeparations,
      "Share of those who quit that qualify for unemployment insurance; who is dismissed does", "share", 0...1
    ),
    entry(
      "labour_market.stay_share", \.labourMarket.stayShare,
      "Weight of the own occupation group among applications", "share", 0...1),
    entry(
      "labour_market.wage_weight", \.labourMarket.wageWeight,
      "Power of an occupation's wage in attracting applications", "1", 0...3),
    entry(
      "labour_market.acceptance", \.labourMarket.acceptance,
      "Least offer an employed applicant takes, over the present wage", "1", 0.5...2),
    entry(
      "labour_market.discouragement_after", \.labourMarket.discouragementAfter,
      "Months of unemployment after which a person may give up", "months", 0...120),
    entry(
      "labour_market.discouragement_hazard", \.labourMarket.discouragementHazard,
      "Hazard of giving up from then on", "share/month", 0...1),
    entry(
      "labour_market.older_applicants", \.labourMarket.olderApplicants,
      "By how much less often a vacancy takes an applicant of 65 than one of 30; in equal steps between",
      "share",
      0...0.95),

    entry(
      "wages.slope", \.wages.slope,
      "Response of monthly wage growth to the logarithm of tightness over its normal", "1/month", 0...0.05),
    entry(
      "wages.normal_tightness", \.wages.normalTightness,
      "Vacancies over unemployed persons at which wages follow expectations", "1", 0.05...5),
    entry(
      "wages.occupation_slope", \.wages.occupationSlope,
      "Response of an occupation's relative wage to its own tightness", "1/month", 0...0.05),
    entry(
      "wages.occupation_reversion", \.wages.occupationReversion,
      "Speed at which relative wages return to the starting structure", "1/month", 0...0.5),
    entry(
      "wages.displacement_loss", \.wages.displacementLoss,
      "Wage loss of a person laid off after `wages.loss_tenure` in the job, at normal unemployment", "share",
      0...0.9),
    entry(
      "wages.displacement_cycle", \.wages.displacementCycle,
      "Relative rise of that loss for each unit of the unemployment rate above normal", "1", 0...200),
    entry(
      "wages.loss_tenure", \.wages.lossTenure,
      "Time in a job up to which what its end costs grows in proportion", "months", 1...480),
    entry(
      "wages.switch_loss", \.wages.switchLoss, "Further loss on re-hire in another occupation group", "share",
      0...0.9),
    entry(
      "wages.recovery", \.wages.recovery, "Share of what will fade of a loss that fades in a month",
      "share/month",
      0...1),
    entry("wages.lasting_loss", \.wages.lastingLoss, "Share of a loss that never fades", "share", 0...1),
    entry(
      "wages.mean_loss", \.wages.meanLoss, "Mean of the losses that persons carry at the start", "share",
      0...0.5),
    entry(
      "wages.partner_correlation", \.wages.partnerCorrelation, "Correlation of partners' wage ranks", "1",
      -0.99...0.99),
    entry(
      "wages.top_pareto_exponent", \.wages.topParetoExponent,
      "Pareto exponent of wages above the 90th percentile of an occupation", "1", 1.1...10),

    entry(
      "expectations.anchor", \.expectations.anchor, "Weight of the inflation target in expected inflation",
      "share", 0...1),
    entry(
      "expectations.adaptation", \.expectations.adaptation, "Speed at which expected inflation follows",
      "share/month", 0...1),
    entry(
      "expectations.demand_speed", \.expectations.demandSpeed,
      "Speed at which firms' expected demand follows demand", "share/month", 0...1),
    entry(
      "expectations.capacity_speed", \.expectations.capacitySpeed,
      "Speed at which demand expected for investment follows", "share/month", 0...1),

    entry(
      "production.productivity_growth", \.production.productivityGrowth, "Trend growth of output per hour",
      "share/year", -0.05...0.2),
    entry("production.markup", \.production.markup, "Price over unit labour cost, less one", "share", 0...3),
    entry(
      "production.labour_buffer", \.production.labourBuffer,
      "Wanted heads over the heads that expected sales need", "1", 1...2),
    entry(
      "production.missing_heads", \.production.missingHeads,
      "Share of wanted heads that are missing at rest, at the start and in normal unit cost: vacancies and what is not posted yet",
      "share", 0...0.3),
    entry(
      "production.capital_output_ratio", \.production.capitalOutputRatio,
      "Fixed capital over a year's output", "years", 0.1...10),
    entry(
      "production.depreciation", \.production.depreciation, "Depreciation of fixed capital", "share/year",
      0...1),
    entry(
      "production.normal_capital_use", \.production.normalCapitalUse,
      "Output at the normal capital stock over its capacity", "share", 0.1...1),
    entry(
      "production.productivity_persistence", \.production.productivityPersistence,
      "Autocorrelation of a firm's log productivity", "1", 0...1),
    entry(
      "production.productivity_innovation", \.production.productivityInnovation,
      "Standard deviation of its monthly innovation", "1", 0...0.5),
    entry(
      "production.productivity_spread", \.production.productivitySpread,
      "Standard deviation of log productivity at entry", "1", 0...1),
    entry(
      "production.firms_per_million_workers", \.production.firmsPerMillionWorkers,
      "Firms per million private workers", "firms", 100...500_000),
    entry(
      "production.size_exponent", \.production.sizeExponent, "Tail exponent of firm sizes at the start", "1",
      0.5...3),
    entry(
      "production.inventory_months", \.production.inventoryMonths,
      "Months of sales held in stock where the product can be stored", "months", 0...12),

    entry(
      "prices.adjustment", \.prices.adjustment, "Share of the gap to the wanted price closed in a month",
      "share/month", 0...1),
    entry(
      "prices.shortage_weight", \.prices.shortageWeight,
      "Response of the wanted price to capacity use above normal", "1", 0...5),
    entry("prices.normal_use", \.prices.normalUse, "Normal demand over capacity", "share", 0.3...1),

    entry(
      "investment.gap_speed", \.investment.gapSpeed, "Share of the gap to wanted capital closed in a month",
      "share/month", 0...1),
    entry(
      "investment.rate_response", \.investment.rateResponse,
      "Fall of wanted capital per point of the real rate above natural", "1", 0...20),

    entry("finance.leverage", \.finance.leverage, "Wanted loans over fixed capital", "share", 0...1),
    entry(
      "finance.leverage_speed", \.finance.leverageSpeed, "Share of the gap to wanted loans closed in a month",
      "share/month", 0...1),
    entry(
      "finance.cash_months", \.finance.cashMonths, "Wanted firm deposits in months of labour and AI costs",
      "months", 0...24),
    entry(
      "finance.payout", \.finance.payout, "Share of deposits above the wanted paid out in a month",
      "share/month", 0...1),
    entry(
      "finance.loan_spread", \.finance.loanSpread, "Loan rate over the policy rate", "share/year", 0...0.5),
    entry(
      "finance.deposit_discount", \.finance.depositDiscount, "Policy rate over the deposit rate",
      "share/year", 0...0.2),
    entry(
      "finance.bank_equity_least", \.finance.bankEquityLeast,
      "Bank equity, over a year's GDP, below which the government fills it up", "years of GDP", -1...1),
    entry(
      "finance.bank_payout", \.finance.bankPayout,
      "Share of bank equity above the wanted paid out in a month", "share/month", 0...1),
    entry(
      "finance.bank_equity", \.finance.bankEquity, "Bank equity wanted, over a year's GDP", "years of GDP",
      0...2),
    entry(
      "finance.recovery_rate", \.finance.recoveryRate,
      "Equity over fixed capital with which the successor of a failed firm starts; the bank writes off the loan beyond it",
      "share", 0...1),
    entry(
      "finance.equity_yield", \.finance.equityYield,
      "Dividends over the market value of equity, for measuring wealth", "share/year", 0.005...0.5),

    entry("turnover.small_exit", \.turnover.smallExit, "Exit rate of small firms", "share/year", 0...1),
    entry(
      "turnover.small_size", \.turnover.smallSize, "Workers up to which that rate holds", "workers", 1...1000),
    entry(
      "turnover.exit_power", \.turnover.exitPower, "Power of size by which the rate falls above", "1", 0...5),
    entry(
      "turnover.minimum_size", \.turnover.minimumSize, "Workers below which a firm closes", "workers", 0...50),
    entry("turnover.entrant_smallest", \.turnover.entrantSmallest, "Smallest entrant", "workers", 0.5...100),
    entry("turnover.entrant_largest", \.turnover.entrantLargest, "Largest entrant", "workers", 0.5...1000),

    entry(
      "consumption.income_smoothing", \.consumption.incomeSmoothing,
      "Speed at which permanent income follows income", "share/month", 0...1),
    entry(
      "consumption.buffer_speed", \.consumption.bufferSpeed,
      "Share of the gap to the wanted buffer closed in a year", "share/year", 0...2),
    entry(
      "consumption.rate_response", \.consumption.rateResponse,
      "Fall of spending per point of the real rate above natural", "1", 0...10),
    entry(
      "consumption.passing_speed", \.consumption.passingSpeed,
      "Share of what is to be spent of passing incomes that is spent in a month", "share/month", 0.05...1),
    entry(
      "consumption.mpc_at_0", \.consumption.mpcAtZero,
      "Share of a passing income that is spent in the end, with no liquid wealth", "share", 0...1),
    entry(
      "consumption.mpc_at_0_1", \.consumption.mpcAtTenth, "The same with a tenth of a year's income", "share",
      0...1),
    entry(
      "consumption.mpc_at_0_3", \.consumption.mpcAtThirdYear, "The same with 0.3 of a year's income", "share",
      0...1),
    entry("consumption.mpc_at_1", \.consumption.mpcAtOne, "The same with a year's income", "share", 0...1),
    entry(
      "consumption.mpc_at_3", \.consumption.mpcAtThree, "The same with three years' income and more", "share",
      0...1),
    entry(
      "consumption.minimum_share", \.consumption.minimumShare,
      "Least share of the month's income that is spent", "share", 0...1),
    entry(
      "consumption.price_elasticity", \.consumption.priceElasticity,
      "Elasticity of substitution between industries", "1", 0...5),

    entry(
      "demand.share_price_speed", \.demand.sharePriceSpeed,
      "Monthly fall of a firm's market share per log point of its relative price", "1/month", 0...5),
    entry(
      "demand.share_noise", \.demand.shareNoise,
      "Standard deviation of the monthly change of log market share of small firms", "1", 0...0.5),
    entry(
      "demand.share_noise_power", \.demand.shareNoisePower, "Power of firm size by which that noise falls",
      "1", 0...0.5),
    entry(
      "demand.share_noise_interval", \.demand.shareNoiseInterval,
      "Mean months between two moves of a firm's fortune; their variance a month does not depend on it",
      "months",
      1...120),
    entry(
      "demand.share_stockout", \.demand.shareStockout,
      "Monthly fall of market share per share of demand not served", "1/month", 0...1),
    entry(
      "demand.sentiment_persistence", \.demand.sentimentPersistence,
      "Autocorrelation of the aggregate sentiment shock", "1/month", 0...1),
    entry(
      "demand.sentiment_spread", \.demand.sentimentSpread,
      "Standard deviation of its monthly innovation, on consumption", "share", 0...0.1),
    entry(
      "demand.sentiment_investment", \.demand.sentimentInvestment,
      "Its size on investment over its size on consumption", "1", 0...10),
    entry(
      "demand.slump_hazard", \.demand.slumpHazard, "Chance of a slump of sentiment in a month", "share/month",
      0...1),
    entry(
      "demand.slump_depth", \.demand.slumpDepth, "By how much sentiment falls then, on consumption", "share",
      0...0.5),

    entry(
      "central_bank.inflation_target", \.centralBank.inflationTarget, "Inflation target", "share/year",
      -0.02...0.2),
    entry(
      "central_bank.natural_rate", \.centralBank.naturalRate, "Natural real rate at the start", "share/year",
      -0.05...0.1),
    entry(
      "central_bank.natural_rate_learning", \.centralBank.naturalRateLearning,
      "Speed at which the bank revises its natural rate with the inflation gap", "1/year", 0...1),
    entry(
      "central_bank.inflation_weight", \.centralBank.inflationWeight,
      "Response of the policy rate to the inflation gap", "1", 0...5),
    entry(
      "central_bank.unemployment_weight", \.centralBank.unemploymentWeight,
      "Response of the policy rate to the unemployment gap", "1", 0...5),
    entry(
      "central_bank.normal_unemployment", \.centralBank.normalUnemployment,
      "Unemployment rate that the bank and the budget rule take as normal", "share", 0...0.3),
    entry("central_bank.smoothing", \.centralBank.smoothing, "Weight of last month's rate", "share", 0...1),
    entry(
      "central_bank.floor", \.centralBank.floor, "Lower bound of the policy rate", "share/year", -0.02...0.1),
    entry(
      "central_bank.look_through", \.centralBank.lookThrough,
      "Share of the disinflation that comes from machines' lower costs which the bank does not answer",
      "share", 0...1),

    entry(
      "government.purchases", \.government.purchases, "Purchases of goods and services over GDP", "share",
      0...0.6),
    entry("government.public_jobs", \.government.publicJobs, "Public jobs over all jobs", "share", 0...0.6),
    entry(
      "government.debt_target", \.government.debtTarget,
      "Debt ratio the budget rule steers to; also the debt at the start", "years of GDP", 0...3),
    entry(
      "government.debt_maturity", \.government.debtMaturity,
      "Mean maturity of the debt: one part in so many takes the policy rate each month", "months", 1...600),
    entry(
      "government.debt_feedback", \.government.debtFeedback, "Surplus wanted per point of debt above target",
      "1/year", 0...1),
    entry(
      "government.cyclical_feedback", \.government.cyclicalFeedback,
      "Deficit allowed per point of unemployment above normal", "1", 0...3),
    entry(
      "government.rule_speed", \.government.ruleSpeed,
      "Share of the gap that the instruments close in a month", "share/month", 0...1),
    entry(
      "government.announced_financing", \.government.announcedFinancing,
      "Share of a change in spending on the basic income that the closure's instruments finance in the month it starts",
      "share", 0...1.5),
    entry(
      "government.central_bank_holdings", \.government.centralBankHoldings,
      "Share of the debt that the central bank holds", "share", 0...1),
    entry(
      "government.foreign_holdings", \.government.foreignHoldings,
      "Share of the debt held abroad at the start, and of new bonds sold abroad", "share", 0...1),

    entry(
      "capital_taxes.investment", \.capitalTaxes.investment,
      "Elasticity of wanted capital to what corporate and capital income tax leave of a return", "1", 0...5),
    entry(
      "capital_taxes.reporting", \.capitalTaxes.reporting,
      "Part of profits and capital incomes no longer reported per unit of the tax rate above the standing law's",
      "1", 0...10),

    entry("wealth.deposits", \.wealth.deposits, "Household deposits at the start", "years of GDP", 0...10),
    entry(
      "wealth.income_loading", \.wealth.incomeLoading, "Loading of log deposits on log income", "1", 0...3),
    entry("wealth.age_loading", \.wealth.ageLoading, "Loading of log deposits on age", "1/year", 0...0.2),
    entry(
      "wealth.deposit_spread", \.wealth.depositSpread, "Standard deviation of the rest of log deposits", "1",
      0...5),
    entry(
      "wealth.equity_spread", \.wealth.equitySpread, "Standard deviation of log equity among holders", "1",
      0...5),
    entry(
      "wealth.equity_holders", \.wealth.equityHolders, "Share of households that own equity", "share",
      0.01...1),
    entry(
      "wealth.provider_holders", \.wealth.providerHolders,
      "Share of households, the largest owners of equity, that own AI providers", "share", 0.001...1),
    entry(
      "wealth.newcomer_buffer", \.wealth.newcomerBuffer, "Wanted buffer of immigrants' households",
      "years of income", 0...100),
    entry(
      "wealth.buffer_ceiling", \.wealth.bufferCeiling, "Largest wanted buffer", "years of income", 0...100),

    entry(
      "foreign.rents_returned", \.foreign.rentsReturned,
      "Share of rents paid abroad that come back as demand for exports", "share", 0...1),
    entry(
      "foreign.spending_months", \.foreign.spendingMonths,
      "Months over which the rest of the world spends its receipts", "months", 1...120),

    entry("providers.closed", \.providers.closed, "Number of closed AI providers", "firms", 1...20),
    entry(
      "providers.leader_share", \.providers.leaderShare, "Market share of the largest at the start", "share",
      0.05...1),
    entry(
      "providers.open_lag", \.providers.openLag, "Months by which open models follow the frontier", "months",
      0...120),
  ]

  private static func entry(
    _ key: String, _ path: any WritableKeyPath<Calibration, Double> & Sendable, _ meaning: String,
    _ unit: String,
    _ bounds: ClosedRange<Double>
  ) -> Entry {
    Entry(
      spec: ParameterSpec(
        key, meaning, unit: unit, .number(bounds), default: nil, source: "the economy file", dated: false),
      path: path)
  }
}
