import Designs

/// Reads what is asked of the outcomes: `analysis:` and the precision in `replications:`.
struct QuestionReading {
  let findings: Findings
  let outputs: [String]
  /// Those outputs that are series.
  let series: [String]
  /// The variants that are simulated.
  let variants: [String]

  /// An analysis and the outcome that it is of.
  struct Question {
    let analysis: Analysis
    let measure: SweepMeasure
  }

  private static let kinds = ["sobol", "morris", "prim", "regression", "regret", "satisficing"]
  static let whose = ["variant", "of"]

  /// The analyses in the file's order, but those with errors.
  func analyses(_ fields: Fields) -> [Question] {
    guard let node = fields["analysis"] else { return [] }
    guard case .sequence(let items) = node.content else {
      findings.add(
        .wrongType(path: "analysis", found: node.inWords, expected: "a list such as [{sobol: unemployment}]"),
        at: node.place)
      return []
    }
    return items.enumerated().compactMap { question($1, at: "analysis[\($0)]") }
  }

  private func question(_ node: YAMLNode, at key: String) -> Question? {
    guard let fields = Fields(node, at: key, findings) else { return nil }
    let stated = fields.entries.filter { Self.kinds.contains($0.key) }
    fields.refuseUnknown(known: Self.kinds + ["above", "below", "better"] + Self.whose)
    guard let kind = stated.first, stated.count == 1 else {
      findings.add(
        .inconsistent("one of \(Self.kinds.joined(separator: ", ")) with the name of an output is needed"),
        at: node.place)
      return nil
    }
    guard let output = output(kind.value, at: "\(key).\(kind.key)") else { return nil }
    guard let measure = measure(output, fields) else { return nil }
    let limits = ["above", "below"].compactMap { side -> Analysis.Threshold? in
      guard let node = fields[side] else { return nil }
      let limit = ValueReading(findings: findings).number(
        node, in: -1e15...1e15, unit: "1", at: "\(key).\(side)")
      return limit.map { side == "above" ? .above($0) : .below($0) }
    }
    if let node = fields["better"], kind.key != "regret" {
      findings.add(.inconsistent("'better' belongs to regret"), at: node.place)
    }
    switch kind.key {
    case "regret":
      guard
        let better = fields.required("better", expected: "more or less").flatMap({
          ValueReading(findings: findings).word($0, among: ["more", "less"], at: "\(key).better")
        })
      else { return nil }
      return Question(analysis: .regret(output: output, isMoreBetter: better == "more"), measure: measure)
    case "sobol": return Question(analysis: .sobol(output: output), measure: measure)
    case "morris": return Question(analysis: .morris(output: output), measure: measure)
    case "regression": return Question(analysis: .regression(output: output), measure: measure)
    default:
      guard let limit = limits.first, limits.count == 1 else {
        findings.add(
          .inconsistent("\(kind.key) needs 'above' or 'below': where the cases of interest lie"),
          at: kind.place)
        return nil
      }
      return Question(
        analysis: kind.key == "prim"
          ? .prim(output: output, threshold: limit) : .satisficing(output: output, threshold: limit),
        measure: measure)
    }
  }

  func output(_ node: YAMLNode, at key: String) -> String? {
    ValueReading(findings: findings).word(node, among: outputs, at: key)
  }

  /// Whose outcome it is: with several variants the file has to say.
  func measure(_ output: String, _ fields: Fields) -> SweepMeasure? {
    let reading = ValueReading(findings: findings)
    var variant = variants.first ?? "baseline"
    if let node = fields["variant"] {
      guard let word = reading.word(node, among: variants, at: fields.path(of: "variant")) else { return nil }
      variant = word
    } else if variants.count > 1 {
      _ = fields.required("variant", expected: "one of \(variants.joined(separator: ", "))")
      return nil
    }
    guard let node = fields["of"] else { return SweepMeasure(output: output, variant: variant) }
    guard let word = reading.word(node, among: ["level", "effect"], at: fields.path(of: "of")) else {
      return nil
    }
    guard word == "effect" else { return SweepMeasure(output: output, variant: variant) }
    guard variant != "baseline", variants.contains("baseline") else {
      findings.add(
        .inconsistent("an effect is a reform's outcome less the baseline's: both must be among the variants"),
        at: node.place)
      return nil
    }
    return SweepMeasure(output: output, variant: variant, isEffect: true)
  }

  // MARK: Replications

  /// How often each point is run, and the outcome that decides on it.
  func replications(_ fields: Fields) -> (Replications, SweepMeasure?) {
    guard let node = fields["replications"] else { return (.fixed(1), nil) }
    let reading = ValueReading(findings: findings)
    guard case .mapping = node.content else {
      return (.fixed(reading.integer(node, in: 1...100_000, unit: "runs", at: "replications") ?? 1), nil)
    }
    guard let group = Fields(node, at: "replications", findings) else { return (.fixed(1), nil) }
    group.refuseUnknown(known: ["until", "least", "most"])
    let count = { (key: String, otherwise: Int) in
      group[key].map {
        reading.integer($0, in: 1...100_000, unit: "runs", at: "replications.\(key)") ?? otherwise
      }
        ?? otherwise
    }
    guard let stated = group.required("until", expected: "a mapping with output and half_width"),
      let until = Fields(stated, at: "replications.until", findings)
    else { return (.fixed(1), nil) }
    until.refuseUnknown(known: ["output", "half_width", "relative", "confidence"] + Self.whose)
    let number = { (key: String) in
      until[key].flatMap { reading.number($0, in: -1e15...1e15, unit: "1", at: "replications.until.\(key)") }
    }
    guard let node = until.required("output", expected: "an output"),
      let output = output(node, at: "replications.until.output"), let measure = measure(output, until),
      until.required("half_width", expected: "half the width of the interval") != nil,
      let halfWidth = number("half_width")
    else { return (.fixed(1), nil) }
    let precision = Replications.Precision(
      output: output, halfWidth: halfWidth,
      isRelative: until["relative"].flatMap { reading.flag($0, at: "replications.until.relative") } ?? false,
      confidence: number("confidence") ?? 0.95)
    return (.until(precision, least: count("least", 3), most: count("most", 100)), measure)
  }
}
