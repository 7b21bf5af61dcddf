import Foundation

/// Growth rates of firms' heads from year to year, of firms that were in the market all the year.
///
/// Below ten heads a firm grows by whole persons or not at all, which says nothing of the shape.
private enum FirmGrowth {
  static let least = 10

  struct Year {
    let size: Double
    let growth: Double
  }

  static func years(_ run: Run) -> [Year] {
    zip(run.firms, run.firms.dropFirst()).flatMap { before, after in
      after.heads.indices.compactMap { firm in
        guard before.heads[firm] >= least, after.heads[firm] > 0, after.age[firm] >= 12 else { return nil }
        let (old, new) = (Double(before.heads[firm]), Double(after.heads[firm]))
        return Year(size: old, growth: log(new / old))
      }
    }
  }

  /// Growth rates in classes of size that double, over the deviation of their class, and the classes.
  static func classes(_ run: Run) -> [[Year]] {
    let classes = Dictionary(grouping: years(run)) { Int(log2($0.size / Double(least))) }
    return classes.sorted { $0.key < $1.key }.map(\.value).filter { $0.count >= 100 }
  }
}

extension Target {
  /// In units of the class's deviation, so that a mixture of calm and lively sizes makes no tails.
  static let firmGrowthTails = Target(
    12, "Kurtosis of growth rates of firms, years", published: "6, a tent; Stanley et al. (1996)",
    accepted: 5...20,
    knownMiss:
      "a firm's fortune moves every month, and twelve moves add up to something near normal; with demand.share_noise_interval "
      + "at 12 it moves about once a year and the figure was 5.0 in an older state of the model, but firms then lay off less "
      + "often, and separations and the volatility of employment are too low"
  ) { run in
    let scaled = FirmGrowth.classes(run).flatMap { years -> [Double] in
      let rates = years.map(\.growth)
      return rates.map { ($0 - rates.mean) / rates.deviation }
    }
    return scaled.kurtosis
  }

  static let firmGrowthScaling = Target(
    12, "Power of firm size with which the deviation of growth rates falls",
    published: "−0.15 to −0.2; Stanley et al. (1996)", accepted: -0.25 ... -0.1
  ) { run in
    let classes = FirmGrowth.classes(run)
    return classes.map { log($0.map(\.growth).deviation) }.slope(
      on: classes.map { $0.map { log($0.size) }.mean })
  }
}
