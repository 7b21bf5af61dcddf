import Testing

@testable import Economy

struct LedgerTests {
  /// A ledger of two persons, households, firms and providers, with money everywhere and its books open.
  private func ledger() -> Ledger {
    var ledger = Ledger(persons: 2, households: 2, firms: 2, providers: 2, parallel: Parallel())
    ledger.open(
      households: { [1_000, 2_000][$0] }, firms: { [5_000, 7_000][$0] }, loans: { [3_000, 4_000][$0] },
      foreign: 6_000, treasury: 2_500, bankBonds: 8_000, centralBankBonds: 9_000, foreignBonds: 1_500)
    return ledger
  }

  private static let columns: [Sector: Ledger.Accounts] = [
    .households: .households, .firms: .firms, .providers: .providers,
  ]

  /// Pays a flow by whichever verb fits its two sectors.
  private func pay(_ flow: Flow, _ cents: Int64, in ledger: inout Ledger) throws {
    switch (Self.columns[flow.payer], Self.columns[flow.payee]) {
    case (.some(let payers), .some(let payees)):
      try ledger.transfer(
        flow, from: payers, { $0 == 0 ? cents : 0 }, to: payees, month: 0, { $0 == 1 ? cents : 0 })
    case (.some(let accounts), nil), (nil, .some(let accounts)): ledger.post(flow, accounts, row: 1, cents)
    case (nil, nil): ledger.pay(flow, cents)
    }
  }

  /// What a sector has in deposits, reserves or its account.
  private func money(_ sector: Sector, _ ledger: Ledger) -> Int64 {
    let stocks = ledger.stocks
    return switch sector {
    case .households: stocks.households
    case .firms: stocks.firms
    case .providers: stocks.providers
    case .fund: stocks.fund
    case .restOfWorld: stocks.foreign
    case .government: stocks.treasury
    case .bank: stocks.reserves - stocks.deposits
    case .centralBank: -stocks.reserves - stocks.treasury
    }
  }

  /// Payments that change nothing but money.
  private static let payments = Flow.allCases.filter { flow in
    ![.newLoans, .loanRepayment, .writeOffs, .bondSalesBank, .bondSalesForeign, .openMarketPurchases]
      .contains(flow)
  }

  @Test(
    "A payment takes from its payer what it gives to its payee, changes nobody else, and passes the audit",
    arguments: payments)
  func payment(flow: Flow) throws {
    var ledger = ledger()
    let before = Sector.allCases.map { money($0, ledger) }
    try pay(flow, 123, in: &ledger)
    #expect(ledger[flow] == 123)
    for sector in Sector.allCases {
      let change = (sector == flow.payee ? 123 : 0) - (sector == flow.payer ? 123 : 0) as Int64
      #expect(money(sector, ledger) - before[sector.rawValue] == change, "\(sector.name)")
    }
    try ledger.audit(month: 0)
    #expect(ledger[flow] == 0)
    #expect(ledger.yearFlows[flow.rawValue] == 123)
  }

