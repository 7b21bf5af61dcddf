import Economy
import Policies

extension EconomyFile {
  /// What the file states at a path of a scenario: an entry under `assumptions`, a parameter under
  /// `policies`.
  func value(at path: String) -> (value: ParameterValue, source: String?)? {
    if let key = path.removing(prefix: "assumptions."),
      let entry = Calibration.entries.first(where: { $0.spec.key == key })
    {
      return (.number(calibration[keyPath: entry.path]), sources[key])
    }
    if let rest = path.removing(prefix: "policies.") {
      for (policy, values) in zip(Registry.policies, law.policies) {
        guard let key = rest.removing(prefix: "\(policy.name)."), let value = values[key] else { continue }
        return (value.initial, sources[path])
      }
    }
    return nil
  }
}

extension String {
  /// The rest of the text after a beginning; nil where it begins otherwise.
  fileprivate func removing(prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}
