public import Economy

/// The policies that economy and scenario files may name, in the order in which they are assessed.
public enum Registry {
  public static let policies: [any Policy.Type] = [
    BasicIncome.self
  ]

  /// The policy of that name; nil where there is none.
  public static func policy(named name: String) -> (any Policy.Type)? { policies.first { $0.name == name } }
}
