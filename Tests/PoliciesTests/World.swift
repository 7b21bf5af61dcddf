import Foundation
import Policies
import Scenarios

@testable import Economy

/// Small economies for tests.
enum World {
  static let start = YearMonth(year: 2026, month: 1)

  private static let file = Result { () -> EconomyFile in
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    return try EconomyFile.load(root + "/Scenarios/economies/us.yaml")
  }

  /// The law of the United States as it stands.
  static func standing() throws -> Regime { try file.get().standing }

  /// That law with a policy's parameters stated.
  static func standing(with policy: String, _ parameters: [String: PolicyCase.Stated]) throws -> Regime {
    var regime = try standing()
    regime.policies = try regime.policies.map {
      type(of: $0).name == policy ? try PolicyCase.policy(policy, parameters) : $0
    }
    return regime
  }

  /// A thousand persons at the start of the scenario.
  static func economy(_ regime: Regime, persons: Int = 1_000) throws -> Economy {
    let setup = SimulationSetup(
      calibration: try file.get().calibration, population: .synthetic(persons: persons), start: start,
      burnInMonths: 1, seed: 1)
    var economy = try Economy(setup, regime: regime)
    _ = try economy.step()
    return economy
  }

  private static let furnished = Result { try economy(standing()) }

  /// An economy in which nobody lives but the members of one household, numbers 0, 1, 2, …
  static func household(of members: [PolicyCase.Person]) throws -> Economy {
    var economy = try furnished.get()
    economy.detach()
    for person in 0..<economy.persons.count {
      economy.persons.set(person, .absent)
      economy.persons.isInsured[person] = false
      economy.persons.laidOffAt[person] = Persons.never
      economy.persons.displacedAt[person] = Persons.never
      economy.persons.trainingEnds[person] = Persons.never
      economy.persons.earnings[person] = 0
      economy.persons.taxable[person] = 0
    }
    for household in 0..<economy.households.count {
      economy.households.first[household] = -1
      economy.households.size[household] = 0
      economy.households.disposable[household] = 0
    }
    for (person, member) in members.enumerated() {
      let states = LabourState.allCases.filter { String(describing: $0) == member.state }
      guard let state = states.first else { throw CaseError(what: "no state \(member.state)") }
      let persons = economy.persons
      persons.set(person, state)
      persons.age[person] = Int16((member.age * 12).rounded())
      persons.household[person] = 0
      persons.next[person] = economy.households.first[0]
      persons.earnings[person] = Int64((member.earnings * 100).rounded())
      persons.taxable[person] = Int64(((member.taxable ?? member.earnings) * 100).rounded())
      persons.lastWage[person] = Float(member.wageBefore * 100)
      persons.pensionBase[person] = Float(member.wageBefore * 100)
      persons.duration[person] = Int16(member.monthsWithoutWork)
      persons.isInsured[person] = member.isInsured
      persons.hours[person] = Float(member.hours)
      if let months = member.monthsOfCourseLeft {
        persons.trainingEnds[person] = Int32(economy.clock + months)
        economy.trainees.append(Int32(person))
      }
      if let months = member.monthsSinceLoss {
        persons.laidOffAt[person] = Int32(economy.clock - months)
        persons.laidOffWage[person] = Float(member.lostWage * 100)
        if member.lostToMachines {
          persons.displacedAt[person] = persons.laidOffAt[person]
          persons.displacedWage[person] = persons.laidOffWage[person]
        }
      }
      economy.households.first[0] = Int32(person)
      economy.households.size[0] += 1
    }
    return economy
  }
}
