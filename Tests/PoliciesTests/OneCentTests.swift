import Policies
import Testing

@testable import Economy

/// A basic income of one cent a month moves itself, and within the month nothing that does not hang on it.
struct OneCentTests {
  @Test("One cent is paid to each adult; in its month no job or wage moves, and pay by a cent at most")
  func oneMonth() throws {
    var without = try World.economy(World.standing())
    var with = without
    with.adopt(
      try World.standing(with: "basic_income", ["adult": .number(0.01), "indexation": .word("none")]))
    _ = try (without.step(), with.step())

    let (old, new) = (without.persons, with.persons)
    #expect(old.stateCode.array == new.stateCode.array)
    #expect(old.employer.array == new.employer.array)
    #expect(old.wage.array == new.wage.array)
    // One in twelve chooses hours again, and answers a cent by a millionth of them.
    let moved = (0..<new.count).filter { new.earnings[$0] != old.earnings[$0] }
    #expect(moved.count < new.count / 12)
    for person in moved { #expect(abs(new.earnings[person] - old.earnings[person]) == 1) }
    // What her own cent of pay and the basic income leave of it.
    for person in 0..<new.count { #expect(abs(new.net[person] - old.net[person]) <= 2) }
    let untouched: [Flow] = [.pensions, .childBenefit, .unemploymentInsurance, .householdDepositInterest]
    func paid(_ flow: Flow, _ economy: Economy) -> Int64 { economy.ledger.yearFlows[flow.rawValue] }
    for flow in untouched { #expect(paid(flow, with) == paid(flow, without), "\(flow)") }
    let adults = (0..<new.count).count { with.persons.isPresent($0) && (216..<792).contains(new.age[$0]) }
    #expect(paid(.basicIncome, with) == Int64(adults))
    #expect(paid(.pensions, with) > 0 && paid(.unemploymentInsurance, with) > 0)
  }
}
