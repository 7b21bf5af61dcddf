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
  /// Keys of the amounts that `phase_in`, where the policy has it, brings in by equal steps.
  static var phased: [String] { get }

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
  public static var phased: [String] { [] }
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
  /// Mean market wage of a full-time job in cents a month.
  public let meanWage: Double
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

/// Hypothetical incomes of persons, in columns: each row is a person in one state of work.
public struct Quotes: Sendable {
  /// The person of each row.
  public var person: [Int32] = []
  /// Hours over the standard week; 0 for the state without work.
  public var hours: [Double] = []
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
  /// Another law for a drawn sample; nil where there is none.
  public var pilot: Pilot?

  public init(
    policies: [any Policy], automation: AutomationPath = AutomationPath(), closure: Closure = Closure()
  ) {
    self.policies = policies
    self.automation = automation
    self.closure = closure
  }
}
