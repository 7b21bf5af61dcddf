import Economy
import Policies

/// What the law, the machines and the closure of a variant are, every parameter with its value over time.
struct Law: Sendable, Equatable {
  /// For each policy of the registry, in its order.
  var policies: [Values]
  var automation: Values
  /// What AI can do by occupation; nil where a frontier says it.
  var occupationPath: OccupationPath?
  var closure: Values

  typealias Values = [String: Dated<ParameterValue>]

  /// Every parameter at its default. Parameters without a default have no value; economy files must state
  /// them.
  init() {
    policies = Registry.policies.map { Self.defaults($0.parameters) }
    automation = Self.defaults(AutomationPath.parameters)
    closure = Self.defaults(Closure.parameters)
  }

  /// - Precondition: every parameter has a value.
  var regime: Regime {
    Regime(
      policies: zip(Registry.policies, policies).map { policy, values in
        policy.init(ParameterValues(policy.parameters, stated: values))
      },
      automation: AutomationPath(
        ParameterValues(AutomationPath.parameters, stated: automation), occupations: occupationPath),
      closure: Closure(ParameterValues(Closure.parameters, stated: closure)))
  }

  static func defaults(_ specs: [ParameterSpec]) -> Values {
    specs.reduce(into: [:]) { values, spec in values[spec.key] = spec.defaultValue.map { Dated($0) } }
  }
}
