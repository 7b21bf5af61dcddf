import Economy
import Policies

/// The pieces of the schema of scenario files.
enum ScenarioSchema {
  static let properties: [SchemaNode.Member] = ScenarioKeys.all.map { key, meaning in
    (key, schema(of: key, meaning))
  }

  /// Law, machines and closure appear at the top, in the baseline and in each reform.
  static let definitions: [SchemaNode.Member] = [
    (
      "policies",
      .object(
        SchemaNode.object(
          Registry.policies.map { policy in
            let group = SchemaNode.nested(policy.parameters, SchemaNode.parameter)
            return (policy.name, .object([("description", .string(policy.summary))] + group))
          }))
    ),
    ("automation", automation),
    ("closure", closure),
    ("variant", .object(SchemaNode.object([label] + LawReading.keys.map { ($0, reference($0)) }))),
  ]

  private static let automation: JSONText = {
    let share = JSONText.object(SchemaNode.kind(OccupationPathReading.share.kind))
    let months: [SchemaNode.Member] = [
      ("type", .string("object")), ("additionalProperties", .flag(false)),
      ("patternProperties", .object([(SchemaNode.monthPattern, share), ("^[0-9]{4}$", share)])),
    ]
    let path: [SchemaNode.Member] = [
      ("description", .string(AutomationKeys.path.meaning)),
      (
        "anyOf",
        .array([
          .object([("type", .string("string")), ("minLength", .number(1))]),
          .object([("type", .string("object")), ("additionalProperties", .object(months))]),
        ])
      ),
    ]
    let members = SchemaNode.nested(
      [AutomationKeys.preset] + AutomationPath.parameters, SchemaNode.parameter)
    return .object(
      members.map { member in
        guard member.key == "properties", case .object(let keys) = member.value else { return member }
        return (member.key, .object([(AutomationKeys.path.key, .object(path))] + keys))
      })
  }()

  private static func schema(of key: String, _ meaning: String) -> JSONText {
    switch key {
    case ScenarioKeys.policies.key, ScenarioKeys.automation.key, ScenarioKeys.closure.key: reference(key)
    case ScenarioKeys.baseline.key: reference("variant")
    case ScenarioKeys.reforms.key: reforms(meaning)
    case ScenarioKeys.pilot.key: pilot(meaning)
    case ScenarioKeys.assumptions.key: assumptions(meaning)
    case ScenarioKeys.network.key: network(meaning)
    case ScenarioKeys.population.key: population(meaning)
    case ScenarioKeys.gains.key: gains(meaning)
    case ScenarioKeys.answer.key: answer(meaning)
    case ScenarioKeys.economy.key:
      .object([
        ("description", .string(meaning)), ("type", .array([.string("string"), .string("object")])),
        ("minLength", .number(1)),
      ])
    case ScenarioKeys.start.key:
      .object([
        ("description", .string(meaning)), ("type", .string("string")),
        ("pattern", .string(SchemaNode.monthPattern)),
      ])
    default:
      ScenarioKeys.numbers.first { $0.key == key }.map(SchemaNode.parameter) ?? SchemaNode.text(meaning)
    }
  }

  private static let label: SchemaNode.Member = ("label", SchemaNode.text("What reports call the variant"))

  private static func reference(_ name: String) -> JSONText {
    .object([("$ref", .string("#/definitions/\(name)"))])
  }

  private static func reforms(_ meaning: String) -> JSONText {
    .object([
      ("description", .string(meaning)), ("type", .string("object")), ("additionalProperties", .flag(false)),
      (
        "patternProperties",
        .object([("^(?!baseline$)[A-Za-z][A-Za-z0-9_-]*$", reference("variant"))])
      ),
    ])
  }

