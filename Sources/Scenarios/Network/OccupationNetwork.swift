import Economy

/// Occupations finer than those of an economy file, and who moves between them.
///
/// Levels come from the economy file, differences from the tables: within each of the economy's occupations, its jobs
/// are split as the tables' employment is, its mean wage is kept by the tables' relative wages, and its staffing in
/// every industry is split like its jobs.
struct OccupationNetwork {
  var nodes: [Node]
  /// Where those go who leave a node: destinations and weights, without the node itself. Empty for a node that nobody
  /// was seen to leave.
  var leavers: [[Leaver]]

  struct Node {
    let code: String
    let title: String
    /// Employed persons and their mean wage, as the table has them.
    let employment: Double
    let meanWage: Double
    /// The economy's occupation that it belongs to.
    let group: Int
    /// Wages at the 10th, 25th, 50th, 75th and 90th percentile over the mean, and exposure; nil where no table says
    /// it, and the group's is taken.
    var relativeQuantiles: [Double]?
    var exposure: Exposure?
  }

  struct Exposure {
    let alpha: Double
    let beta: Double
  }

  struct Leaver {
    let node: Int
    let weight: Double
  }

  /// Nodes that nobody was seen to leave send their leavers where those who enter come from, as many as come: flows
  /// in balance. A node that nobody enters either is an island.
  func balanced() -> OccupationNetwork {
    var result = self
    for node in nodes.indices where leavers[node].isEmpty {
      result.leavers[node] = nodes.indices.compactMap { other in
        let flow = leavers[other].first { $0.node == node }.map { $0.weight * nodes[other].employment } ?? 0
        return flow > 0 ? Leaver(node: other, weight: flow / nodes[node].employment) : nil
      }
    }
    return result
  }
}

extension Calibration {
  /// The same economy with the occupations of a network in place of its own.
  /// - Precondition: every occupation has a node.
  func refined(by network: OccupationNetwork) -> Calibration {
    var refined = self
    let nodes = network.nodes
    var jobs = [Double](repeating: 0, count: occupations.count)
    var bill = jobs
    for node in nodes {
      jobs[node.group] += node.employment
      bill[node.group] += node.employment * node.meanWage
    }
    let shareOfGroup = nodes.map { $0.employment / jobs[$0.group] }
    refined.occupations = zip(nodes, shareOfGroup).map { node, share in
      let group = occupations[node.group]
      let wage = node.meanWage * group.meanWage / (bill[node.group] / jobs[node.group])
      let quantiles = node.relativeQuantiles ?? group.wageQuantiles.map { $0 / group.meanWage }
      return Occupation(
        code: node.code, title: node.title, employmentShare: group.employmentShare * share, meanWage: wage,
        wageQuantiles: quantiles.map { $0 * wage },
        exposureAlpha: node.exposure?.alpha ?? group.exposureAlpha,
        exposureBeta: node.exposure?.beta ?? group.exposureBeta, isOffice: group.isOffice)
    }
    func split(_ staffing: [Double]) -> [Double] {
      zip(nodes, shareOfGroup).map { staffing[$0.group] * $1 }
    }
    for index in industries.indices { refined.industries[index].staffing = split(industries[index].staffing) }
    refined.governmentStaffing = split(governmentStaffing)
    refined.mobility = network.balanced().leavers.map { leavers in
      var row = [Double](repeating: 0, count: nodes.count)
      let sum = leavers.reduce(0) { $0 + $1.weight }
      for leaver in leavers { row[leaver.node] = leaver.weight / sum }
      return row
    }
    return refined
  }
}
