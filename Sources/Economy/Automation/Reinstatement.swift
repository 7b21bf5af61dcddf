extension Economy {
  /// New human tasks arise in proportion to the tasks automated, smoothed over two years; they bring new output of
  /// their own, so that they raise quality and labour alike.
  mutating func reinstate() {
    let mass = automatedTaskShare
    providers.displacement.removeFirst()
    providers.displacement.append(max(0, mass - providers.automatedMass))
    providers.automatedMass = mass
    let ratio = regime.automation.values.number("reinstatement", at: date)
    let added = ratio * providers.displacement.reduce(0, +) / 24
    guard added > 0 else { return }
    for firm in 0..<firms.count { firms.newTasks[firm] += added }
  }
}
