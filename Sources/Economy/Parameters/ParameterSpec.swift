/// What a parameter may hold.
public enum ParameterKind: Sendable, Equatable {
  /// A real number within bounds.
  case number(ClosedRange<Double>)
  /// A whole number within bounds.
  case integer(ClosedRange<Int>)
  /// `true` or `false`.
  case flag
  /// One of the words.
  case choice([String])
  /// Any of the words, each at most once, as a list.
  case choices([String])
}

/// A parameter's value as a file states it. Whole numbers are numbers too.
public enum ParameterValue: Sendable, Equatable {
  case number(Double)
  case flag(Bool)
  case choice(String)
  case choices([String])
}

/// The one declaration of a parameter. The YAML key, its validation, the editor's schema, `otium explain`,
/// and the tables of a report all come from it.
public struct ParameterSpec: Sendable {
  /// Name within its group, in snake_case; a dot separates levels (`labour_market.search_probability`).
  public let key: String
  /// One sentence: what it means.
  public let meaning: String
  /// Unit in words: `share`, `share/month`, `currency/month`, `months`, …
  public let unit: String
  public let kind: ParameterKind
  /// Value when nobody states one; nil where a file must state it.
  public let defaultValue: ParameterValue?
  /// Where the default comes from, or `prior`.
  public let source: String
  /// Whether it may change at dates (`2027-01: 500`).
  public let isDated: Bool

  public init(
    _ key: String, _ meaning: String, unit: String, _ kind: ParameterKind,
    default defaultValue: ParameterValue?, source: String, dated: Bool = true
  ) {
    self.key = key
    self.meaning = meaning
    self.unit = unit
    self.kind = kind
    self.defaultValue = defaultValue
    self.source = source
    self.isDated = dated
  }
}

/// A group's parameters with the values a scenario resolved for them: what was stated, else the default.
public struct ParameterValues: Sendable, Equatable {
  private var values: [String: Dated<ParameterValue>]

  /// - Parameters:
  ///   - specs: the group's declarations; each without a default must be in `stated`.
  ///   - stated: values by key; a key without a declaration is a programmer's error.
  public init(_ specs: [ParameterSpec], stated: [String: Dated<ParameterValue>] = [:]) {
    values = [:]
    for spec in specs {
      guard let value = stated[spec.key] ?? spec.defaultValue.map({ Dated($0) }) else {
        preconditionFailure("no value for the parameter \(spec.key)")
      }
      values[spec.key] = value
    }
    precondition(stated.keys.allSatisfy { values[$0] != nil }, "a value without a declared parameter")
  }

  private subscript(key: String) -> Dated<ParameterValue> {
    guard let value = values[key] else { preconditionFailure("no parameter named \(key)") }
    return value
  }

  public func number(_ key: String, at month: YearMonth) -> Double {
    guard case .number(let value) = self[key].value(at: month) else {
      preconditionFailure("\(key) is no number")
    }
    return value
  }

  public func flag(_ key: String, at month: YearMonth) -> Bool {
    guard case .flag(let value) = self[key].value(at: month) else { preconditionFailure("\(key) is no flag") }
    return value
  }

  public func choice(_ key: String, at month: YearMonth) -> String {
    guard case .choice(let value) = self[key].value(at: month) else {
      preconditionFailure("\(key) is no choice")
    }
    return value
  }

  public func choices(_ key: String, at month: YearMonth) -> [String] {
    guard case .choices(let value) = self[key].value(at: month) else {
      preconditionFailure("\(key) is no list of choices")
    }
    return value
  }

  /// The whole path of a number over time, for rules that look back (a phase-in).
  public func path(_ key: String) -> Dated<ParameterValue> { self[key] }
}
