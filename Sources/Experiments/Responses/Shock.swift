public import Economy

/// A deliberate disturbance whose effects are measured.
public struct Shock: Sendable, Equatable {
  /// Month of every shock, counted from the scenario's start: the year before it shows that nothing moved earlier.
  public static let month = 12
  /// Months that a shock to purchases lasts.
  public static let purchaseMonths = 12

  /// Its key, for files and programs.
  public let name: String
  /// What is done, for readers.
  public let label: String
  /// What the economy is told.
  public let impulses: Impulses

  /// One percentage point on the policy rate, once; the central bank's rule lets it fade.
  public static let policyRate = Shock("policy_rate", "Policy rate +1 percentage point, once") {
    $0.policyRate = 0.01
  }

  /// Trend productivity one percent higher for good.
  public static let productivity = Shock("productivity", "Productivity +1 % for good") {
    $0.productivity = 0.01
  }

  /// Government purchases higher by one percent of GDP for twelve months.
  public static let purchases = Shock("purchases", "Government purchases +1 % of GDP for 12 months") {
    $0.purchases = 0.01
  }

  /// All three.
  public static let all = [policyRate, productivity, purchases]

  private init(_ name: String, _ label: String, _ set: (inout Impulses) -> Void) {
    self.name = name
    self.label = label
    var impulses = Impulses()
    impulses.month = Self.month
    set(&impulses)
    self.impulses = impulses
  }
}

/// A model that can be disturbed.
public protocol Shockable: Simulation {
  /// The disturbance; none unless it is set.
  var impulses: Impulses { get set }
}

extension Economy: Shockable {}
