import Foundation
import Policies
import Scenarios
import Testing

@testable import Economy

/// What every module of the law owes: a page, neutral defaults, and that it can be one of many.
struct ModuleTests {
  /// Modules of which the standing law of the United States states nothing: at their defaults they do nothing.
  static let optional = Registry.policies.map { $0.name }.filter { !standing.contains($0) }
  static let standing: Set<String> = [
    "contributions", "unemployment_insurance", "pensions", "child_benefit", "income_tax", "consumption_tax",
    "corporate_tax", "minimum_income",
  ]

  private static let folder =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path + "/Documentation/policies/"

  @Test("Every policy of the registry has a page that names its parameters, its sources and what it does")
  func pages() throws {
    for policy in Registry.policies {
      let file = "\(Self.folder)\(policy.name).md"
      guard let page = try? String(contentsOfFile: file, encoding: .utf8) else {
        Issue.record("\(policy.name) has no page Documentation/policies/\(policy.name).md")
        continue
      }
      for heading in ["## Rule", "## Parameters", "## Source", "## What it does"] {
        #expect(page.contains(heading), "\(policy.name): no '\(heading)'")
      }
      for parameter in policy.parameters {
        #expect(page.contains("`\(parameter.key)`"), "\(policy.name): nothing on \(parameter.key)")
      }
    }
  }

  @Test("Every policy of the registry has a plot of what it does, on its page, and a reform that draws it")
  func plots() throws {
    let root = Self.folder + "../../"
    let scenario = try Scenario.load(root + "Scenarios/modules.yaml")
    let reforms = scenario.variants.map(\.name)
    for policy in Registry.policies {
      let page = try String(contentsOfFile: "\(Self.folder)\(policy.name).md", encoding: .utf8)
      #expect(
        page.contains("](../images/policies/\(policy.name).svg)"), "\(policy.name): no plot on its page")
      let file = "\(root)Documentation/images/policies/\(policy.name).svg"
      let picture = try? String(contentsOfFile: file, encoding: .utf8)
      #expect(
        picture?.contains("scenario modules") == true, "\(policy.name): no plot of Scenarios/modules.yaml")
      #expect(reforms.contains(policy.name), "\(policy.name): no reform in Scenarios/modules.yaml")
    }
  }

  @Test("The cases of a policy are in a file of its name")
  func caseFiles() {
    for policy in Registry.policies {
      let file = Self.folder + "../../Tests/PoliciesTests/Cases/\(policy.name).yaml"
      let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
      #expect(
        text.contains("policy: \(policy.name)\n"), "\(policy.name): no cases in Cases/\(policy.name).yaml")
    }
  }

  /// What a year of an economy under a law shows, to the bit, its persons' accounts included.
  private func year(_ policies: [any Policy], months: Int = 12, closure: Closure = Closure()) throws -> (
    months: [[UInt64]], ledger: [Int64]
  ) {
    var economy = try World.economy(
      Regime(policies: policies, automation: AloneTests.machines, closure: closure))
    var indicators: [[UInt64]] = []
    for _ in 0..<months { indicators.append(try economy.step().values.map(\.bitPattern)) }
    let accounts = (0..<economy.households.count).map { economy.ledger.household($0) }
    return (indicators, accounts)
  }

  @Test("A module at its defaults leaves every bit of the economy as it was", arguments: optional)
  func neutral(name: String) throws {
    let standing = try World.standing().policies
    let without = standing.filter { type(of: $0).name != name }
    #expect(without.count == standing.count - 1)
    let (left, right) = (try year(standing), try year(without))
    #expect(left.months == right.months)
    #expect(left.ledger == right.ledger)
  }

  /// What each module of the standing law sets to zero so as to do nothing.
  static let zeros: [String: [String]] = [
    "contributions": ["employer", "employee"], "unemployment_insurance": ["replacement"],
    "pensions": ["replacement", "upper_replacement"], "child_benefit": ["amount"],
    "income_tax": ["rate_1", "rate_2", "rate_3", "capital_income"], "consumption_tax": ["rate"],
    "corporate_tax": ["rate"], "minimum_income": ["guarantee"],
  ]

  @Test(
    "A module of the standing law with its amounts at zero is none at all, bit by bit",
    arguments: standing.sorted())
  func zero(name: String) throws {
    let debt = Closure(
      ParameterValues(
        Closure.parameters,
        stated: ["deficit": Dated(.number(1)), "labour_tax": Dated(.number(0))]))
    let zeros = try #require(Self.zeros[name]).reduce(into: [:]) { $0[$1] = PolicyCase.Stated.number(0) }
    let standing = try World.standing().policies
    let with = try standing.map { type(of: $0).name == name ? try PolicyCase.policy(name, zeros) : $0 }
    let without = standing.filter { type(of: $0).name != name }
    let (left, right) = (try year(with, closure: debt), try year(without, closure: debt))
    #expect(left.months == right.months)
    #expect(left.ledger == right.ledger)
  }

  @Test("A basic income with a flat tax is the negative income tax of the same amounts, to the cent")
  func theorem() throws {
    let economy = try World.economy(World.standing())
    let flat: [String: PolicyCase.Stated] = [
      "allowance": .number(0), "threshold_2": .number(0), "threshold_3": .number(0), "rate_1": .number(0.4),
      "rate_2": .number(0.4), "rate_3": .number(0.4), "capital_income": .number(0),
    ]
    let amounts: [String: PolicyCase.Stated] = [
      "child": .number(150), "adult": .number(613.77), "senior": .number(800),
    ]
    let negative = amounts.merging(["taper": .number(0.4), "taxes_above": .flag(true)]) { $1 }
    func wallets(_ laws: [(String, [String: PolicyCase.Stated])]) throws -> [Int64] {
      var economy = economy
      economy.detach()
      economy.rules = Rules()
      economy.countWork()
      let before = (0..<economy.persons.count).map { economy.ledger.wallet($0) }
      let calendar = economy.calendar
      let postings = try laws.flatMap { try PolicyCase.policy($0.0, $0.1).assess(economy, calendar) }
      economy.ledger.post(postings, .persons)
      return before.indices.map { economy.ledger.wallet($0) - before[$0] }
    }
    let left = try wallets([("basic_income", amounts), ("income_tax", flat)])
    let right = try wallets([("negative_income_tax", negative)])
    #expect(left == right)
    #expect(left.contains { $0 < 0 } && left.contains { $0 > 0 })
  }
}
