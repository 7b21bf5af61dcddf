/// How the incomes, the spending and the work of a life are made one number.
public struct LifeValuation: Sendable, Equatable {
  /// How much more a larger household needs.
  public enum Equivalence: String, Sendable, CaseIterable {
    /// The square root of the number of members.
    case squareRoot = "square_root"
    /// 1, and 0.5 for each further person of 14 and more, and 0.3 for each child below.
    case oecdModified = "oecd_modified"
  }

  /// Months after which what has come together is noted, rising.
  public var windows: [Int]
  /// Real rate a year at which later months count less.
  public var discountRate: Double
  /// Needs of a household.
  public var equivalence: Equivalence
  /// Cost of unemployment to wellbeing over the loss of income.
  public var unemploymentCost: Double

  /// A valuation.
  public init(
    windows: [Int], discountRate: Double = 0.03, equivalence: Equivalence = .squareRoot,
    unemploymentCost: Double = 1.9
  ) {
    precondition(zip(windows, windows.dropFirst()).allSatisfy { $0 < $1 }, "windows must rise")
    self.windows = windows
    self.discountRate = discountRate
    self.equivalence = equivalence
    self.unemploymentCost = unemploymentCost
  }
}

/// What a person's life has been worth so far: present values at the scenario's start, in currency units at its prices.
public struct LifeValue: Sendable, BitwiseCopyable, Equatable {
  /// Equivalised disposable income.
  public var income = 0.0
  /// Equivalised consumption, consumption tax included.
  public var consumption = 0.0
  /// Her part, one over the members, of what the household spent.
  public var spending = 0.0
  /// Utility of consumption and work, and the part of it that is consumption.
  public var utility = 0.0
  public var enjoyment = 0.0
  /// The months' weights in utility, added up.
  public var weight = 0.0
  /// Months lived.
  public var months: Int32 = 0
  /// Whether she has lost a job to a firm that had just automated.
  public var isDisplaced = false

  /// Nothing yet.
  public init() {}

  /// The lasting relative change of consumption in this life that makes it as good as another.
  ///
  /// U = E - X with E the consumption part, which grows by the power 1 - y when consumption grows:
  /// (1 + L)^(1-y) E - X = U', so L = ((E + U' - U) / E)^(1/(1-y)) - 1; with logarithms L = exp((U' - U) / weight) - 1.
  /// - Parameters:
  ///   - utility: the other life's.
  ///   - curvature: y.
  /// - Returns: -1 where no consumption is as bad as the other life.
  public func equivalentGain(to utility: Double, curvature: Double) -> Double {
    guard weight > 0, utility != self.utility else { return 0 }
    let power = 1 - curvature
    if abs(power) < 1e-9 { return exponential((utility - self.utility) / weight) - 1 }
    let ratio = (enjoyment + utility - self.utility) / enjoyment
    // With a curvature above 1 utility of consumption is bounded above: a ratio of 0 is out of any consumption's reach.
    guard ratio > 0 else { return power > 0 ? -1 : .infinity }
    return exponential(logarithm(ratio) / power) - 1
  }
}

/// What is known about a person at the scenario's start, by which gains and losses are grouped.
public struct LifeTraits: Sendable, Equatable {
  /// Row, and clock of the birth or arrival: together they name the person.
  public let row: Int32
  public let arrival: Int32
  /// Age in years.
  public let age: Int
  public let ageClass: String
  /// Tenth of the persons by the income that their household reckons with per equivalent adult, 1 for the poorest.
  public let decile: Int
  /// Code of the occupation of who has or seeks a job; nil for the others.
  public let occupation: String?
  public let householdType: String
  public let isEmployed: Bool
}
