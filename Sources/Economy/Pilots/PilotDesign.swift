/// An experiment inside the economy, as the `pilot:` section of a scenario states it: who is drawn, what the treated
/// get, for how long, and how the effect is read.
public struct PilotDesign: Sendable {
  /// What is drawn.
  public enum Unit: String, Sendable, CaseIterable {
    /// Single persons.
    case persons
    /// Households, with everybody who lives in them.
    case households
    /// Firms, with what the law asks of employers.
    case firms
  }

  /// Who may be drawn by what they do when the pilot begins.
  public enum State: String, Sendable, CaseIterable {
    case any, employed, unemployed, jobless
  }

  /// The comparison that gives the effect.
  public enum Estimator: String, Sendable, CaseIterable {
    /// Treated persons, less the same persons in the same economy without the pilot: what a random assignment
    /// estimates, without the chance of who is drawn.
    case ownCounterfactual = "own_counterfactual"
    /// Treated less control group in the economy with the pilot, less the same difference before it.
    case difference
    /// The whole economy with the pilot, less the same economy without it.
    case economy
  }

  /// How the treated are grouped.
  public enum Grouping: String, Sendable, CaseIterable {
    case none, age, liquidity
  }

  public let unit: Unit
  public let treated: Int
  public let control: Int
  /// Years of age, both ends included.
  public let ages: ClosedRange<Int>
  /// Largest market income of the household, in currency a year.
  public let householdIncome: Double
  public let state: State
  /// Least heads of a firm.
  public let firmHeads: Int
  /// Months the pilot lasts, and those over which effects are means, counted from its first as 1.
  public let months: Int
  public let window: ClosedRange<Int>
  /// Paid to each treated person or household, in cents a month, for some months.
  public let transfer: Double
  public let transferMonths: Int
  /// How far a household with plenty of liquid wealth takes the transfer for an income that lasts.
  public let permanence: Double
  /// Whether prices, wages, rates and taxes move as they do without the pilot.
  public let hasFixedPrices: Bool
  public let estimator: Estimator
  public let grouping: Grouping

  /// - Parameter values: of `parameters`; at the month does not matter, none is dated.
  public init(_ values: ParameterValues, at month: YearMonth) {
    func number(_ key: String) -> Double { values.number(key, at: month) }
    func whole(_ key: String) -> Int { Int(number(key)) }
    func word<Word: RawRepresentable & CaseIterable>(_ key: String, _: Word.Type) -> Word
    where Word.RawValue == String {
      guard let word = Word(rawValue: values.choice(key, at: month)) else {
        preconditionFailure("\(key) is declared with the words of its type")
      }
      return word
    }
    unit = word("unit", Unit.self)
    treated = whole("treated")
    control = whole("control")
    ages = min(whole("eligible.age_from"), whole("eligible.age_to"))...whole("eligible.age_to")
    householdIncome = number("eligible.household_income_to")
    state = word("eligible.state", State.self)
    firmHeads = whole("eligible.heads_from")
    months = whole("months")
    let last = whole("window.to") == 0 ? months : min(months, whole("window.to"))
    window = min(last, whole("window.from"))...last
    transfer = number("transfer.amount") * 100
    transferMonths = whole("transfer.months")
    permanence = number("transfer.permanence")
    hasFixedPrices = values.choice("prices", at: month) == "fixed"
    estimator = word("estimator", Estimator.self)
    grouping = word("by", Grouping.self)
  }

  public static let parameters: [ParameterSpec] = [
    choice(
      "unit", "What is drawn: persons, households with all their members, or firms", Unit.self, .persons),
    integer("treated", "How many are treated", "persons, households or firms", 1...100_000_000, 1_000),
    integer("control", "How many are drawn as a control group", "as above", 0...100_000_000, 1_000),
    integer(
      "eligible.age_from", "Youngest age, in full years; of a head where households are drawn", "years",
      16...100, 18),
    integer("eligible.age_to", "Oldest age", "years", 16...110, 64),
    number(
      "eligible.household_income_to", "Largest market income of the household in the month before",
      "currency/year",
      0...1e12, 1e12),
    choice(
      "eligible.state", "What they do; jobless are unemployed or out of the labour force", State.self, .any),
    integer("eligible.heads_from", "Least heads, where firms are drawn", "heads", 0...1_000_000, 1),
    integer("months", "Months the pilot lasts", "months", 1...600, 36),
    integer("window.from", "First month of the means by which effects are stated", "months", 1...600, 1),
    integer("window.to", "Last month of them; 0 is the pilot's last", "months", 0...600, 0),
    number(
      "transfer.amount", "Paid to each of the treated, untaxed and left out by means tests", "currency/month",
      0...100_000_000, 0),
    integer("transfer.months", "Months for which it is paid", "months", 1...600, 600),
    number(
      "transfer.permanence",
      "How far a household with plenty of liquid wealth takes it for an income that lasts; one without any does wholly",
      "share", 0...1, 1),
    ParameterSpec(
      "prices", "Whether prices, wages, rates and taxes move as without the pilot, or freely", unit: "word",
      .choice(["fixed", "free"]), default: .choice("fixed"), source: "choice of the scenario", dated: false),
    choice("estimator", "The comparison that gives the effect", Estimator.self, .ownCounterfactual),
    choice("by", "Groups of the treated for which effects are stated", Grouping.self, .none),
  ]

  private static func number(
    _ key: String, _ meaning: String, _ unit: String, _ bounds: ClosedRange<Double>, _ value: Double
  ) -> ParameterSpec {
    ParameterSpec(
      key, meaning, unit: unit, .number(bounds), default: .number(value), source: "choice of the scenario",
      dated: false)
  }

  private static func integer(
    _ key: String, _ meaning: String, _ unit: String, _ bounds: ClosedRange<Int>, _ value: Int
  ) -> ParameterSpec {
    ParameterSpec(
      key, meaning, unit: unit, .integer(bounds), default: .number(Double(value)),
      source: "choice of the scenario", dated: false)
  }

  private static func choice<Word: RawRepresentable & CaseIterable>(
    _ key: String, _ meaning: String, _: Word.Type, _ value: Word
  ) -> ParameterSpec where Word.RawValue == String {
    ParameterSpec(
      key, meaning, unit: "word", .choice(Word.allCases.map(\.rawValue)), default: .choice(value.rawValue),
      source: "choice of the scenario", dated: false)
  }
}
