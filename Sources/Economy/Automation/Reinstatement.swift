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
    guard routesNewWork else {
      for firm in 0..<firms.count { firms.newTasks[firm] += added }
      return
    }
    let routes = newWorkRoutes
    let mean = (0..<firms.count).reduce(0) { $0 + firms.expectedDemand[$1] * routes[$1] }
    let all = (0..<firms.count).reduce(0) { $0 + firms.expectedDemand[$1] }
    for firm in 0..<firms.count { firms.newTasks[firm] += added * routes[firm] * all / mean }
  }

  /// Whether new work goes where AI assists and demand grows, and not everywhere alike.
  private var routesNewWork: Bool {
    regime.automation.values.choice("reinstatement_routing", at: date) == "augmentation"
  }

  /// What new work an occupation draws, up to a factor: its exposure to assistance, the share of tasks that software
  /// on top of language models makes faster. 1 for all where new work goes everywhere alike.
  ///
  /// - Source: Autor, Chin, Salomons and Seegmiller (2024): new work follows augmentation and demand.
  var newWorkWeights: [Double] {
    guard routesNewWork else { return Array(repeating: 1, count: frame.occupations) }
    // A hundredth keeps the door open for occupations that AI hardly assists.
    return calibration.occupations.map { max(0.01, $0.exposureBeta - $0.exposureAlpha) }
  }

  /// New tasks of a firm per task and unit of an occupation's weight: over its occupations they add up to what
  /// the firm has.
  @inline(__always)
  func newWorkPerWeight(_ firm: Int, _ weights: [Double]) -> Double {
    let tasks = firms.newTasks[firm]
    guard tasks > 0, weights[0] != 1 else { return tasks }
    var sum = 0.0
    for occupation in weights.indices {
      sum += Double(firms.mix[firms.cell(firm, occupation)]) * weights[occupation]
    }
    return tasks / max(sum, 1e-9)
  }

  /// What new work each firm draws, up to a factor: the weights of its occupations times the growth of demand in its
  /// industry, expected demand over its slow mean.
  private var newWorkRoutes: [Double] {
    let weights = newWorkWeights
    var expected = [Double](repeating: 0, count: frame.industries)
    var slow = expected
    for firm in 0..<firms.count {
      expected[Int(firms.industry[firm])] += firms.expectedDemand[firm]
      slow[Int(firms.industry[firm])] += firms.capacityDemand[firm]
    }
    return (0..<firms.count).map { firm in
      let industry = Int(firms.industry[firm])
      let growth = slow[industry] > 0 ? expected[industry] / slow[industry] : 1
      return growth
        * weights.indices.reduce(0) { $0 + Double(firms.mix[firms.cell(firm, $1)]) * weights[$1] }
    }
  }
}
