/// The firms, in columns, and their jobs, by firm and occupation. A firm that closes is replaced in its row.
/// Cells of jobs have one row more than there are firms: the government's.
struct Firms: Sendable {
  let occupations: Int
  var industry: Column<UInt8>
  /// Price over the price at the start.
  var price: Column<Double>
  /// Logarithm of productivity over trend.
  var productivity: Column<Double>
  /// Share of the industry's sales wanted by customers.
  var share: Column<Double>
  /// Demand of the month, and as expected for hiring and for investment, in units of output.
  var demand: Column<Double>
  var expectedDemand: Column<Double>
  var capacityDemand: Column<Double>
  /// What can be delivered this month, what is produced, what was sold.
  var capacity: Column<Double>
  var output: Column<Double>
  var inventory: Column<Double>
  /// Smoothed demand over capacity, and the last share of demand not served.
  var use: Column<Double>
  var stockout: Column<Double>
  /// Fixed capital in units of output of the investment basket.
  var capital: Column<Double>
  /// Months in the market.
  var age: Column<Int16>
  /// New human tasks per task.
  var newTasks: Column<Double>
  /// Month of the last adoption of AI; very early where there was none.
  var adoptedAt: Column<Int32>
  /// AI bill per unit of output, in cents.
  var aiUnitCost: Column<Double>
  /// Cost of robots per unit of output, in cents, and what their replacement costs this month.
  var robotUnitCost: Column<Double>
  var robotUpkeep: Column<Int64>
  /// What machines save in unit cost: the part that goes into prices, as the logarithm of cost without them over the cost
  /// that is priced; and what the firm keeps, in cents of the wanted price of a unit.
  var savingPassed: Column<Double>
  var savingKept: Column<Double>
  /// Labour needed per unit of output relative to a firm without automation.
  var labourRequirement: Column<Double>
  /// Pay of the month in cents, and receipts.
  var wageBill: Column<Int64>
  var sales: Column<Int64>
  /// Labour and AI costs of the month, for the wanted cash.
  var operatingCost: Column<Double>

  /// Serving cost over the AI bill before tax.
  var servingShare: Column<Double>
  /// Wanted investment of the month in cents, integration of AI included, and fixed capital it adds in units of output.
  var investment: Column<Double>
  var newCapital: Column<Double>
  /// Interest received on deposits this month in cents.
  var depositInterest: Column<Int64>
  /// Profit of the month before tax, in cents.
  var profit: Column<Int64>
  /// Value of the month's change in stocks, in cents.
  var inventoryChange: Column<Int64>
  /// What the law costs beside wages, contributions and taxes on AI and profit, less subsidies, in cents of the month.
  var charges: Column<Int64>
  /// Permits to automate that were bought this month, in cents.
  var permits: Column<Int64>
  /// Whether the law on the working week leaves the firm out; the last row is the government.
  var isExempt: Column<Bool>

  // By firm and occupation.
  /// Share of the firm's efficiency units.
  var mix: Column<Float>
  /// Task mass automated and augmented, and the mean starting cost of the AI that does it.
  var automated: Column<Float>
  var augmented: Column<Float>
  var taskCost: Column<Float>
  /// Task mass done by robots, and its mean cost over the median's.
  var robots: Column<Float>
  var robotCost: Column<Float>
  /// Labour that the tasks take over that without machines, last month; and heads in surplus for what machines took.
  var taskLabour: Column<Float>
  var surplus: Column<Float>
  /// Rounding of wanted heads: persistent.
  var threshold: Column<Float>
  var wanted: Column<Int32>
  var heads: Column<Int32>
  var vacancies: Column<Int32>

  var count: Int { industry.count }

  @inline(__always)
  func cell(_ firm: Int, _ occupation: Int) -> Int { firm * occupations + occupation }

  init(count: Int, occupations: Int) {
    self.occupations = occupations
    industry = Column(repeating: 0, count: count)
    price = Column(repeating: 1, count: count)
    productivity = Column(repeating: 0, count: count)
    share = Column(repeating: 0, count: count)
    demand = Column(repeating: 0, count: count)
    expectedDemand = Column(repeating: 0, count: count)
    capacityDemand = Column(repeating: 0, count: count)
    capacity = Column(repeating: 0, count: count)
    output = Column(repeating: 0, count: count)
    inventory = Column(repeating: 0, count: count)
    use = Column(repeating: 0, count: count)
    stockout = Column(repeating: 0, count: count)
    capital = Column(repeating: 0, count: count)
    age = Column(repeating: 120, count: count)
    newTasks = Column(repeating: 0, count: count)
    adoptedAt = Column(repeating: .min / 2, count: count)
    aiUnitCost = Column(repeating: 0, count: count)
    robotUnitCost = Column(repeating: 0, count: count)
    robotUpkeep = Column(repeating: 0, count: count)
    savingPassed = Column(repeating: 0, count: count)
    savingKept = Column(repeating: 0, count: count)
    labourRequirement = Column(repeating: 1, count: count)
    wageBill = Column(repeating: 0, count: count)
    sales = Column(repeating: 0, count: count)
    operatingCost = Column(repeating: 0, count: count)
    servingShare = Column(repeating: 0, count: count)
    investment = Column(repeating: 0, count: count)
    newCapital = Column(repeating: 0, count: count)
    depositInterest = Column(repeating: 0, count: count)
    profit = Column(repeating: 0, count: count)
    inventoryChange = Column(repeating: 0, count: count)
    charges = Column(repeating: 0, count: count)
    permits = Column(repeating: 0, count: count)
    isExempt = Column(repeating: false, count: count + 1)
    let cells = (count + 1) * occupations
    mix = Column(repeating: 0, count: cells)
    automated = Column(repeating: 0, count: cells)
    augmented = Column(repeating: 0, count: cells)
    taskCost = Column(repeating: 0, count: cells)
    robots = Column(repeating: 0, count: cells)
    robotCost = Column(repeating: 0, count: cells)
    taskLabour = Column(repeating: 1, count: cells)
    surplus = Column(repeating: 0, count: cells)
    threshold = Column(repeating: 0, count: cells)
    wanted = Column(repeating: 0, count: cells)
    heads = Column(repeating: 0, count: cells)
    vacancies = Column(repeating: 0, count: cells)
  }

  mutating func detach() {
    industry.detach()
    price.detach()
    productivity.detach()
    share.detach()
    demand.detach()
    expectedDemand.detach()
    capacityDemand.detach()
    capacity.detach()
    output.detach()
    inventory.detach()
    use.detach()
    stockout.detach()
    capital.detach()
    age.detach()
    newTasks.detach()
    adoptedAt.detach()
    aiUnitCost.detach()
    robotUnitCost.detach()
    robotUpkeep.detach()
    savingPassed.detach()
    savingKept.detach()
    labourRequirement.detach()
    wageBill.detach()
    sales.detach()
    operatingCost.detach()
    servingShare.detach()
    investment.detach()
    newCapital.detach()
    depositInterest.detach()
    profit.detach()
    inventoryChange.detach()
    charges.detach()
    permits.detach()
    isExempt.detach()
    mix.detach()
    automated.detach()
    augmented.detach()
    taskCost.detach()
    robots.detach()
    robotCost.detach()
    taskLabour.detach()
    surplus.detach()
    threshold.detach()
    wanted.detach()
    heads.detach()
    vacancies.detach()
  }
}
