import Designs
import Economy

/// Reads `outputs:`: an indicator by name, or a mapping with indicator and what is kept of it, or with a share of
/// persons by what they gain.
struct OutputReading {
  let findings: Findings
  /// Names of the factors, which are columns of the same tables.
  let factors: [String]
  /// Months of a run.
  let months: Int
  /// Whether a reform is simulated.
  let hasReform: Bool

  /// Months whose mean is kept where the file does not say.
  static let window = 12

  /// The outputs in the file's order, but those with errors.
  func read(_ fields: Fields) -> [Output] {
    guard let node = fields.required("outputs", expected: "what is kept of each run, by name"),
      let outputs = Fields(node, at: "outputs", findings)
    else { return [] }
    var taken = Set((factors + SweepKeys.columns).map { $0.lowercased() })
    return outputs.entries.compactMap { entry in
      checkName(entry, &taken)
      return output(entry)
    }
  }

  /// The name becomes a column, and SQL does not tell capitals.
  private func checkName(_ entry: YAMLNode.Entry, _ taken: inout Set<String>) {
    let isName =
      entry.key.first?.isLetter == true
      && entry.key.utf8.allSatisfy { byte in
        byte == UInt8(ascii: "_") || Unicode.Scalar(byte).properties.isAlphabetic
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      } && entry.key.utf8.allSatisfy { $0 < 128 }
    if !isName {
      findings.add(
        .wrongType(
          path: "an output's name", found: "'\(entry.key)'",
          expected: "a letter, then letters, digits and underscores"),
        at: entry.place)
    }
    if !taken.insert(entry.key.lowercased()).inserted {
      findings.add(
        .inconsistent(
          "'\(entry.key)' is a factor or a column of the results already: another name is needed"),
        at: entry.place)
    }
  }

  private func output(_ entry: YAMLNode.Entry) -> Output? {
    let key = "outputs.\(entry.key)"
    let mean = Output.Summary.mean(ofLast: Self.window)
    if case .scalar = entry.value.content {
      return indicator(entry.value, at: key).map { Output(name: entry.key, indicator: $0, summary: mean) }
    }
    guard let fields = Fields(entry.value, at: key, findings) else { return nil }
    if fields["gains"] != nil { return gain(entry.key, fields, at: key) }
    fields.refuseUnknown(known: ["indicator", "mean", "every", "gains"])
    let months = { (name: String) in
      fields[name].flatMap {
        ValueReading(findings: findings).integer($0, in: 1...2400, unit: "months", at: "\(key).\(name)")
      }
    }
    if fields["mean"] != nil, fields["every"] != nil {
      findings.add(
        .inconsistent("an output is a mean or a series: state 'mean' or 'every'"),
        at: fields.keyPlace(of: "every"))
    }
    guard
      let indicator = fields.required("indicator", expected: "the name of an indicator").flatMap({
        indicator($0, at: "\(key).indicator")
      })
    else { return nil }
    let summary =
      months("every").map { Output.Summary.series(every: $0) } ?? months("mean").map { .mean(ofLast: $0) }
    return Output(name: entry.key, indicator: indicator, summary: summary ?? mean)
  }

  /// A share of persons by what a reform brings them.
  private func gain(_ name: String, _ fields: Fields, at key: String) -> Output? {
    fields.refuseUnknown(known: ["gains", "measure", "years"])
    let reading = ValueReading(findings: findings)
    if !hasReform {
      findings.add(
        .inconsistent("gains are a reform's against the baseline: a reform has to be among the variants"),
        at: fields.keyPlace(of: "gains"))
    }
    guard let node = fields["gains"],
      let share = reading.word(node, among: GainShare.allCases.map(\.rawValue), at: "\(key).gains")
    else { return nil }
    let measure = fields["measure"].map {
      reading.word($0, among: GainMeasure.allCases.map(\.rawValue), at: "\(key).measure")
    }
    let years = fields["years"].map {
      reading.integer($0, in: 1...max(1, months / 12), unit: "years", at: "\(key).years")
    }
    return Output(
      name: name, indicator: "gains.\(share)",
      summary: .gain(
        Output.Gain(
          share: share, measure: (measure ?? nil) ?? GainMeasure.welfare.rawValue, years: years ?? nil)))
  }

  private func indicator(_ node: YAMLNode, at key: String) -> String? {
    ValueReading(findings: findings).word(node, among: Indicator.allCases.map(\.spec.name), at: key)
  }
}