  @Test("A transfer whose sides differ by a cent is refused with the flow's name, the month and the cent")
  func leak() {
    var ledger = ledger()
    #expect(throws: EconomyError.leak(flow: "provider_dividends", month: 17, cents: 1)) {
      try ledger.transfer(
        .providerDividends, from: .providers, { $0 == 0 ? 100 : 0 }, to: .households, month: 17,
        { $0 == 0 ? 99 : 0 })
    }
  }

  /// A change of a balance that no flow explains.
  enum Tampering: String, Sendable, CaseIterable {
    case wallets = "deposits of households", firmDeposits = "deposits of firms"
    case providerDeposits = "deposits of AI providers", loans = "loans"
  }

  @Test(
    "A cent that appears in an account without a payment is found and named", arguments: Tampering.allCases)
  func tampering(what: Tampering) {
    var ledger = ledger()
    switch what {
    case .wallets: ledger.wallets[1] += 1
    case .firmDeposits: ledger.firmDeposits[0] += 1
    case .providerDeposits: ledger.providerDeposits[1] += 1
    case .loans: ledger.firmLoans[0] += 1
    }
    #expect(throws: EconomyError.audit(what: what.rawValue, month: 5, cents: 1)) {
      try ledger.audit(month: 5)
    }
  }

  @Test("A flow that moved nothing is found and named")
  func unpaidFlow() {
    var ledger = ledger()
    ledger.flows[Flow.incomeTax.rawValue] += 1
    #expect(throws: EconomyError.audit(what: "deposits of households", month: 5, cents: 1)) {
      try ledger.audit(month: 5)
    }
  }

  @Test("Credit makes deposits, repayment ends them, and a write-off is the bank's loss")
  func credit() throws {
    var ledger = ledger()
    let equity = ledger.bankEquity
    ledger.lend(500, toFirm: 0)
    #expect(ledger.loan(0) == 3_500 && ledger.firm(0) == 5_500)
    ledger.lend(-200, toFirm: 0)
    #expect(ledger.loan(0) == 3_300 && ledger.firm(0) == 5_300)
    #expect(ledger.bankEquity == equity)
    ledger.writeOff(300, ofFirm: 0)
    #expect(ledger.loan(0) == 3_000 && ledger.firm(0) == 5_300)
    #expect(ledger.bankEquity == equity - 300)
    try ledger.audit(month: 0)
  }

  @Test(
    "Bonds bring the government's account to where it should stand, up or down",
    arguments: [0, 2_500, 4_000] as [Int64])
  func bonds(balance: Int64) throws {
    var ledger = ledger()
    let (bonds, treasury) = (ledger.bonds, ledger.treasury)
    ledger.fund(treasuryTo: balance, foreignShare: 0.25, centralBankShare: 0.4)
    #expect(ledger.treasury == balance)
    #expect(ledger.bonds - bonds == balance - treasury)
    #expect(ledger.centralBankBonds == Int64(Double(ledger.bonds) * 0.4))
    #expect(ledger.foreignBonds == 1_500 + (balance - treasury) / 4)
    try ledger.audit(month: 0)
  }

  @Test("A wallet is emptied into the account of its household")
  func sweep() throws {
    var ledger = ledger()
    ledger.post(.pensions, .persons, row: 1, 70)
    #expect(ledger.wallet(1) == 70)
    #expect(ledger.sweep(1, into: 0) == 70)
    #expect(ledger.wallet(1) == 0 && ledger.household(0) == 1_070)
    try ledger.audit(month: 0)
  }

  @Test("A copy keeps its balances when the original pays")
  func copy() {
    var ledger = ledger()
    let copy = ledger
    ledger.detach()
    ledger.post(.incomeTax, .households, row: 0, 10)
    #expect(ledger.household(0) == 990)
    #expect(copy.household(0) == 1_000 && copy.treasury == 2_500)
  }

  @Test("Every flow has a name of its own in snake_case")
  func names() {
    #expect(Set(Flow.allCases.map(\.name)).count == Flow.allCases.count)
    #expect(Flow.bondInterestCentralBank.name == "bond_interest_central_bank")
  }

  @Test("Several flows of a column are posted in one pass, in their order, and the other side is settled")
  func postings() throws {
    var ledger = ledger()
    let households = ledger.householdDeposits
    let first = Posting(.publicWages) { rows, entries in for row in rows { entries.add(70, to: row) } }
    // Sees what the posting before it has paid.
    let second = Posting(.incomeTax) { rows, entries in
      for row in rows { entries.add(households[row] / 10, to: row) }
    }
    let bought = Posting(.consumption) { _, entries in entries.add(40, to: 1) }
    let totals = ledger.post([first, second, bought], .households)
    #expect(totals == [140, 107 + 207, 40])
    #expect(ledger[.publicWages] == 140 && ledger[.incomeTax] == 314)
    #expect(ledger.household(0) == 1_000 + 70 - 107)
    #expect(ledger.household(1) == 2_000 + 70 - 207 - 40)
    #expect(ledger.treasury == 2_500 - 140 + 314)

    var short = ledger
    short.detach()
    ledger.detach()
    #expect(throws: EconomyError.leak(flow: "consumption", month: 3, cents: 1)) {
      try short.settle(.consumption, .firms, against: 40, month: 3) { $0 == 0 ? 39 : 0 }
    }
    try ledger.settle(.consumption, .firms, against: 40, month: 3) { $0 == 0 ? 40 : 0 }
    try ledger.audit(month: 3)
  }
}
