import Economy

extension ParameterSpec {
  /// The same declaration under another key.
  func renamed(_ key: String) -> ParameterSpec {
    ParameterSpec(key, meaning, unit: unit, kind, default: defaultValue, source: source, dated: isDated)
  }
}
