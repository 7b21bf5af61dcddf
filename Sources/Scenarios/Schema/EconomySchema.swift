import Economy
import Policies

/// The pieces of the schema of economy files.
enum EconomySchema {
  static let properties: [SchemaNode.Member] = [
    ("economy", SchemaNode.text("The country's name")),
    (
      "currency",
      .object([
        ("description", .string("ISO 4217 code of the unit of money")), ("type", .string("string")),
        ("pattern", .string("^[A-Z]{3}$")),
      ])
    ),
    (
      "parameters",
      .object(SchemaNode.nested(Calibration.entries.map(\.spec), areRequired: true, SchemaNode.sourced))
    ),
    ("tables", tables),
    (
      "policies",
      .object(
        SchemaNode.object(
          Registry.policies.map { policy in
            let group = SchemaNode.nested(policy.parameters, areRequired: true, SchemaNode.sourced)
            return (policy.name, .object([("description", .string(policy.summary))] + group))
          }))
    ),
  ]

  private static var tables: JSONText {
    .object(
      SchemaNode.object(
        [
          (
            "occupations",
            rows(
              TableColumns.occupation,
              [text("code"), text("title"), ("wage_quantiles", list(TableColumns.wageQuantile))])
          ),
          (
            "industries",
            rows(
              TableColumns.industry, [text("key"), text("title"), ("staffing", list(TableColumns.staffing))])
          ),
          ("government_staffing", table("row", list(TableColumns.staffing))),
          ("mobility", mobility),
        ], required: TableReading.names))
  }

  private static var mobility: JSONText {
    let share = JSONText.object(SchemaNode.kind(TableColumns.mobility.kind))
    let leavers = JSONText.object([("type", .string("object")), ("additionalProperties", share)])
    let moves = JSONText.object([
      ("description", .string(MobilityReading.meaning)), ("type", .string("object")),
      ("additionalProperties", leavers),
    ])
    return .object(
      SchemaNode.object(
        [
          ("source", SchemaNode.source), ("rows", array(of: list(TableColumns.mobility))), ("moves", moves),
        ], required: ["source"]))
  }

  private static func text(_ key: String) -> SchemaNode.Member { (key, SchemaNode.text(key)) }

  private static func rows(_ columns: [ParameterSpec], _ others: [SchemaNode.Member]) -> JSONText {
    let cells = columns.map { spec in
      (
        spec.key,
        JSONText.object([("description", .string(SchemaNode.description(spec)))] + SchemaNode.kind(spec.kind))
      )
    }
    let row = SchemaNode.object(others + cells, required: others.map(\.key) + columns.map(\.key))
    return table("rows", array(of: .object(row)))
  }

  private static func table(_ content: String, _ schema: JSONText) -> JSONText {
    .object(
      SchemaNode.object([("source", SchemaNode.source), (content, schema)], required: ["source", content]))
  }

  private static func list(_ spec: ParameterSpec) -> JSONText {
    .object([
      ("description", .string(SchemaNode.description(spec))), ("type", .string("array")),
      ("items", .object(SchemaNode.kind(spec.kind))),
    ])
  }

  private static func array(of items: JSONText) -> JSONText {
    .object([("type", .string("array")), ("minItems", .number(1)), ("items", items)])
  }
}
