import Testing

@testable import Economy

/// The sale of permits, with numbers that can be checked by hand.
struct PermitSaleTests {
  // Industry 0 pays more than industry 1 and has three times its jobs.
  private let industries = [
    PermitSale.Industry(jobs: 300, meanPay: 500_000), PermitSale.Industry(jobs: 100, meanPay: 300_000),
  ]
  private let bids = [
    PermitBid(firm: 0, industry: 0, jobs: 4, value: 900),
    PermitBid(firm: 1, industry: 1, jobs: 4, value: 700),
    PermitBid(firm: 2, industry: 0, jobs: 4, value: 500),
    PermitBid(firm: 3, industry: 1, jobs: 4, value: 300),
  ]

  private func sale(_ order: PacingRule.Order, permits: Double, reserve: Double = 0) -> [PermitSale.Award] {
    var rule = PacingRule()
    rule.order = order
    return PermitSale(rule: rule, permits: permits, reserve: reserve, industries: industries).awards(bids)
  }

  @Test("The highest bids win, and all pay what the first job without a permit is worth")
  func bidding() {
    let awards = sale(.bids, permits: 10)
    #expect(awards.map(\.bid) == [0, 1, 2])
    #expect(awards.map(\.part) == [1, 1, 0.5])
    #expect(awards.allSatisfy { $0.price == 500 })
  }

  @Test("Where permits are left over they cost the reserve price, and who bids less gets none")
  func reserve() {
    #expect(sale(.bids, permits: 100).allSatisfy { $0.price == 0 })
    let awards = sale(.bids, permits: 100, reserve: 400)
    #expect(awards.map(\.bid) == [0, 1, 2])
    #expect(awards.allSatisfy { $0.price == 400 && $0.part == 1 })
  }

  @Test("The industry that pays least comes first, the next gets what is left")
  func lowestPaid() {
    let awards = sale(.lowestPaid, permits: 10)
    #expect(awards.map(\.bid) == [1, 3, 0])
    #expect(awards.map(\.part) == [1, 1, 0.5])
    // The first industry is served in full; in the second the first bid gets no more than half.
    #expect(awards.map(\.price) == [0, 0, 900])
  }

  @Test("Each industry gets its part of the permits by its jobs")
  func sameEverywhere() {
    let awards = sale(.sameEverywhere, permits: 8)
    #expect(awards.map(\.bid) == [0, 2, 1])
    #expect(awards.map(\.part) == [1, 0.5, 0.5])
    #expect(awards.map(\.price) == [500, 500, 700])
  }

  @Test("No more jobs go to machines than there are permits")
  func bound() {
    for order in PacingRule.Order.allCases {
      let jobs = sale(order, permits: 7).reduce(0.0) { $0 + $1.part * bids[$1.bid].jobs }
      #expect(jobs <= 7 + 1e-9)
    }
  }
}