  private static func pilot(_ meaning: String) -> JSONText {
    let band = JSONText.object([
      ("type", .string("array")), ("items", .object([("type", .string("number"))])),
      ("minItems", .number(2)), ("maxItems", .number(2)),
    ])
    let figure = SchemaNode.object(
      [
        ("outcome", .object([("enum", .array(PilotOutcome.allCases.map { .string($0.rawValue) }))])),
        ("group", SchemaNode.text("The group of the treated it is of")),
        ("result", SchemaNode.text("The figure in words")), ("accepted", band),
        ("source", SchemaNode.text("Where it was published")),
        ("missed", SchemaNode.text("Why the model misses it")),
      ], required: ["outcome", "result", "accepted", "source"])
    let others: [SchemaNode.Member] = [
      (PilotKeys.policies.key, reference(PilotKeys.policies.key)),
      (
        PilotKeys.published.key,
        .object([
          ("description", .string(PilotKeys.published.meaning)), ("type", .string("array")),
          ("items", .object(figure)),
        ])
      ),
    ]
    let members = SchemaNode.nested(PilotDesign.parameters, SchemaNode.parameter)
    return .object(
      [("description", .string(meaning))]
        + members.map { member in
          guard member.key == "properties", case .object(let keys) = member.value else { return member }
          return (member.key, .object(keys + others))
        })
  }

  /// Entries nested by group, or with dots.
  private static func assumptions(_ meaning: String) -> JSONText {
    let specs = Calibration.entries.map(\.spec)
    let dotted = specs.map { ($0.key, SchemaNode.parameter($0)) }
    let nested = SchemaNode.nested(specs, SchemaNode.parameter)
    return .object(
      [("description", .string(meaning))]
        + nested.map { member in
          guard member.key == "properties", case .object(let groups) = member.value else { return member }
          return (member.key, .object(groups + dotted))
        })
  }

  private static func gains(_ meaning: String) -> JSONText {
    let years = JSONText.object(
      [("description", .string(GainsReading.windows.meaning)), ("type", .string("array"))]
        + [
          ("items", .object(SchemaNode.kind(.integer(1...GainsReading.longest)))), ("minItems", .number(1)),
          ("default", .array(GainsReading.standardWindows.map { .number(Double($0)) })),
        ])
    return .object(
      [("description", .string(meaning))]
        + SchemaNode.object(
          [(GainsReading.windows.key, years)]
            + GainsReading.parameters.map { ($0.key, SchemaNode.parameter($0)) }))
  }

  private static func answer(_ meaning: String) -> JSONText {
    let lists: [SchemaNode.Member] = AnswerReading.lists.map { spec in
      let members: [SchemaNode.Member] = [
        ("description", .string(spec.meaning)), ("type", .string("array")),
        ("items", .object([("type", .string("string"))])), ("minItems", .number(1)),
      ]
      return (spec.key, .object(members))
    }
    let against: SchemaNode.Member = (
      AnswerReading.against.key, SchemaNode.text(AnswerReading.against.meaning)
    )
    return .object([
      ("description", .string(meaning)), ("type", .string("array")), ("minItems", .number(1)),
      (
        "items",
        .object(
          SchemaNode.object(
            lists + AnswerReading.parameters.map { ($0.key, SchemaNode.parameter($0)) } + [against]))
      ),
    ])
  }

  private static func network(_ meaning: String) -> JSONText {
    let tables = NetworkReading.keys.map { ($0.key, SchemaNode.text($0.meaning)) }
    let required = [NetworkReading.moves.key, NetworkReading.occupations.key]
    return .object(
      [("description", .string(meaning))] + SchemaNode.object(tables, required: required))
  }

  private static func population(_ meaning: String) -> JSONText {
    let persons = SchemaNode.kind(ScenarioKeys.persons.kind)
    let file = SchemaNode.object([
      ("persons", .object(persons)),
      ("file", SchemaNode.text("The population file, relative to the scenario file")),
    ])
    return .object([("description", .string(meaning)), ("anyOf", .array([.object(persons), .object(file)]))])
  }

  private static let closure: JSONText = {
    let words = Closure.weights.map(\.key)
    return .object([
      ("description", .string(ScenarioKeys.closure.meaning)),
      (
        "anyOf",
        .array([
          .object([("enum", .array(words.map { .string($0) }))]),
          .object(
            SchemaNode.nested(Closure.parameters, SchemaNode.parameter) + [("minProperties", .number(1))]),
        ])
      ),
    ])
  }()
}
