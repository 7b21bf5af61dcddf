import Economy

extension Explain {
  /// The columns of `rows`.
  public static let columns = ["path", "value", "unit", "takes", "meaning", "source"]

  /// What can be set at or below a path, as rows for programs and registers: path, value, unit, bounds, meaning,
  /// source.
  /// - Parameters:
  ///   - path: as in `text(path:economy:)`; nil for everything.
  ///   - economy: an economy file, whose values and sources take the place of the defaults.
  /// - Throws: where there is no such path.
  public static func rows(path: String? = nil, economy: EconomyFile? = nil) throws(ScenarioErrors)
    -> [[String]]
  {
    // The same complaint about an unknown path as in words.
    _ = try text(path: path, economy: economy)
    let complete = path.map(Catalogue.completed)
    return Catalogue.items.filter { item in
      complete.map { item.path == $0 || item.path.hasPrefix("\($0).") } ?? true
    }.map { item in
      let stated = economy?.value(at: item.path)
      let value = (stated?.value ?? item.spec?.defaultValue).map(words) ?? ""
      let source = stated?.source ?? item.spec?.source ?? ""
      return [
        item.path, value, item.spec?.unit ?? "", item.spec?.kind.inWords(unit: "") ?? "", item.meaning,
        source,
      ]
    }
  }
}
