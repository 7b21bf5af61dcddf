import Economy

/// The keys of `answer:`, a list of conditions, and how they are read.
struct AnswerReading {
  let findings: Findings
  let reforms: [String]

  static let all = ParameterSpec(
    "all_of", "Reforms that all have to meet the condition", unit: "words", .choices([]), default: nil,
    source: source, dated: false)
  static let some = ParameterSpec(
    "some_of", "Reforms of which one has to meet all conditions that name it", unit: "words",
    .choices([]), default: nil, source: source, dated: false)
  static let figure = ParameterSpec(
    "of", "What is judged", unit: "word", .choice(Condition.Figure.allCases.map(\.rawValue)),
    default: .choice(Condition.Figure.effect.rawValue), source: source, dated: false)
  static let indicator = ParameterSpec(
    "indicator", "Of which indicator", unit: "word", .choice(Indicator.allCases.map(\.spec.name)),
    default: nil, source: source, dated: false)
  static let against = (key: "against", meaning: "The case that an effect is against, baseline by default")
  static let months = ParameterSpec(
    "months", "How many months at the end count", unit: "months", .integer(1...2400), default: .number(12),
    source: source, dated: false)
  static let atLeast = bound("at_least", "The lower bound")
  static let atMost = bound("at_most", "The upper bound")
  static let parameters = [figure, indicator, months, atLeast, atMost]
  static let lists = [all, some]
  static let keys = lists.map(\.key) + parameters.map(\.key) + [against.key]
  private static let source = "choice of the scenario"

  private static func bound(_ key: String, _ meaning: String) -> ParameterSpec {
    ParameterSpec(
      key, meaning + "; shares and relative changes as fractions", unit: "the indicator's",
      .number(-1e12...1e12), default: nil, source: source, dated: false)
  }

  /// The conditions; nil, and errors, where the list is none.
  func read(_ node: YAMLNode) -> [Condition]? {
    guard case .sequence(let items) = node.content, !items.isEmpty else {
      findings.add(
        .wrongType(path: ScenarioKeys.answer.key, found: node.inWords, expected: "a list of conditions"),
        at: node.place)
      return nil
    }
    let conditions = items.enumerated().compactMap { condition($1, at: "\(ScenarioKeys.answer.key).\($0)") }
    return conditions.count == items.count ? conditions : nil
  }

  private func condition(_ node: YAMLNode, at path: String) -> Condition? {
    guard let fields = Fields(node, at: path, findings) else { return nil }
    fields.refuseUnknown(known: Self.keys)
    let reading = ValueReading(findings: findings)
    func value(_ spec: ParameterSpec) -> ParameterValue? {
      fields[spec.key].flatMap { reading.value($0, of: spec, at: fields.path(of: spec.key)) }
        ?? spec.defaultValue
    }
    func number(_ spec: ParameterSpec) -> Double? {
      if case .number(let number)? = value(spec) { number } else { nil }
    }
    guard let list = [Self.all, Self.some].first(where: { fields[$0.key] != nil }) else {
      findings.add(
        .missingKey(Self.all.key, path: path, expected: "the reforms that it is about, or \(Self.some.key)"),
        at: fields.place)
      return nil
    }
    guard
      let names = fields[list.key].flatMap({
        reading.words($0, among: reforms, at: fields.path(of: list.key))
      }),
      case .choice(let word)? = value(Self.figure), let figure = Condition.Figure(rawValue: word),
      let months = number(Self.months)
    else { return nil }
    let bounds = (number(Self.atLeast), number(Self.atMost))
    guard bounds.0 != nil || bounds.1 != nil else {
      findings.add(
        .missingKey(Self.atLeast.key, path: path, expected: "a bound, or \(Self.atMost.key)"),
        at: fields.place)
      return nil
    }
    var indicator = ""
    if ![.feasible, .losers].contains(figure) {
      guard fields.required(Self.indicator.key, expected: "the name of an indicator") != nil,
        case .choice(let name)? = value(Self.indicator)
      else { return nil }
      indicator = name
    }
    var against = "baseline"
    if let node = fields[Self.against.key] {
      guard
        let name = reading.word(node, among: ["baseline"] + reforms, at: fields.path(of: Self.against.key))
      else { return nil }
      against = name
    }
    return Condition(
      reforms: names, someSuffice: list.key == Self.some.key, figure: figure, indicator: indicator,
      against: against, months: Int(months), atLeast: bounds.0, atMost: bounds.1)
  }

  /// The conditions of a resolved scenario.
  static func yaml(_ conditions: [Condition]) -> CanonicalYAML {
    .list(
      conditions.map { condition in
        var entries: [(key: String, value: CanonicalYAML)] = [
          ((condition.someSuffice ? some : all).key, .list(condition.reforms.map { .text($0) })),
          (figure.key, .text(condition.figure.rawValue)),
        ]
        if !condition.indicator.isEmpty { entries.append((indicator.key, .text(condition.indicator))) }
        entries += [(against.key, .text(condition.against)), (months.key, .number(Double(condition.months)))]
        if let least = condition.atLeast { entries.append((atLeast.key, .number(least))) }
        if let most = condition.atMost { entries.append((atMost.key, .number(most))) }
        return .mapping(entries)
      })
  }
}

extension ResolvedText {
  /// The conditions of a resolved scenario; those that this version cannot read are left out.
  public var conditions: [Condition] {
    guard case .mapping(let entries) = root.content,
      let node = entries.first(where: { $0.key == ScenarioKeys.answer.key })?.value
    else { return [] }
    return AnswerReading(findings: Findings(), reforms: keys("reforms")).read(node) ?? []
  }
}
