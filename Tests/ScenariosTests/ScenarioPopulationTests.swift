import Economy
import Foundation
import Testing

@testable import Scenarios

struct ScenarioPopulationTests {
  private let households = [
    MicrodataHousehold(
      weight: 2, capitalIncome: 10,
      members: [.init(age: 40, isFemale: true, earnings: 50_000, pension: 0, occupation: 3)])
  ]

  @Test("A population file is read through what the caller hands over, with the economy's occupations")
  func file() throws {
    let scenario = try Fixture.scenario("population: {persons: 2000, file: \(Fixture.unitedStates)}") {
      path, occupations in
      #expect(path == Fixture.unitedStates)
      #expect(occupations.count == 22)
      return households
    }
    guard case .microdata(let read, persons: 2000) = scenario.population else {
      Issue.record("not microdata")
      return
    }
    #expect(read == households)
    #expect(try Fixture.resolved("population.households", in: scenario) == "1")
    #expect(try Fixture.resolved("population.digest", in: scenario).count == 16)
  }

  @Test("The digest tells populations apart")
  func digest() {
    var others = households
    others[0].members[0].age = 41
    #expect(PopulationDigest.digest(of: households) == PopulationDigest.digest(of: households))
    #expect(PopulationDigest.digest(of: households) != PopulationDigest.digest(of: others))
    #expect(PopulationDigest.digest(of: []) == "cbf29ce484222325")
  }

  @Test("What the reader of the file says is reported where the file is named")
  func failure() {
    struct Broken: Error, CustomStringConvertible { let description = "it is cut off" }
    do throws(ScenarioErrors) {
      _ = try Scenario.parse(
        Fixture.head + "population: {file: \(Fixture.unitedStates)}", path: "test.yaml",
        loadPopulation: { _, _ in throw Broken() })
      Issue.record("no error")
    } catch {
      #expect(error.description.hasPrefix("test.yaml:4:20: error: population.file: it is cut off\n"))
    }
  }
}
