import Economy
import Experiments
import GRDB
import Scenarios

/// Writes gains and losses of an experiment.
struct GainInsert {
  let set: Int64

  func insert(_ gains: GainReport, _ db: Database) throws {
    var groups = try BulkInsert(db, into: "gain_loss", Schema.gainLoss.columns.map(\.name))
    for row in gains.groups {
      key(row.reform, row.years, in: &groups)
      groups.bind(row.measure.rawValue)
      groups.bind(row.dimension)
      groups.bind(row.group)
      groups.bind(Int64(row.replications))
      groups.bind(row.persons)
      for share in row.shares { groups.bind(share) }
      let tested = row.tested
      for value in [
        row.loseMuchError, tested?.loseMuch, tested?.lose, tested?.gain, tested?.gainMuch, row.gain,
        row.amount, row.losses, row.winnings, row.worst, row.apart,
      ] { groups.bind(value ?? .nan) }
      try groups.insert()
    }
    var curve = try BulkInsert(db, into: "gain_curve", Schema.gainCurve.columns.map(\.name))
    for row in gains.curve {
      key(row.reform, row.years, in: &curve)
      curve.bind(row.measure.rawValue)
      curve.bind(Int64(row.replications))
      curve.bind(row.loseMuch)
      try curve.insert()
    }
    var people = try BulkInsert(db, into: "person_gain", Schema.personGain.columns.map(\.name))
    for row in gains.people { try insert(row, &people) }
  }

  private func key(_ reform: String, _ years: Int, in insert: inout BulkInsert) {
    insert.bind(set)
    insert.bind(reform)
    insert.bind(Int64(years))
  }

  private func insert(_ row: GainReport.PersonRow, _ people: inout BulkInsert) throws {
    key(row.reform, row.years, in: &people)
    people.bind(Int64(row.traits.row))
    people.bind(Int64(row.traits.arrival))
    people.bind(Int64(row.traits.age))
    people.bind(Int64(row.traits.decile))
    people.bind(row.traits.occupation)
    people.bind(row.traits.householdType)
    people.bind(Int64(row.traits.isEmployed ? 1 : 0))
    people.bind(Int64(row.isDisplaced ? 1 : 0))
    people.bind(Int64(row.replications))
    people.bind(row.income)
    people.bind(row.consumption)
    for measure in row.gains.indices {
      people.bind(row.gains[measure])
      people.bind(row.t[measure] ?? .nan)
      people.bind(row.amounts[measure])
    }
    try people.insert()
  }
}
