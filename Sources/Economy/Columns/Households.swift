/// The households, in columns. A row is reused after the last member has left; one without members is empty.
public struct Households: Sendable {
  /// First member; -1 for none.
  public internal(set) var first: Column<Int32>
  public internal(set) var size: Column<UInt8>
  /// Members under 18.
  public internal(set) var children: Column<UInt8>
  /// The household of a child who left, to whom an estate goes; for a merged household the one it merged into.
  var heir: Column<Int32>
  /// Income it reckons with in the long run, cents a month.
  var permanentIncome: Column<Double>
  /// What is left to spend of incomes that passed, in cents; below 0 where less came than was reckoned with.
  var passing: Column<Float>
  /// Wanted liquid wealth in years of permanent income.
  var buffer: Column<Float>
  /// Units of the fund of all ordinary equity, and of the AI providers.
  var equityUnits: Column<Int64>
  var providerUnits: Column<Int64>
  /// Dividends and rents of last month after tax, in cents; they are spent this month.
  var capitalIncome: Column<Int64>
  /// Those of them that are AI rents.
  var rentIncome: Column<Int64>
  /// Dividends of last month before tax.
  var grossCapitalIncome: Column<Int64>
  /// Market income of the month: earnings, interest, last month's dividends before tax.
  public internal(set) var marketIncome: Column<Int64>
  /// Disposable income of the month in cents.
  public internal(set) var disposable: Column<Int64>
  /// The means-tested part of it.
  public var meansTested: Column<Int64>
  /// Budget for consumption, tax included, then what was spent, in cents.
  var budget: Column<Int64>

  public var count: Int { first.count }

  init(count: Int) {
    first = Column(repeating: -1, count: count)
    size = Column(repeating: 0, count: count)
    children = Column(repeating: 0, count: count)
    heir = Column(repeating: -1, count: count)
    permanentIncome = Column(repeating: 0, count: count)
    passing = Column(repeating: 0, count: count)
    buffer = Column(repeating: 0, count: count)
    equityUnits = Column(repeating: 0, count: count)
    providerUnits = Column(repeating: 0, count: count)
    capitalIncome = Column(repeating: 0, count: count)
    rentIncome = Column(repeating: 0, count: count)
    grossCapitalIncome = Column(repeating: 0, count: count)
    marketIncome = Column(repeating: 0, count: count)
    disposable = Column(repeating: 0, count: count)
    meansTested = Column(repeating: 0, count: count)
    budget = Column(repeating: 0, count: count)
  }

  mutating func detach() {
    first.detach()
    size.detach()
    children.detach()
    heir.detach()
    permanentIncome.detach()
    passing.detach()
    buffer.detach()
    equityUnits.detach()
    providerUnits.detach()
    capitalIncome.detach()
    rentIncome.detach()
    grossCapitalIncome.detach()
    marketIncome.detach()
    disposable.detach()
    meansTested.detach()
    budget.detach()
  }

  /// Appends an empty household.
  mutating func append() {
    first.append(-1)
    size.append(0)
    children.append(0)
    heir.append(-1)
    permanentIncome.append(0)
    passing.append(0)
    buffer.append(0)
    equityUnits.append(0)
    providerUnits.append(0)
    capitalIncome.append(0)
    rentIncome.append(0)
    grossCapitalIncome.append(0)
    marketIncome.append(0)
    disposable.append(0)
    meansTested.append(0)
    budget.append(0)
  }
}
