import Economy
import Foundation
import Policies
import Testing
import Yams

/// A case of the law, as `Cases/*.yaml` states it: a rule with its parameters, a household, and what the rule pays
/// it. Amounts are a month's, in units of currency; ages are in years.
struct PolicyCase: Sendable, CustomTestStringConvertible {
  let name: String
  let policy: String
  let parameters: [String: Stated]
  /// Other rules of the law that have a say, with their parameters.
  let with: [String: [String: Stated]]
  let input: Input
  let output: Output

  var testDescription: String { "\(policy): \(name)" }

  struct Input: Sendable {
    /// Months since the start of the scenario, January 2026.
    var month = 0
    var meanWage = 4_000.0
    /// Indices this month and at the start of the scenario; 1 is the economy's first month.
    var prices = 1.0
    var pricesAtStart = 1.0
    var earnings = 1.0
    var earningsAtStart = 1.0
    var gdpPerHead = 1.0
    var gdpPerHeadAtStart = 1.0
    /// What the closure has set.
    var incomeTaxScale = 1.0
    var labourTaxSurcharge = 0.0
    var basicIncomeScale = 1.0
    /// Disposable income of the household before the rule.
    var householdIncome = 0.0
    /// What its account holds, and its shares in firms at market value.
    var deposits = 0.0
    var wealth = 0.0
    var persons: [Person] = []
  }

  struct Person: Sendable {
    var age = 40.0
    /// The case of `LabourState`.
    var state = "employed"
    var earnings = 0.0
    /// Earnings and taxable benefits; the earnings where nothing is stated.
    var taxable: Double?
    var wageBefore = 0.0
    var monthsWithoutWork = 0
    var isInsured = false
    /// Hours over the standard week.
    var hours = 1.0
    /// The last job lost by a lay-off: whether to machines, full months since, and its full-time wage at the economy's
    /// first month.
    var lostToMachines = true
    var monthsSinceLoss: Int?
    var lostWage = 0.0
    /// Months of a course that follow this one.
    var monthsOfCourseLeft: Int?
  }

  struct Output: Sendable {
    /// What each person receives; what she pays is negative.
    var persons: [Double]?
    /// What the household receives in the end, as a whole.
    var household: Double?
    /// What each person's taxable income is afterwards.
    var taxable: [Double]?
    /// What the rule writes into the law of the month; wages in units of currency.
    var rules: [String: Double]?
  }

  /// A parameter's value as it stands in a file.
  enum Stated: Sendable, Decodable {
    case number(Double), flag(Bool), word(String), words([String]), dated([String: Double])

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let number = try? value.decode(Double.self) {
        self = .number(number)
      } else if let flag = try? value.decode(Bool.self) {
        self = .flag(flag)
      } else if let words = try? value.decode([String].self) {
        self = .words(words)
      } else if let dated = try? value.decode([String: Double].self) {
        self = .dated(dated)
      } else {
        self = .word(try value.decode(String.self))
      }
    }

    var value: Dated<ParameterValue> {
      switch self {
      case .number(let number): return Dated(.number(number))
      case .flag(let flag): return Dated(.flag(flag))
      case .word(let word): return Dated(.choice(word))
      case .words(let words): return Dated(.choices(words))
      case .dated(let path):
        let steps = path.compactMap { date, number in
          YearMonth(date).map { Dated<ParameterValue>.Step(month: $0, value: .number(number)) }
        }
        return Dated(
          initial: .number(path["initially"] ?? 0), steps: steps.sorted { $0.month < $1.month })
      }
    }
  }

  /// A policy of the registry with stated parameters.
  static func policy(_ name: String, _ parameters: [String: Stated]) throws -> any Policy {
    guard let type = Registry.policy(named: name) else { throw CaseError(what: "no policy \(name)") }
    let keys = Set(type.parameters.map(\.key))
    for key in parameters.keys where !keys.contains(key) {
      throw CaseError(what: "\(name) has no parameter \(key)")
    }
    return type.init(ParameterValues(type.parameters, stated: parameters.mapValues(\.value)))
  }

  /// Every case of the folder, in the order of files.
  static let all = Result { () -> [PolicyCase] in
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Cases/"
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    return try files.filter { $0.hasSuffix(".yaml") }.flatMap { file in
      do {
        let text = try String(contentsOfFile: folder + file, encoding: .utf8)
        return try YAMLDecoder().decode([PolicyCase].self, from: text)
      } catch {
        throw CaseError(what: "\(file): \(error)")
      }
    }
  }
}

