/// How fast machines may take over jobs: permits, their price and their order, and notice to the staff.
public struct PacingRule: Sendable {
  /// Jobs that machines may take over in a month, over the labour force; nil without a cap.
  public var quota: Double?
  /// Share of the permits that is sold; the rest is given to the same firms.
  public var auctioned = 0.0
  /// Least price of a permit for one job, in mean monthly wages.
  public var reservePrice = 0.0
  public var order = Order.bids
  /// Months after an adoption in which the firm lays nobody off.
  public var notice = 0

  /// To whom permits go first.
  public enum Order: String, Sendable, CaseIterable {
    /// To those who bid most for a job, wherever they are.
    case bids
    /// To the industry whose jobs pay least, then to the next.
    case lowestPaid = "lowest_paid"
    /// To each industry in proportion to its jobs.
    case sameEverywhere = "same_everywhere"
  }

  public init() {}

  /// Whether firms pay for permits.
  var isSold: Bool { quota != nil && auctioned > 0 }
}

/// What a firm offers for the permits of its project.
struct PermitBid {
  let firm: Int
  let industry: Int
  let jobs: Double
  /// Worth of a permit for one job, in cents.
  let value: Double
}

/// The month's sale of permits: lots by the order of the law, in each of them a uniform price, the worth of the first
/// job that gets no permit, and at least the reserve.
struct PermitSale {
  let rule: PacingRule
  /// Jobs that may be taken.
  let permits: Double
  /// Cents for one job.
  let reserve: Double
  let industries: [Industry]

  struct Industry {
    let jobs: Double
    let meanPay: Double
  }

  /// A bid that gets permits for a part of its project.
  struct Award {
    /// Place in the list of bids.
    let bid: Int
    let part: Double
    /// Cents for one job.
    let price: Double
  }

  /// Who gets permits, for how much of the project and at what price.
  func awards(_ bids: [PermitBid]) -> [Award] {
    let ranked = bids.indices.filter { bids[$0].value >= reserve }.sorted {
      (bids[$1].value, bids[$0].firm) < (bids[$0].value, bids[$1].firm)
    }
    func of(_ industry: Int) -> [Int] { ranked.filter { bids[$0].industry == industry } }
    var left = permits
    switch rule.order {
    case .bids: return sell(ranked, bids, &left)
    case .lowestPaid:
      let order = industries.indices.sorted { (industries[$0].meanPay, $0) < (industries[$1].meanPay, $1) }
      return order.flatMap { sell(of($0), bids, &left) }
    case .sameEverywhere:
      let jobs = industries.reduce(0) { $0 + $1.jobs }
      return industries.indices.flatMap { industry in
        var part = permits * industries[industry].jobs / max(1, jobs)
        return sell(of(industry), bids, &part)
      }
    }
  }

  /// Sells one lot. The last to get any permits gets as many as are left.
  private func sell(_ ranked: [Int], _ bids: [PermitBid], _ permits: inout Double) -> [Award] {
    var winners: [(bid: Int, part: Double)] = []
    var price = reserve
    for index in ranked {
      let bid = bids[index]
      let part = bid.jobs > permits ? permits / bid.jobs : 1
      if part > 0 {
        winners.append((index, part))
        permits -= part * bid.jobs
      }
      if part < 1 {
        price = bid.value
        break
      }
    }
    return winners.map { Award(bid: $0.bid, part: $0.part, price: price) }
  }
}
