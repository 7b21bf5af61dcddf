/// The state of a market in shares.
public struct MarketRates: Sendable, Equatable {
  /// Unemployed over the labour force, 0 to 1.
  public let unemployment: Double
  /// Vacancies over jobs, filled and open, 0 to 1.
  public let vacancy: Double
  /// Of those unemployed before the step, the share that found work in it.
  public let jobFinding: Double
  /// Of those employed before the step, the share that lost the job in it.
  public let separation: Double
  /// Of the hires of the step, the share into another occupation than the one lost.
  public let switching: Double
  /// Of the unemployed, the share without work for 27 weeks and more.
  public let longTerm: Double
}

extension MeanFieldMarket {
  /// Shares after a step.
  ///
  /// - Parameter flows: what moved in that step.
  public func rates(_ flows: MarketFlows) -> MarketRates {
    let (out, vacant) = (unemployed.reduce(0, +), vacancies.reduce(0, +))
    let (jobs, hires) = (employed.reduce(0, +), flows.hires.reduce(0, +))
    return MarketRates(
      unemployment: share(out, of: out + jobs), vacancy: share(vacant, of: vacant + jobs),
      jobFinding: share(flows.finds.reduce(0, +), of: flows.unemployedBefore),
      separation: share(flows.separations.reduce(0, +), of: flows.employedBefore),
      switching: share(flows.switches, of: hires), longTerm: share(longTerm.reduce(0, +), of: out))
  }

  /// Unemployed over the labour force by occupation, 0 to 1.
  public var unemploymentByOccupation: [Double] {
    zip(unemployed, employed).map { share($0, of: $0 + $1) }
  }

  /// Long-term unemployed over the labour force by occupation, 0 to 1.
  public var longTermByOccupation: [Double] {
    let unemployed = unemployed
    return longTerm.indices.map { share(longTerm[$0], of: unemployed[$0] + employed[$0]) }
  }

  private func share(_ part: Double, of whole: Double) -> Double { whole > 0 ? part / whole : 0 }
}

/// The way of a market through the plane of unemployment (to the right) and vacancies (upwards).
public enum BeveridgeLoop {
  /// The area that a path of rates encloses once its end is joined to its start, in squared shares: above 0
  /// where the path runs counter-clockwise, as it does after a shift or a slump of demand, since vacancies
  /// turn before unemployment does.
  public static func area(_ path: [MarketRates]) -> Double {
    guard let first = path.first, let last = path.last else { return 0 }
    return zip([last] + path, path).reduce(0) { sum, side in
      // Co-ordinates from the first point: the products of large numbers would swallow a small area.
      let (x0, y0) = (side.0.unemployment - first.unemployment, side.0.vacancy - first.vacancy)
      let (x1, y1) = (side.1.unemployment - first.unemployment, side.1.vacancy - first.vacancy)
      return sum + (x0 * y1 - x1 * y0) / 2
    }
  }
}
