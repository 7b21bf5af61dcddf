import Designs
import Economy
import Foundation
import Testing

@testable import Scenarios

struct ShippedScenariosTests {
  /// Every scenario file of the package, without its ending.
  static let names: [String] = {
    ["", "pilots/"].flatMap { folder in
      let path = Fixture.root + "/Scenarios/" + folder
      let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      return files.filter { $0.hasSuffix(".yaml") }.map { folder + $0.dropLast(5) }.sorted()
    }
  }()

  @Test("Every shipped scenario loads, with a title and a question", arguments: names)
  func loads(name: String) throws {
    let scenario = try Scenario.load("\(Fixture.root)/Scenarios/\(name).yaml")
    #expect(name.hasSuffix(scenario.name))
    #expect(!scenario.title.isEmpty)
    #expect(scenario.question.hasSuffix("?"))
    #expect(scenario.variants[0].name == "baseline")
  }

  /// Every experiment file of the package, without its ending.
  static let sweeps: [String] = {
    let files =
      (try? FileManager.default.contentsOfDirectory(atPath: Fixture.root + "/Scenarios/sweeps")) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }()

  @Test("Every shipped experiment loads, with a title and a question", arguments: sweeps)
  func loadsSweep(name: String) throws {
    let sweep = try SweepFile.load("\(Fixture.root)/Scenarios/sweeps/\(name).yaml")
    #expect(sweep.name == name)
    #expect(!sweep.experiment.title.isEmpty)
    #expect(sweep.experiment.question?.hasSuffix("?") == true)
  }

  @Test("The basic income under automation is phased in from 2027 and paid by a consumption tax")
  func basicIncome() throws {
    let scenario = try Scenario.load("\(Fixture.root)/Scenarios/automation-ubi.yaml")
    #expect(scenario.variants.map(\.name) == ["baseline", "basic_income"])
    let reform = scenario.variants[1].regime
    #expect(reform.automation.values.number("feasible_office_share", at: scenario.start) == 0.5)
    #expect(reform.closure.values.number("consumption_tax", at: scenario.start) == 1)
    #expect(
      try Fixture.resolved("reforms.basic_income.policies.basic_income.adult", in: scenario)
        == "{initially: 0, 2027-01: 500}")
  }
}
