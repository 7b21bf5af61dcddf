import Economy
import Policies

/// JSON Schemas (draft 7) of the files, made from the declarations of the parameters, for editors that
/// complete and check YAML. What a schema cannot say (rising dates, sums, the economy's own consistency) only
/// reading checks.
public enum Schema {
  /// The schema of scenario files.
  public static func scenario() -> String {
    SchemaNode.document(
      title: "Otium scenario", properties: ScenarioSchema.properties,
      required: ["title", "economy", "start"],
      definitions: ScenarioSchema.definitions)
  }

  /// The schema of economy files.
  public static func economy() -> String {
    SchemaNode.document(
      title: "Otium economy", properties: EconomySchema.properties,
      required: ["economy", "currency", "parameters", "tables"], definitions: [])
  }
}
