import Designs
import GRDB
import Scenarios

/// The points of a sweep's database and what came of them, as analyses want them.
struct SweepSample {
  struct Factor {
    let name: String
    let role: Designs.Factor.Role
    let unit: String
  }

  struct Point {
    let ordinal: Int
    /// By factor: the number, or the place of a word in the order in which the experiment lists it.
    let values: [Double]
    /// By factor, as the experiment states it.
    let texts: [String]
    /// By factor, its place in the unit cube; empty where the design has none.
    let coordinates: [Double]
  }

  let title: String
  /// The name of the design.
  let design: String
  let factors: [Factor]
  /// In the design's order.
  let points: [Point]
  private let outcomes: (SweepMeasure) throws -> SweepOutcomes

  init(_ db: Database) throws {
    let sweep = try Row.fetchOne(db, sql: "SELECT title, design FROM sweep")
    title = sweep?["title"] ?? ""
    design = sweep?["design"] ?? ""
    let rows = try Row.fetchAll(db, sql: "SELECT name, role, unit, listed FROM factor ORDER BY position")
    let factors = rows.map {
      Factor(name: $0["name"], role: $0["role"] == "lever" ? .lever : .uncertainty, unit: $0["unit"])
    }
    var ranks = rows.map { row in WordRanks((row["listed"] as String?)?.split(separator: "\n") ?? []) }
    let names = factors.map { SweepValues.quoted($0.name) }.joined(separator: ", ")
    let coordinates = try Self.coordinates(db, names)
    points = try Row.fetchAll(db, sql: "SELECT point, \(names) FROM point ORDER BY point").map { row in
      let ordinal: Int = row[0]
      let values = factors.indices.map { index -> FactorValue in
        if let number = Double.fromDatabaseValue(row[index + 1]) { return .number(number) }
        return .word(row[index + 1])
      }
      return Point(
        ordinal: ordinal,
        values: values.indices.map { values[$0].number ?? ranks[$0].rank(values[$0].description) },
        texts: values.map(\.description), coordinates: coordinates[ordinal] ?? [])
    }
    self.factors = factors
    outcomes = { try SweepOutcomes(db, $0) }
  }

  private static func coordinates(_ db: Database, _ names: String) throws -> [Int: [Double]] {
    var coordinates: [Int: [Double]] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT point, \(names) FROM coordinate") {
      coordinates[row[0]] = (1..<row.count).map { row[$0] }
    }
    return coordinates
  }

  /// What is known of an outcome.
  func outcomes(_ measure: SweepMeasure) throws -> SweepOutcomes { try outcomes(measure) }
}

/// The places of words in the order in which an experiment lists them; of others in the order of their coming.
private struct WordRanks {
  private var ranks: [String: Double] = [:]

  init(_ listed: [Substring]) { for word in listed { _ = rank(String(word)) } }

  mutating func rank(_ word: String) -> Double {
    if let rank = ranks[word] { return rank }
    ranks[word] = Double(ranks.count)
    return Double(ranks.count - 1)
  }
}

/// An outcome of all points and replications that are complete.
struct SweepOutcomes {
  /// By point and replication.
  private let values: [Int: [Int: Double]]

  init(_ db: Database, _ measure: SweepMeasure) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT point, replication, \(SweepValues.quoted(measure.output)) FROM \(SweepValues.source(of: measure))
        WHERE reform = ?
        """, arguments: [measure.variant])
    var values: [Int: [Int: Double]] = [:]
    while let row = try rows.next() {
      if let value: Double = row[2] { values[row[0], default: [:]][row[1]] = value }
    }
    self.values = values
  }

  /// The mean of a point over its replications; nil where there is none.
  func mean(_ point: Int) -> Double? { means([point])[0] }

  /// The means of points that are compared with each other, over the replications that all of them have: so a
  /// sweep that is not finished compares like with like. Nil for all where there is none.
  func means(_ points: [Int]) -> [Double?] {
    let known = points.map { values[$0] ?? [:] }
    let common = known.dropFirst().reduce(Set(known.first?.keys.map { $0 } ?? [])) {
      $0.intersection($1.keys)
    }
    guard !common.isEmpty else { return points.map { _ in nil } }
    let replications = common.sorted()
    return known.map { point in
      replications.reduce(0) { $0 + (point[$1] ?? 0) } / Double(replications.count)
    }
  }
}
