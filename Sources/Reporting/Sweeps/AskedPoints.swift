import Designs
import GRDB

/// Points that are added to a sweep's database as somebody asks for them.
struct AskedPoints {
  let factors: [Factor]

  init(_ factors: [Factor]) { self.factors = factors }

  /// The ordinals of settings; new ones get the next numbers.
  func ordinals(of settings: [[FactorValue]], _ db: Database) throws -> [Int] {
    let names = factors.map { SweepValues.quoted($0.name) }
    let find = try db.cachedStatement(
      sql: "SELECT point FROM point WHERE " + names.map { "\($0) = ?" }.joined(separator: " AND "))
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO point (point, \(names.joined(separator: ", ")))
        VALUES ((SELECT coalesce(max(point) + 1, 0) FROM point)\(names.map { _ in ", ?" }.joined()))
        """)
    let ordinals = try settings.map { setting in
      let arguments = StatementArguments(
        setting.map { value in value.number.map(\.databaseValue) ?? value.description.databaseValue })
      if let known = try Int.fetchOne(find, arguments: arguments) { return known }
      try insert.execute(arguments: arguments)
      return Int(db.lastInsertedRowID)
    }
    try db.execute(sql: "UPDATE sweep SET (points, proposed) = (SELECT count(*), count(*) FROM point)")
    return ordinals
  }
}
