import Testing

@testable import Economy

struct LivesTests {
  private static let valuation = LifeValuation(windows: [6, 12], discountRate: 0)

  private func run(_ economy: Economy, months: Int = 12) throws -> (lives: Lives, economy: Economy) {
    var economy = economy
    var lives = Lives(Self.valuation, at: economy)
    for _ in 0..<months {
      _ = try economy.step()
      lives.add(economy)
    }
    return (lives, economy)
  }

  @Test(
    "A life is worth as much as itself, and as much more as all its consumption grows",
    arguments: [0.35, 1, 1.5])
  func equivalent(curvature: Double) {
    let choice = Choice(curvature: curvature, inverseFrisch: 3, unit: 1)
    func life(_ factor: Double) -> LifeValue {
      var life = LifeValue()
      for (units, burden) in [(0.7, 0.2), (1.1, 0), (2.3, 0.5)] {
        life.enjoyment += choice.level(units * factor)
        life.utility += choice.level(units * factor) - burden
        life.weight += 1
        life.months += 1
      }
      return life
    }
    let baseline = life(1)
    #expect(baseline.equivalentGain(to: baseline.utility, curvature: curvature) == 0)
    for gain in [-0.4, -0.01, 0.2, 3] {
      let found = baseline.equivalentGain(to: life(1 + gain).utility, curvature: curvature)
      #expect(abs(found - gain) < 1e-9)
    }
  }

  @Test("The same economy twice gives the same lives, bit by bit")
  func same() throws {
    let economy = try World.settledEconomy()
    let (a, b) = (try run(economy).lives, try run(economy).lives)
    #expect(a.windows.map(\.months) == [6, 12])
    for (left, right) in zip(a.windows, b.windows) {
      #expect(left.originals == right.originals && left.places == right.places)
      #expect(left.newcomers.map(\.value) == right.newcomers.map(\.value))
    }
  }

  @Test("What the lives have spent is what the households have spent, whoever has died or come since")
  func sums() throws {
    var economy = try World.settledEconomy()
    var lives = Lives(LifeValuation(windows: [24], discountRate: 0), at: economy)
    var spent = 0.0
    for _ in 0..<24 {
      _ = try economy.step()
      lives.add(economy)
      for household in 0..<economy.households.count where economy.households.first[household] >= 0 {
        spent += Double(economy.households.budget[household]) / 100 / economy.priceLevel
      }
    }
    let window = try #require(lives.windows.first)
    #expect(!window.newcomers.isEmpty && window.originals.contains { $0.months > 0 && $0.months < 24 })
    let sum =
      window.originals.reduce(0) { $0 + $1.spending } + window.newcomers.reduce(0) { $0 + $1.value.spending }
    #expect(abs(sum / spent - 1) < 1e-9)
  }

  @Test("Unemployment costs more than the income it takes, and is no leisure")
  func unemployment() throws {
    let (lives, economy) = try run(try World.settledEconomy(), months: 6)
    let free = LifeValuation(windows: [6], discountRate: 0, unemploymentCost: 1)
    var (again, other) = (try World.settledEconomy(), Lives(free, at: try World.settledEconomy()))
    for _ in 0..<6 {
      _ = try again.step()
      other.add(again)
    }
    let dear = try #require(lives.windows.first)
    let cheap = try #require(other.windows.first)
    var hasCost = false
    for row in dear.originals.indices {
      #expect(dear.originals[row].utility <= cheap.originals[row].utility)
      hasCost = hasCost || dear.originals[row].utility < cheap.originals[row].utility
      #expect(dear.originals[row].enjoyment == cheap.originals[row].enjoyment)
    }
    #expect(hasCost && economy.month > 0)
  }

  @Test("Other luck leaves births, deaths, couples and traits alone, and little else")
  func luck() throws {
    let economy = try World.settledEconomy()
    var other = economy
    other.change(luck: 1)
    let (a, b) = (try run(economy).economy, try run(other).economy)
    #expect(a.persons.arrival.array == b.persons.arrival.array)
    #expect(a.persons.age.array == b.persons.age.array)
    #expect(a.persons.household.array == b.persons.household.array)
    #expect(a.persons.isFemale.array == b.persons.isFemale.array)
    #expect(zip(a.persons.rank.array, b.persons.rank.array).allSatisfy { $0 == $1 })
    #expect(a.persons.employer.array != b.persons.employer.array)
    var back = economy
    back.change(luck: 0)
    #expect(try run(back).economy.persons.employer.array == a.persons.employer.array)
  }

  @Test("Needs by both scales")
  func needs() throws {
    let economy = try World.settledEconomy()
    for household in 0..<economy.households.count where economy.households.first[household] >= 0 {
      let size = Double(economy.households.size[household])
      var small = 0.0
      economy.forEachMember(household) { if economy.persons.age[$0] < 14 * 12 { small += 1 } }
      #expect(economy.needs(of: household, .squareRoot) == size.squareRoot())
      if small < size {
        let expected = 1 + 0.5 * (size - 1 - small) + 0.3 * small
        #expect(abs(economy.needs(of: household, .oecdModified) - expected) < 1e-12)
      }
    }
  }

  @Test("Traits: a tenth of the persons in each decile, and everybody once")
  func traits() throws {
    let economy = try World.settledEconomy()
    let traits = economy.lifeTraits(.squareRoot)
    #expect(traits.count == economy.population)
    #expect(Set(traits.map(\.row)).count == traits.count)
    for decile in 1...10 {
      let share = Double(traits.count { $0.decile == decile }) / Double(traits.count)
      #expect(abs(share - 0.1) < 0.01)
    }
  }
}
