/// How the government closes its budget: the share of each instrument in the correction that the budget rule asks for,
/// and where the debt is to go.
public struct Closure: Sendable {
  public let values: ParameterValues

  public init(_ values: ParameterValues = ParameterValues(Closure.parameters)) { self.values = values }

  /// The instruments a closure may name, in the order in which files and reports list them.
  public enum Instrument: String, Sendable, CaseIterable {
    case deficit, labourTax = "labour_tax", consumptionTax = "consumption_tax", capitalTax = "capital_tax"
    case aiTax = "ai_tax", fund, basicIncomeScales = "ubi_scales", spending

    /// What the closure moves, for messages.
    public var meaning: String {
      switch self {
      case .deficit: "letting the debt move"
      case .labourTax: "a surcharge on earnings"
      case .consumptionTax: "the rate of the consumption tax"
      case .capitalTax: "a surcharge on interest and dividends"
      case .aiTax: "the tax on AI services bought"
      case .fund: "payments out of the sovereign fund"
      case .basicIncomeScales: "scaling the basic income itself"
      case .spending: "scaling the government's purchases"
      }
    }
  }

  /// One weight an instrument. `labour_tax` alone is the default.
  public static let weights = Instrument.allCases.map { instrument in
    ParameterSpec(
      instrument.rawValue, "Weight of \(instrument.meaning)", unit: "share", .number(0...1),
      default: .number(instrument == .labourTax ? 1 : 0), source: "choice of the scenario", dated: false)
  }

  /// The weights and the debt target.
  public static let parameters =
    weights + [
      ParameterSpec(
        "debt_target_change", "Added to the economy's debt target", unit: "years of GDP", .number(-3...3),
        default: .number(0), source: "choice of the scenario")
    ]

  /// The weight of an instrument.
  public func weight(of instrument: Instrument) -> Double {
    // Weights have no dates: any month will do.
    values.number(instrument.rawValue, at: YearMonth(year: 2000, month: 1))
  }

  /// The instruments with a weight.
  public var instruments: [Instrument] { Instrument.allCases.filter { weight(of: $0) > 0 } }
}
