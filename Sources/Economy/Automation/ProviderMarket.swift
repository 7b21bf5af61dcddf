/// Competition among sellers of AI in quality and price, in expected values.
///
/// Spending splits by `s_p ~ exp(lambda (q_p - ln m_p))`, with quality `q_p` in what users would pay more for it and
/// markup `m_p` over a serving cost that all share. Each closed seller's markup is the best reply to the others':
/// profit `s_p (1 - 1/m_p)` is highest at
///
///     m_p = 1 + 1 / (lambda (1 - s_p))
///
/// The last seller is the open fringe, whom anybody can serve: its markup is 1. The sensitivity lambda and the qualities
/// are those at which the stated shares and the leader's stated markup are an equilibrium.
struct ProviderMarket: Sendable {
  /// lambda; and q by seller, the fringe's being 0.
  let sensitivity: Double
  let quality: [Double]
  /// The equilibrium that shares and markup state.
  let start: Equilibrium

  struct Equilibrium: Sendable {
    /// Share of spending, and price over serving cost, by seller.
    var shares: [Double]
    var markups: [Double]

    /// Mean price over serving cost: what users pay over what serving them costs.
    var meanMarkup: Double { 1 / zip(shares, markups).reduce(0) { $0 + $1.0 / $1.1 } }

    /// Each seller's part of all rents.
    var rentShares: [Double] {
      let rents = zip(shares, markups).map { $0 * (1 - 1 / $1) }
      let sum = rents.reduce(0, +)
      return sum > 0 ? rents.map { $0 / sum } : rents
    }

    /// The same where users buy a share of all AI from open models at cost, whatever they would choose.
    func opened(_ share: Double) -> Equilibrium {
      let closedSpending = (1 - share) * meanMarkup
      let kept = closedSpending / (closedSpending + share)
      var opened = self
      opened.shares = shares.map { $0 * kept }
      opened.shares[shares.count - 1] += 1 - kept
      return opened
    }
  }

  /// - Parameters:
  ///   - shares: of spending at the start, each above 0, the open fringe's last.
  ///   - leaderMarkup: price over serving cost of the seller with the largest share. Below a thousandth over cost it
  ///     counts as that: without rents there is nothing to compete with.
  init(shares: [Double], leaderMarkup: Double) {
    let shares = shares.map { max($0, 1e-6) / shares.reduce(0) { $0 + max($1, 1e-6) } }
    let leader = shares.dropLast().max() ?? 0
    let sensitivity = 1 / ((max(leaderMarkup, 1.001) - 1) * (1 - leader))
    self.sensitivity = sensitivity
    let markups = shares.indices.map { Self.bestReply(shares, $0, sensitivity) }
    let quality = zip(shares, markups).map { logarithm($0) / sensitivity + logarithm($1) }
    self.quality = quality.map { $0 - quality[quality.count - 1] }
    start = Equilibrium(shares: shares, markups: markups)
  }

  /// Shares and markups at which nobody wants to change the own price.
  /// - Parameter advantage: quality gained or lost since the start, by seller.
  func equilibrium(advantage: [Double]) -> Equilibrium {
    var shares = start.shares
    var markups = start.markups
    // Half steps: a larger share raises the markup, which lowers the share again.
    for _ in 0..<200 {
      markups = shares.indices.map { Self.bestReply(shares, $0, sensitivity) }
      let pulls = shares.indices.map {
        exponential(sensitivity * (quality[$0] + advantage[$0] - logarithm(markups[$0])))
      }
      let sum = pulls.reduce(0, +)
      let wanted = pulls.map { $0 / sum }
      let change = zip(shares, wanted).reduce(0) { max($0, abs($1.0 - $1.1)) }
      shares = zip(shares, wanted).map { ($0 + $1) / 2 }
      if change < 1e-13 { break }
    }
    return Equilibrium(shares: shares, markups: markups)
  }

  private static func bestReply(_ shares: [Double], _ seller: Int, _ sensitivity: Double) -> Double {
    seller == shares.count - 1 ? 1 : 1 + 1 / (sensitivity * max(1e-9, 1 - shares[seller]))
  }
}

extension Economy {
  /// Whether sellers of AI compete in quality and price.
  var providersCompete: Bool {
    regime.automation.values.choice("competition", at: date) == "logit"
  }

  /// The month's market: quality gained by research and luck fades as fast as open models follow, and sellers set
  /// their markups.
  /// - Returns: mean price over serving cost today and at the start.
  mutating func compete(open: Double) -> (today: Double, start: Double) {
    let path = regime.automation.values
    let market = ProviderMarket(
      shares: providers.initialShare, leaderMarkup: path.number("markup", at: date))
    let fade = 1 / max(1, calibration.providers.openLag)
    let luck = path.number("quality_luck", at: date)
    let gain = path.number("research_return", at: date)
    let spent = providers.research.reduce(0, +)
    let usual = market.start.rentShares
    // The fringe copies; it does not lead.
    for seller in 0..<(providers.count - 1) {
      var change = -fade * providers.advantage[seller]
      change += luck * draws.normal(.providerQuality, id: seller, month: clock)
      if spent > 0, usual[seller] > 0 {
        let effort = providers.research[seller] / spent / usual[seller]
        change += gain * logarithm(clamp(effort, 0.1, 10))
      }
      providers.advantage[seller] += change
    }
    let equilibrium = market.equilibrium(advantage: providers.advantage).opened(open)
    providers.share = equilibrium.shares
    providers.markup = equilibrium.markups
    return (equilibrium.meanMarkup, market.start.meanMarkup)
  }

  /// What sellers keep of their receipts for serving, in proportion to what serving their customers costs.
  var servingWeights: [Double] {
    providersCompete ? zip(providers.share, providers.markup).map { $0 / $1 } : providers.share
  }
}
