public import Economy

/// What reforms do in the static, the behavioural and the dynamic sense, in the last months of the horizon.
public struct DecompositionReport: Sendable, Equatable {
  /// Over which amounts are added up.
  public let months: Int
  /// The last sense that was computed.
  public let upTo: Sense
  /// By reform, replication, dimension and group.
  public let rows: [Row]

  /// What the groups are made by.
  public enum Dimension: String, Sendable, CaseIterable {
    /// A flow to the government; one from it; revenue, spending and what is left.
    case revenue, spending, budget
    /// Disposable income of the households of each tenth of the start; of newcomers; of all.
    case decile
  }

  /// An amount in every sense, in whole cents: the senses' differences add up.
  public struct Row: Sendable, Equatable {
    public let reform: String
    /// From 0.
    public let replication: Int
    public let dimension: Dimension
    public let group: String
    /// Persons of the group in the baseline, added up over the months.
    public let personMonths: Int64
    public let baseline: Int64
    fileprivate let senses: [Int64]

    /// The amount in a sense; nil where that was not computed.
    public subscript(sense: Sense) -> Int64? {
      let place = Sense.allCases.firstIndex(of: sense) ?? 0
      return place < senses.count ? senses[place] : nil
    }

    /// What a sense adds to the one before it; nil where it was not computed.
    public func effect(of sense: Sense) -> Int64? {
      let place = Sense.allCases.firstIndex(of: sense) ?? 0
      guard place < senses.count else { return nil }
      return senses[place] - (place == 0 ? baseline : senses[place - 1])
    }

    /// The last sense less the baseline.
    public var total: Int64 { (senses.last ?? baseline) - baseline }
  }

  static func rows(_ decomposition: Decomposition, reform: Int, name: String, replication: Int) -> [Row] {
    let (baseline, senses) = (decomposition.baseline, decomposition.accounts[reform])
    let everybody = decomposition.persons.reduce(0, +)
    func row(
      _ dimension: Dimension, _ group: String, persons: Int64, _ amount: (SenseAccount) -> Int64
    ) -> Row {
      Row(
        reform: name, replication: replication, dimension: dimension, group: group, personMonths: persons,
        baseline: amount(baseline), senses: senses.map(amount))
    }
    func flows(_ dimension: Dimension, _ isOf: (Flow) -> Bool) -> [Row] {
      Flow.allCases.filter { flow in isOf(flow) && ([baseline] + senses).contains { $0[flow] != 0 } }
        .map { flow in row(dimension, flow.name, persons: everybody) { $0[flow] } }
    }
    let names = (1...10).map(String.init) + ["newcomers"]
    return flows(.revenue, \.isRevenue) + flows(.spending, \.isSpending) + [
      row(.budget, "revenue", persons: everybody, \.revenue),
      row(.budget, "spending", persons: everybody, \.spending),
      row(.budget, "balance", persons: everybody, \.balance),
    ]
      + names.enumerated().map { place, name in
        row(.decile, name, persons: decomposition.persons[place]) { $0.incomes[place] }
      } + [row(.decile, "all", persons: everybody) { $0.incomes.reduce(0, +) }]
  }
}
