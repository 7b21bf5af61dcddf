import Economy
import Scenarios

/// The groups by which gains and losses are counted. A person is in one group of each dimension; whether she was
/// displaced depends on the replication.
struct GainGroups: Sendable {
  struct Group: Sendable, Equatable {
    let dimension: String
    let name: String
  }

  /// In the order of reports.
  private(set) var all: [Group] = [Group(dimension: "all", name: "all")]
  /// For each person the places of her groups in `all`, but for displacement.
  private(set) var members: [[Int32]]
  let displaced: Int
  let notDisplaced: Int
  let newcomers: Int

  init(_ traits: [LifeTraits]) {
    var members = traits.map { _ in [Int32(0)] }
    var groups = all
    func add(_ dimension: String, order: (String, String) -> Bool, _ name: (LifeTraits) -> String) {
      let names = traits.map(name)
      let sorted = Set(names).sorted(by: order)
      let first = groups.count
      groups += sorted.map { Group(dimension: dimension, name: $0) }
      let places = Dictionary(uniqueKeysWithValues: zip(sorted, first...))
      for (person, name) in names.enumerated() { members[person].append(Int32(places[name] ?? 0)) }
    }
    add("decile", order: { (Int($0) ?? 0) < (Int($1) ?? 0) }) { String($0.decile) }
    add("age", order: <) { $0.ageClass }
    add("occupation", order: <) { $0.occupation ?? "none" }
    add("household_type", order: <) { $0.householdType }
    displaced = groups.count
    notDisplaced = groups.count + 1
    newcomers = groups.count + 2
    groups += [
      Group(dimension: "displaced", name: "yes"), Group(dimension: "displaced", name: "no"),
      Group(dimension: "newcomers", name: "newcomers"),
    ]
    all = groups
    self.members = members
  }
}

/// What a replication says about a group.
struct GroupCount: Sendable {
  var persons = 0.0
  var apart = 0.0
  var classes = [0.0, 0.0, 0.0, 0.0, 0.0]
  /// What the gains are relative to, all gains, and the losses among them, in currency units.
  var base = 0.0
  var amount = 0.0
  var losses = 0.0
  /// Persons among the most-losing hundredth of all.
  var worst = 0.0

  mutating func add(_ gain: PairGain, _ measure: Int, isWorst: Bool) {
    persons += 1
    if gain.isApart { apart += 1 }
    classes[GainClass(gain.gains[measure]).rawValue] += 1
    base += gain.base(measure)
    let amount = gain.amounts[measure]
    self.amount += amount
    if amount < 0 { losses -= amount }
    if isWorst { worst += 1 }
  }
}