/// What is wrong with a case.
struct CaseError: Error, CustomStringConvertible {
  let what: String
  var description: String { what }
}

// MARK: Reading

/// Reads the keys of a mapping and refuses those it does not know.
private struct Fields {
  private let container: KeyedDecodingContainer<Key>

  struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(_ decoder: any Decoder, known: Set<String>) throws {
    container = try decoder.container(keyedBy: Key.self)
    for key in container.allKeys where !known.contains(key.stringValue) {
      throw CaseError(what: "a case has no key \(key.stringValue)")
    }
  }

  func read<Value: Decodable>(_ key: String, _ value: inout Value) throws {
    if let stated = try container.decodeIfPresent(Value.self, forKey: Key(stringValue: key)) {
      value = stated
    }
  }

  func read<Value: Decodable>(_ key: String, _ value: inout Value?) throws {
    value = try container.decodeIfPresent(Value.self, forKey: Key(stringValue: key))
  }

  func require<Value: Decodable>(_ key: String) throws -> Value {
    try container.decode(Value.self, forKey: Key(stringValue: key))
  }
}

extension PolicyCase: Decodable {
  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder, known: ["name", "policy", "parameters", "with", "input", "output"])
    name = try fields.require("name")
    policy = try fields.require("policy")
    var parameters: [String: Stated] = [:]
    try fields.read("parameters", &parameters)
    self.parameters = parameters
    var with: [String: [String: Stated]] = [:]
    try fields.read("with", &with)
    self.with = with
    var input = Input()
    try fields.read("input", &input)
    self.input = input
    output = try fields.require("output")
  }
}

extension PolicyCase.Input: Decodable {
  init(from decoder: any Decoder) throws {
    let fields = try Fields(
      decoder,
      known: [
        "month", "mean_wage", "prices", "prices_at_start", "earnings", "earnings_at_start", "gdp_per_head",
        "gdp_per_head_at_start", "income_tax_scale", "labour_tax_surcharge", "basic_income_scale",
        "household_income", "deposits", "wealth", "persons",
      ])
    try fields.read("month", &month)
    try fields.read("mean_wage", &meanWage)
    try fields.read("prices", &prices)
    try fields.read("prices_at_start", &pricesAtStart)
    try fields.read("earnings", &earnings)
    try fields.read("earnings_at_start", &earningsAtStart)
    try fields.read("gdp_per_head", &gdpPerHead)
    try fields.read("gdp_per_head_at_start", &gdpPerHeadAtStart)
    try fields.read("income_tax_scale", &incomeTaxScale)
    try fields.read("labour_tax_surcharge", &labourTaxSurcharge)
    try fields.read("basic_income_scale", &basicIncomeScale)
    try fields.read("household_income", &householdIncome)
    try fields.read("deposits", &deposits)
    try fields.read("wealth", &wealth)
    try fields.read("persons", &persons)
  }
}

extension PolicyCase.Person: Decodable {
  init(from decoder: any Decoder) throws {
    let fields = try Fields(
      decoder,
      known: [
        "age", "state", "earnings", "taxable", "wage_before", "months_without_work", "insured", "hours",
        "lost_to_machines", "months_since_loss", "lost_wage", "months_of_course_left",
      ])
    try fields.read("age", &age)
    try fields.read("state", &state)
    try fields.read("earnings", &earnings)
    try fields.read("taxable", &taxable)
    try fields.read("wage_before", &wageBefore)
    try fields.read("months_without_work", &monthsWithoutWork)
    try fields.read("insured", &isInsured)
    try fields.read("hours", &hours)
    try fields.read("lost_to_machines", &lostToMachines)
    try fields.read("months_since_loss", &monthsSinceLoss)
    try fields.read("lost_wage", &lostWage)
    try fields.read("months_of_course_left", &monthsOfCourseLeft)
  }
}

extension PolicyCase.Output: Decodable {
  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder, known: ["persons", "household", "taxable", "rules"])
    try fields.read("persons", &persons)
    try fields.read("household", &household)
    try fields.read("taxable", &taxable)
    try fields.read("rules", &rules)
    if persons == nil && household == nil && taxable == nil && rules == nil {
      throw CaseError(what: "a case without output")
    }
  }
}
