import Economy
import Experiments
import Scenarios

/// Who gains and who loses, for programs: groups, the persons of the sample, and how sure the call of losers is.
struct GainJSON {
  let gains: GainReport

  var document: JSONValue {
    .object([
      JSONValue.Member("groups", .array(gains.groups.map(group))),
      JSONValue.Member("persons", .array(gains.people.map(person))),
      JSONValue.Member("curve", .array(gains.curve.map(curve))),
    ])
  }

  private func key(_ reform: String, _ years: Int) -> [JSONValue.Member] {
    [JSONValue.Member("reform", .text(reform)), JSONValue.Member("years", .integer(Int64(years)))]
  }

  private func group(_ row: GainReport.GroupRow) -> JSONValue {
    let shares = zip(GainClass.allCases, row.shares).map { JSONValue.Member($0.name, .number($1)) }
    let tested = [
      ("sure_lose_much", row.tested?.loseMuch), ("sure_lose", row.tested?.lose),
      ("sure_gain", row.tested?.gain), ("sure_gain_much", row.tested?.gainMuch),
    ]
    return .object(
      key(row.reform, row.years) + [
        JSONValue.Member("measure", .text(row.measure.rawValue)),
        JSONValue.Member("dimension", .text(row.dimension)),
        JSONValue.Member("group", .text(row.group)),
        JSONValue.Member("replications", .integer(Int64(row.replications))),
        JSONValue.Member("persons", .number(row.persons)),
      ] + shares + [JSONValue.Member("lose_much_se", JSONValue(row.loseMuchError))]
        + tested.map { JSONValue.Member($0, JSONValue($1)) } + [
          JSONValue.Member("mean_gain", .number(row.gain)),
          JSONValue.Member("amount", .number(row.amount)),
          JSONValue.Member("losses", .number(row.losses)),
          JSONValue.Member("winnings", .number(row.winnings)),
          JSONValue.Member("worst_share", .number(row.worst)),
          JSONValue.Member("apart", .number(row.apart)),
        ])
  }

  private func person(_ row: GainReport.PersonRow) -> JSONValue {
    let measures = GainMeasure.allCases.indices.flatMap { index in
      let name = GainMeasure.allCases[index].rawValue
      return [
        JSONValue.Member("\(name)_gain", .number(row.gains[index])),
        JSONValue.Member("\(name)_t", JSONValue(row.t[index])),
        JSONValue.Member("\(name)_amount", .number(row.amounts[index])),
      ]
    }
    return .object(
      key(row.reform, row.years) + [
        JSONValue.Member("person", .integer(Int64(row.traits.row))),
        JSONValue.Member("age", .integer(Int64(row.traits.age))),
        JSONValue.Member("decile", .integer(Int64(row.traits.decile))),
        JSONValue.Member("occupation", row.traits.occupation.map { .text($0) } ?? .null),
        JSONValue.Member("household_type", .text(row.traits.householdType)),
        JSONValue.Member("employed", .flag(row.traits.isEmployed)),
        JSONValue.Member("displaced", .flag(row.isDisplaced)),
        JSONValue.Member("replications", .integer(Int64(row.replications))),
        JSONValue.Member("income", .number(row.income)),
        JSONValue.Member("consumption", .number(row.consumption)),
      ] + measures)
  }

  private func curve(_ row: GainReport.CurveRow) -> JSONValue {
    .object(
      key(row.reform, row.years) + [
        JSONValue.Member("measure", .text(row.measure.rawValue)),
        JSONValue.Member("replications", .integer(Int64(row.replications))),
        JSONValue.Member("sure_lose_much", .number(row.loseMuch)),
      ])
  }
}
