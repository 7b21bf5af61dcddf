import Economy
import Policies

/// The keys of `gains:`, and how they are read.
struct GainsReading {
  let findings: Findings

  static let windows = (
    key: "windows", meaning: "Years after which present values are compared: a list that rises"
  )
  static let discountRate = ParameterSpec(
    "discount_rate", "Real rate a year by which later months count less", unit: "share/year",
    .number(0...0.2), default: .number(0.03),
    source: "US Office of Management and Budget, Circular A-4 (2003): social rate of time preference",
    dated: false)
  static let equivalence = ParameterSpec(
    "equivalence", "How much more a larger household needs", unit: "word",
    .choice(LifeValuation.Equivalence.allCases.map(\.rawValue)),
    default: .choice(LifeValuation.Equivalence.squareRoot.rawValue),
    source: "square root: OECD income distribution database; oecd_modified: Hagenaars et al. 1994",
    dated: false)
  static let unemploymentCost = ParameterSpec(
    "unemployment_cost", "Cost of unemployment to wellbeing over the loss of income", unit: "1",
    .number(1...4), default: .number(1.9),
    source: "prior: middle of 1.5 to 2.3 in studies of life satisfaction",
    dated: false)
  static let sample = ParameterSpec(
    "sample", "Persons whose gains are stored one by one", unit: "persons", .integer(0...100_000_000),
    default: .number(1_000), source: "choice of the scenario", dated: false)
  static let placebos = ParameterSpec(
    "placebos", "Whether a reform of one cent and a baseline with other luck run beside the reforms",
    unit: "flag", .flag, default: .flag(true), source: "choice of the scenario", dated: false)
  static let parameters = [discountRate, equivalence, unemploymentCost, sample, placebos]

  static let standardWindows = [5, 10, 30]
  static let longest = 200

  /// What the scenario asks for; windows that end after its last month are left out.
  func read(_ node: YAMLNode, months: Int) -> Gains? {
    guard let fields = Fields(node, at: ScenarioKeys.gains.key, findings) else { return nil }
    fields.refuseUnknown(known: [Self.windows.key] + Self.parameters.map(\.key))
    let reading = ValueReading(findings: findings)
    func value(_ spec: ParameterSpec) -> ParameterValue? {
      fields[spec.key].flatMap { reading.value($0, of: spec, at: fields.path(of: spec.key)) }
        ?? spec.defaultValue
    }
    let stated = fields[Self.windows.key].flatMap { years($0, at: fields.path(of: Self.windows.key)) }
    let wanted = (stated ?? Self.standardWindows).map { $0 * 12 }.filter { $0 <= months }
    // Where the scenario is too short for all of them it has one window, its full years.
    let windows = wanted.isEmpty && months >= 12 ? [months - months % 12] : wanted
    if windows.isEmpty {
      findings.add(
        .wrongType(
          path: fields.path(of: Self.windows.key), found: "\(months) months",
          expected: "a scenario of a year at least"),
        at: fields.place(of: Self.windows.key))
      return nil
    }
    guard case .number(let rate)? = value(Self.discountRate),
      case .choice(let word)? = value(Self.equivalence),
      let equivalence = LifeValuation.Equivalence(rawValue: word),
      case .number(let cost)? = value(Self.unemploymentCost), case .number(let sample)? = value(Self.sample),
      case .flag(let placebos)? = value(Self.placebos)
    else { return nil }
    return Gains(
      valuation: LifeValuation(
        windows: windows, discountRate: rate, equivalence: equivalence, unemploymentCost: cost),
      sample: Int(sample), hasPlacebos: placebos)
  }

  private func years(_ node: YAMLNode, at path: String) -> [Int]? {
    let expected = "a list of whole years that rises, such as [5, 10, 30]"
    guard case .sequence(let items) = node.content, !items.isEmpty else {
      findings.add(.wrongType(path: path, found: node.inWords, expected: expected), at: node.place)
      return nil
    }
    let reading = ValueReading(findings: findings)
    let years = items.compactMap { reading.integer($0, in: 1...Self.longest, unit: "years", at: path) }
    guard years.count == items.count else { return nil }
    guard zip(years, years.dropFirst()).allSatisfy({ $0 < $1 }) else {
      findings.add(
        .wrongType(path: path, found: "a list that does not rise", expected: expected), at: node.place)
      return nil
    }
    return years
  }

  /// The law of the one-cent placebo: a cent more of basic income for everybody than the baseline pays.
  static func oneCent(_ baseline: Law) -> Law {
    var law = baseline
    guard let index = Registry.policies.firstIndex(where: { $0 == BasicIncome.self }) else { return law }
    func raised(_ value: ParameterValue) -> ParameterValue {
      if case .number(let amount) = value { .number(amount + 0.01) } else { value }
    }
    for key in ["child", "adult", "senior"] {
      law.policies[index][key] = law.policies[index][key].map { dated in
        Dated(
          initial: raised(dated.initial),
          steps: dated.steps.map { .init(month: $0.month, value: raised($0.value)) })
      }
    }
    return law
  }
}
