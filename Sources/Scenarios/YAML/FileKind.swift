/// What a YAML file of this program is: told by keys that no other kind has.
public enum FileKind: String, Sendable, Hashable, CaseIterable {
  case economy, experiment, scenario

  /// Of these keys one is enough.
  private var marks: Set<String> {
    switch self {
    case .economy: ["currency", "tables", "parameters"]
    case .experiment: ["scenario", "factors", "outputs"]
    case .scenario: ["start", "baseline", "reforms"]
    }
  }

  var inWords: String { self == .scenario ? "a scenario" : "an \(rawValue)" }

  /// Who takes such a file, for those who gave it to another.
  var use: String {
    switch self {
    case .economy: "a scenario names it with the key 'economy'"
    case .experiment: "'otium sweep' takes it"
    case .scenario: "'otium run' takes it"
    }
  }

  /// The kind of a file; nil where it cannot be read, or where nothing tells.
  public init?(ofFile path: String) {
    guard let root = try? YAMLFile.read(path, expected: "", Findings()) else { return nil }
    self.init(root)
  }

  private init?(_ root: YAMLNode) {
    guard case .mapping(let entries) = root.content else { return nil }
    let keys = Set(entries.map(\.key))
    guard let kind = Self.allCases.first(where: { !$0.marks.isDisjoint(with: keys) }) else { return nil }
    self = kind
  }

  /// Refuses a file that is another kind, before each of its keys would be called unknown.
  func check(_ root: YAMLNode) throws(ScenarioErrors) {
    guard let kind = FileKind(root), kind != self else { return }
    throw ScenarioErrors(.wrongKind(kind, wanted: self), at: root.place)
  }
}
