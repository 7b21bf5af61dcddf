public import Economy
public import MeanField

/// What the paths of automation of a scenario do to the mean-field labour market of its economy.
///
/// The market knows occupations, mobility and machines, nothing else of the scenario: no wages, prices or
/// policies.
public struct MeanFieldResult: Sendable {
  /// The scenario's name.
  public let scenario: String
  /// The scenario's title.
  public let title: String
  /// The country.
  public let economy: String
  /// Calendar month of the first step.
  public let start: YearMonth
  /// Months that the steps cover.
  public let months: Int
  /// The calibration.
  public let pace: Pace
  /// The program.
  public let codeVersion: String
  /// In the economy file's order.
  public let occupations: [Occupation]
  /// The baseline, then the reforms.
  public let variants: [Variant]

  /// How long a step is, and what follows from it.
  public enum Pace: String, Sendable, CaseIterable {
    /// A month, at levels of the United States; machines take over tasks in equal steps, as in the whole
    /// model.
    case month
    /// The 6.75 weeks of the paper and its logistic path, stretched to the months of the scenario's path.
    case paper

    /// The market's parameters.
    public var rules: MarketRules {
      switch self {
      case .month: .monthly
      case .paper: .paper
      }
    }

    /// Steps in so many months, in parts of steps.
    func steps(in months: Double) -> Double { months * MarketRules.monthly.weeksPerStep / rules.weeksPerStep }
  }

  /// The baseline or a reform.
  public struct Variant: Sendable {
    /// Its key.
    public let name: String
    /// What reports call it.
    public let label: String
    /// The earliest variant with the same machines, and so with the same labour market; nil where there is
    /// none.
    public let sameAs: String?
    /// Share of hours saved by occupation once the path is complete, 0 to 1.
    public let hoursSaved: [Double]
    /// Growth of the jobs wanted by occupation once the path is complete, as a share.
    public let demandChange: [Double]
    /// Before the first step.
    public let rest: MarketRates
    /// After each step.
    public let steps: [MarketRates]
    /// Long after the path is complete; nil where the market was still moving.
    public let newRest: MarketRates?
    /// In the occupations' order.
    public let occupations: [OccupationOutcome]

    /// The step with the highest unemployment, counted from 0; nil where it never rises above rest.
    public var peak: Int? {
      let highest = steps.indices.max { steps[$0].unemployment < steps[$1].unemployment }
      // What is left of the way to rest, and rounding, is no rise.
      return highest.flatMap { steps[$0].unemployment > rest.unemployment + 1e-9 ? $0 : nil }
    }

    /// The area of the loop in the plane of unemployment and vacancies, above 0 where it runs
    /// counter-clockwise.
    public var loopArea: Double { BeveridgeLoop.area([rest] + steps) }
  }

  /// Unemployment of those who lost a job in an occupation, over its labour force.
  public struct OccupationOutcome: Sendable, Equatable {
    /// Before the first step and at its highest.
    public var unemployment: Range
    /// The same for those without work for 27 weeks and more.
    public var longTerm: Range

    /// A share at rest, its highest value, and the step of that, counted from 0.
    public struct Range: Sendable, Equatable {
      public let rest: Double
      public private(set) var highest: Double
      public private(set) var step = 0

      init(_ rest: Double) { (self.rest, highest) = (rest, rest) }

      mutating func add(_ value: Double, step: Int) {
        if value > highest { (highest, self.step) = (value, step) }
      }
    }
  }

  /// The month of the scenario at whose end, or within which, a step ends; counted from 0.
  public func month(ofStep step: Int) -> Int {
    // A step that ends with a month belongs to it.
    let end = Double(step + 1) / pace.steps(in: 1)
    return max(0, Int((end - 1e-9).rounded(.down)))
  }

  /// The last step that has ended by the end of a month, counted from 0; nil where none has.
  public func step(endedBy month: Int) -> Int? {
    let ended = Int((pace.steps(in: Double(month + 1)) + 1e-9).rounded(.down))
    return ended > 0 ? ended - 1 : nil
  }
}
