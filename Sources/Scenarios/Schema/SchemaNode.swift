import Economy

/// Pieces of JSON Schemas.
enum SchemaNode {
  typealias Member = (key: String, value: JSONText)

  /// A whole schema.
  static func document(title: String, properties: [Member], required: [String], definitions: [Member])
    -> String
  {
    var members: [Member] = [
      ("$schema", .string("http://json-schema.org/draft-07/schema#")),
      ("title", .string(title)),
    ]
    members += object(properties, required: required)
    if !definitions.isEmpty { members.append(("definitions", .object(definitions))) }
    return JSONText.object(members).rendered
  }

  /// The members of a closed object.
  static func object(_ properties: [Member], required: [String] = []) -> [Member] {
    var members: [Member] = [
      ("type", .string("object")), ("additionalProperties", .flag(false)),
      ("properties", .object(properties)),
    ]
    if !required.isEmpty { members.append(("required", .array(required.map { .string($0) }))) }
    return members
  }

  /// What a parameter may hold, without its dates.
  static func kind(_ kind: ParameterKind) -> [Member] {
    switch kind {
    case .number(let bounds):
      [
        ("type", .string("number")), ("minimum", .number(bounds.lowerBound)),
        ("maximum", .number(bounds.upperBound)),
      ]
    case .integer(let bounds):
      [
        ("type", .string("integer")), ("minimum", .number(Double(bounds.lowerBound))),
        ("maximum", .number(Double(bounds.upperBound))),
      ]
    case .flag: [("type", .string("boolean"))]
    case .choice(let words): [("enum", .array(words.map { .string($0) }))]
    case .choices(let words):
      [
        ("type", .string("array")), ("uniqueItems", .flag(true)),
        ("items", .object([("enum", .array(words.map { .string($0) }))])),
      ]
    }
  }

  /// A parameter of a scenario file: its value, or months with values where it may change at dates.
  static func parameter(_ spec: ParameterSpec) -> JSONText {
    var members: [Member] = [("description", .string(description(spec)))]
    if let value = spec.defaultValue { members.append(("default", json(value))) }
    guard spec.isDated else { return .object(members + kind(spec.kind)) }
    let value = JSONText.object(kind(spec.kind))
    let dated: [Member] = [
      ("type", .string("object")), ("minProperties", .number(1)), ("additionalProperties", .flag(false)),
      ("properties", .object([(DatedReading.initialKey, value)])),
      ("patternProperties", .object([(monthPattern, value)])),
    ]
    return .object(members + [("anyOf", .array([value, .object(dated)]))])
  }

  /// A parameter of an economy file: its value and where it comes from.
  static func sourced(_ spec: ParameterSpec) -> JSONText {
    let value: [Member] = [("description", .string(description(spec)))] + kind(spec.kind)
    return .object(
      [("description", .string(description(spec)))]
        + object([("value", .object(value)), ("source", source)], required: ["value", "source"]))
  }

  /// Declarations nested by the levels of their keys.
  /// - Parameters:
  ///   - areRequired: whether those without a default must be there, and so their groups.
  ///   - leaf: the schema of one parameter.
  static func nested(
    _ specs: [ParameterSpec], areRequired: Bool = false, _ leaf: (ParameterSpec) -> JSONText
  ) -> [Member] {
    var properties: [Member] = []
    var required: [String] = []
    var done: Set<String> = []
    for spec in specs {
      guard let dot = spec.key.firstIndex(of: ".") else {
        properties.append((spec.key, leaf(spec)))
        if areRequired, spec.defaultValue == nil { required.append(spec.key) }
        continue
      }
      let group = String(spec.key[..<dot])
      guard done.insert(group).inserted else { continue }
      let inner = specs.filter { $0.key.hasPrefix("\(group).") }
        .map { $0.renamed(String($0.key.dropFirst(group.count + 1))) }
      properties.append((group, .object(nested(inner, areRequired: areRequired, leaf))))
      if areRequired, inner.contains(where: { $0.defaultValue == nil }) { required.append(group) }
    }
    return object(properties, required: required)
  }

  /// A text that is not empty.
  static func text(_ meaning: String) -> JSONText {
    .object([("description", .string(meaning)), ("type", .string("string")), ("minLength", .number(1))])
  }

  static let source = text("Where the number comes from, or the word prior")
  static let monthPattern = "^[0-9]{4}-(0[1-9]|1[0-2])$"

  /// Meaning, unit, source of the default.
  static func description(_ spec: ParameterSpec) -> String {
    let unit = ["", "1", "flag", "word", "words"].contains(spec.unit) ? "" : " [\(spec.unit)]"
    let source = spec.defaultValue == nil ? "" : ". Default from: \(spec.source)"
    return spec.meaning + unit + source
  }

  static func json(_ value: ParameterValue) -> JSONText {
    switch value {
    case .number(let number): .number(number)
    case .flag(let flag): .flag(flag)
    case .choice(let word): .string(word)
    case .choices(let words): .array(words.map { .string($0) })
    }
  }
}
