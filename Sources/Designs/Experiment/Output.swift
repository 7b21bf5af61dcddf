/// What an experiment keeps of each run.
public struct Output: Sendable, Equatable {
  /// What analyses and columns call it.
  public let name: String
  /// The indicator it is taken from.
  public let indicator: String
  /// What is kept of the indicator's months.
  public let summary: Summary

  /// What becomes of a series of months.
  public enum Summary: Sendable, Equatable {
    /// The last month's value.
    case last
    /// The mean of so many last months.
    case mean(ofLast: Int)
    /// Every so many months a value, from the first.
    case series(every: Int)
    /// What a reform has brought to single persons.
    case gain(Gain)
  }

  /// The share of persons whose lives a reform has made better or worse than they are in the baseline.
  public struct Gain: Sendable, Equatable {
    /// Whose share: `losers`, `lose_much`, ….
    public let share: String
    /// What they gain or lose: `income`, `consumption` or `welfare`.
    public let measure: String
    /// Years that count; nil for the whole run.
    public let years: Int?

    /// A share from its properties.
    public init(share: String, measure: String, years: Int? = nil) {
      self.share = share
      self.measure = measure
      self.years = years
    }
  }

  /// What is asked about single persons; nil for an indicator.
  public var gain: Gain? { if case .gain(let gain) = summary { gain } else { nil } }

  /// An output from its properties.
  public init(name: String, indicator: String, summary: Summary = .last) {
    self.name = name
    self.indicator = indicator
    self.summary = summary
  }
}

/// A question put to the outputs of all points.
public enum Analysis: Sendable, Equatable {
  /// Sobol' indices of an output, from a Saltelli design.
  case sobol(output: String)
  /// Elementary effects on an output, from a Morris design.
  case morris(output: String)
  /// Boxes in which an output lies beyond a threshold.
  case prim(output: String, threshold: Threshold)
  /// Standardised regression coefficients of an output.
  case regression(output: String)
  /// How far each setting of the levers falls short of the best, over the settings of the uncertainties.
  case regret(output: String, isMoreBetter: Bool)
  /// The share of the settings of the uncertainties in which each setting of the levers is good enough.
  case satisficing(output: String, threshold: Threshold)

  /// The side of a value that is of interest; the value itself is not.
  public enum Threshold: Sendable, Equatable {
    case above(Double)
    case below(Double)

    /// Whether a value is on that side.
    public func isMet(by value: Double) -> Bool {
      switch self {
      case .above(let limit): value > limit
      case .below(let limit): value < limit
      }
    }
  }

  /// The output that is asked about.
  public var output: String {
    switch self {
    case .sobol(let output), .morris(let output), .prim(let output, _), .regression(let output),
      .regret(let output, _), .satisficing(let output, _):
      output
    }
  }

  /// The name that an experiment file gives it.
  public var name: String {
    switch self {
    case .sobol: "sobol"
    case .morris: "morris"
    case .prim: "prim"
    case .regression: "regression"
    case .regret: "regret"
    case .satisficing: "satisficing"
    }
  }

  /// The name of the only design that it can be made from; nil where any will do.
  var neededDesign: String? {
    switch self {
    case .sobol: "saltelli"
    case .morris: "morris"
    case .prim, .regression, .regret, .satisficing: nil
    }
  }
}
