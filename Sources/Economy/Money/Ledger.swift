/// A flow between the rows of a column and another sector, and the rule that says how much for each row.
public struct Posting: Sendable {
  public let flow: Flow
  let body: @Sendable (_ rows: Range<Int>, _ entries: inout Ledger.Entries) -> Void

  /// - Parameter body: adds an entry for each row of a chunk that pays or is paid; called on several threads, once for
  ///   each chunk. Beside its entries it may write columns in its own rows.
  public init(
    _ flow: Flow, _ body: @escaping @Sendable (_ rows: Range<Int>, _ entries: inout Ledger.Entries) -> Void
  ) {
    self.flow = flow
    self.body = body
  }
}

/// The one door of money: nothing else changes a balance.
///
/// A payment names its kind, its amount and whose accounts it touches; the ledger posts both sides and the cell of
/// the flow matrix. Payments between a column (all persons, all firms) and one account are `post`ed, those between
/// two columns are `transfer`red, and a transfer whose sides differ by one cent throws with the flow's name.
/// Credit and bonds have verbs of their own. `audit` compares every sector's balances with its flows.
///
/// Persons hold wallets, in which a month's incomes and taxes meet before they are swept into the household's
/// account; both belong to the household sector.
public struct Ledger: Sendable {
  /// Balances in cents.
  @usableFromInline var wallets: Column<Int64>
  @usableFromInline var householdDeposits: Column<Int64>
  @usableFromInline var firmDeposits: Column<Int64>
  @usableFromInline var providerDeposits: Column<Int64>
  public private(set) var fundDeposits: Int64 = 0
  public private(set) var foreignDeposits: Int64 = 0
  /// The government's account with the central bank, and the bank's.
  public private(set) var treasury: Int64 = 0
  public private(set) var reserves: Int64 = 0

  @usableFromInline var firmLoans: Column<Int64>
  public private(set) var bankBonds: Int64 = 0
  public private(set) var centralBankBonds: Int64 = 0
  public private(set) var foreignBonds: Int64 = 0

  /// The month's flow matrix.
  @usableFromInline var flows: [Int64]
  /// The year's.
  var yearFlows: [Int64]
  /// Stocks at the last audit.
  private var opening = Stocks()
  private var openingBankEquity: Int64 = 0

  @usableFromInline let parallel: Parallel

  init(persons: Int, households: Int, firms: Int, providers: Int, parallel: Parallel) {
    wallets = Column(repeating: 0, count: persons)
    householdDeposits = Column(repeating: 0, count: households)
    firmDeposits = Column(repeating: 0, count: firms)
    firmLoans = Column(repeating: 0, count: firms)
    providerDeposits = Column(repeating: 0, count: providers)
    flows = Array(repeating: 0, count: Flow.allCases.count)
    yearFlows = flows
    self.parallel = parallel
  }

  mutating func detach() {
    wallets.detach()
    detachAccounts()
  }

  /// The same for all but the wallets.
  mutating func detachAccounts() {
    householdDeposits.detach()
    firmDeposits.detach()
    providerDeposits.detach()
    firmLoans.detach()
  }

  // MARK: Reading

  @inlinable public func wallet(_ person: Int) -> Int64 { wallets[person] }
  @inlinable public func household(_ household: Int) -> Int64 { householdDeposits[household] }
  @inlinable public func firm(_ firm: Int) -> Int64 { firmDeposits[firm] }
  @inlinable public func loan(_ firm: Int) -> Int64 { firmLoans[firm] }
  func provider(_ provider: Int) -> Int64 { providerDeposits[provider] }
  /// The month's total of a flow.
  public subscript(flow: Flow) -> Int64 { flows[flow.rawValue] }
  /// Government bonds outstanding.
  public var bonds: Int64 { bankBonds + centralBankBonds + foreignBonds }

  // MARK: Payments

  /// The columns of accounts.
  public enum Accounts: Sendable {
    case persons, households, firms, providers

    @usableFromInline var sector: Sector {
      switch self {
      case .persons, .households: .households
      case .firms: .firms
      case .providers: .providers
      }
    }
  }

  @usableFromInline func column(_ accounts: Accounts) -> Column<Int64> {
    switch accounts {
    case .persons: wallets
    case .households: householdDeposits
    case .firms: firmDeposits
    case .providers: providerDeposits
    }
  }

  /// The entries of a flow in a chunk of rows.
  public struct Entries {
    @usableFromInline let column: Column<Int64>
    @usableFromInline let sign: Int64
    @usableFromInline var sum: Int64 = 0

    @usableFromInline init(column: Column<Int64>, sign: Int64) {
      self.column = column
      self.sign = sign
    }

    /// Pays a row of the chunk, or charges it, in the flow's direction. A negative amount goes the other way, as a tax
    /// that a closure has turned into a subsidy.
    @inlinable @inline(__always)
    public mutating func add(_ cents: Int64, to row: Int) {
      column[row] &+= sign &* cents
      sum &+= cents
    }
  }

  /// Pays between accounts of a column and other sectors, all flows chunk by chunk, so that a chunk's rows are still
  /// at hand for the next rule. The other side of a flow between two columns is for the caller to book, by
  /// `settle`.
  /// - Returns: the total of each posting.
  @discardableResult
  public mutating func post(_ postings: [Posting], _ accounts: Accounts) -> [Int64] {
    let column = column(accounts)
    let signs: [Int64] = postings.map { $0.flow.payer == accounts.sector ? -1 : 1 }
    let totals = Tally(groups: postings.count, workers: parallel.threads)
    parallel.forEachChunk(column.count) { rows, worker in
      for (index, posting) in postings.enumerated() {
        var entries = Entries(column: column, sign: signs[index])
        posting.body(rows, &entries)
        totals.add(entries.sum, to: index, worker: worker)
      }
    }
    totals.merge()
    for (index, posting) in postings.enumerated() {
      let isPaidByColumn = signs[index] < 0
      let other = isPaidByColumn ? posting.flow.payee : posting.flow.payer
      guard !other.hasManyAccounts else { continue }
      move(totals[index], other: other, isPayer: !isPaidByColumn)
      flows[posting.flow.rawValue] += totals[index]
    }
    return postings.indices.map { totals[$0] }
  }

  /// Pays between each account of a column and the one account of the other sector: for each row an amount in cents,
  /// called once a row, on several threads.
  /// - Returns: the total.
  @inlinable @inline(__always) @discardableResult
  public mutating func post(_ flow: Flow, _ accounts: Accounts, _ amount: @Sendable (Int) -> Int64) -> Int64 {
    let isPaidByColumn = flow.payer == accounts.sector
    let total = book(accounts, sign: isPaidByColumn ? -1 : 1, amount)
    move(total, other: isPaidByColumn ? flow.payee : flow.payer, isPayer: !isPaidByColumn)
    flows[flow.rawValue] += total
    return total
  }

  /// Pays from the rows of one column to the rows of another.
  /// - Throws: `EconomyError.leak` when what is paid is not what is received.
  @inlinable @inline(__always)
  public mutating func transfer(
    _ flow: Flow, from payers: Accounts, _ paid: @Sendable (Int) -> Int64, to payees: Accounts, month: Int,
    _ received: @Sendable (Int) -> Int64
  ) throws {
    let out = book(payers, sign: -1, paid)
    let into = book(payees, sign: 1, received)
    guard out == into else { throw EconomyError.leak(flow: flow.name, month: month, cents: out - into) }
    flows[flow.rawValue] += out
  }

  /// Books the second side of a flow between two columns, whose first side has been posted.
  /// - Parameters:
  ///   - accounts: the column of the second side, and `amount` its cents by row.
  ///   - posted: the total of the first side.
  /// - Throws: `EconomyError.leak` when the sides differ.
  mutating func settle(
    _ flow: Flow, _ accounts: Accounts, against posted: Int64, month: Int, _ amount: @Sendable (Int) -> Int64
  ) throws {
    let isPaid = flow.payer == accounts.sector
    let total = book(accounts, sign: isPaid ? -1 : 1, amount)
    guard total == posted else {
      throw EconomyError.leak(flow: flow.name, month: month, cents: isPaid ? total - posted : posted - total)
    }
    flows[flow.rawValue] += total
  }

  /// Pays between one row of a column and the one account of the other sector.
  @inlinable
  public mutating func post(_ flow: Flow, _ accounts: Accounts, row: Int, _ cents: Int64) {
    let isPaidByRow = flow.payer == accounts.sector
    column(accounts)[row] += isPaidByRow ? -cents : cents
    move(cents, other: isPaidByRow ? flow.payee : flow.payer, isPayer: !isPaidByRow)
    flows[flow.rawValue] += cents
  }

  /// Pays from one household to another.
  mutating func pay(_ flow: Flow, fromHousehold payer: Int, toHousehold payee: Int, _ cents: Int64) {
    householdDeposits[payer] -= cents
    householdDeposits[payee] += cents
    flows[flow.rawValue] += cents
  }

  /// Pays between two sectors with one account each.
  mutating func pay(_ flow: Flow, _ cents: Int64) {
    move(cents, other: flow.payer, isPayer: true)
    move(cents, other: flow.payee, isPayer: false)
    flows[flow.rawValue] += cents
  }

  /// Moves what is in the wallet of a person, on her way out of the model or into the household's account.
  @inline(__always)
  func sweep(_ person: Int, into household: Int) -> Int64 {
    let cents = wallets[person]
    wallets[person] = 0
    householdDeposits[household] &+= cents
    return cents
  }

  // Inlined into the caller, so that its amounts are compiled into the loop and not called row by row.
  @inlinable @inline(__always)
  func book(_ accounts: Accounts, sign: Int64, _ amount: @Sendable (Int) -> Int64) -> Int64 {
    let column = column(accounts)
    return parallel.sum(column.count) { rows in
      var entries = Entries(column: column, sign: sign)
      for row in rows { entries.add(amount(row), to: row) }
      return entries.sum
    }
  }

  /// The side of a sector that has one account. Money between a deposit holder and the government or the central
  /// bank passes through the bank's reserves; the bank's own income and spending show in its equity.
  @usableFromInline
  mutating func move(_ cents: Int64, other sector: Sector, isPayer: Bool) {
    let change = isPayer ? -cents : cents
    switch sector {
    case .bank: break
    case .government:
      treasury += change
      reserves -= change
    case .centralBank: reserves -= change
    case .fund: fundDeposits += change
    case .restOfWorld: foreignDeposits += change
    case .households, .firms, .providers: preconditionFailure("a sector of many accounts")
    }
  }
}

// MARK: Credit and bonds

extension Ledger {
  /// Lends to a firm (positive) or takes repayment (negative).
  mutating func lend(_ cents: Int64, toFirm firm: Int) {
    firmLoans[firm] += cents
    firmDeposits[firm] += cents
    flows[(cents > 0 ? Flow.newLoans : .loanRepayment).rawValue] += abs(cents)
  }

  /// Writes off part of a firm's loan; the bank's equity takes the loss.
  mutating func writeOff(_ cents: Int64, ofFirm firm: Int) {
    firmLoans[firm] -= cents
    flows[Flow.writeOffs.rawValue] += cents
  }

  /// Sells bonds of the government (or, negative, buys them back) so that its account stands at `balance`.
  /// The rest of the world takes its share out of its deposits, the central bank buys its share from the bank.
  mutating func fund(treasuryTo balance: Int64, foreignShare: Double, centralBankShare: Double) {
    let need = balance - treasury
    let foreign = max(-foreignBonds, min(foreignDeposits, Int64(Double(need) * foreignShare)))
    foreignBonds += foreign
    pay(.bondSalesForeign, foreign)
    bankBonds += need - foreign
    pay(.bondSalesBank, need - foreign)
    let purchase = max(
      -centralBankBonds, min(bankBonds, Int64(Double(bonds) * centralBankShare) - centralBankBonds))
    centralBankBonds += purchase
    bankBonds -= purchase
    pay(.openMarketPurchases, purchase)
  }

  /// The opening balance sheet. Bank and central bank have the equity that the rest leaves.
  mutating func open(
    households: (Int) -> Int64, firms: (Int) -> Int64, loans: (Int) -> Int64, foreign: Int64, treasury: Int64,
    bankBonds: Int64, centralBankBonds: Int64, foreignBonds: Int64
  ) {
    for row in 0..<householdDeposits.count { householdDeposits[row] = households(row) }
    for row in 0..<firmDeposits.count {
      firmDeposits[row] = firms(row)
      firmLoans[row] = loans(row)
    }
    foreignDeposits = foreign
    self.treasury = treasury
    self.bankBonds = bankBonds
    self.centralBankBonds = centralBankBonds
    self.foreignBonds = foreignBonds
    reserves = centralBankBonds - treasury
    opening = stocks
    openingBankEquity = bankEquity
  }
}

// MARK: Growth

extension Ledger {
  mutating func appendPerson() { wallets.append(0) }
  mutating func appendHousehold() { householdDeposits.append(0) }
}

// MARK: Audit

extension Ledger {
  /// Totals of the balance sheet, each added up from its accounts.
  struct Stocks: Sendable, Equatable {
    var households: Int64 = 0
    var firms: Int64 = 0
    var providers: Int64 = 0
    var fund: Int64 = 0
    var foreign: Int64 = 0
    var treasury: Int64 = 0
    var reserves: Int64 = 0
    var loans: Int64 = 0
    var bonds: Int64 = 0

    /// What the bank owes to its depositors.
    var deposits: Int64 { households + firms + providers + fund + foreign }
  }

  var stocks: Stocks {
    Stocks(
      households: total(householdDeposits) + total(wallets), firms: total(firmDeposits),
      providers: total(providerDeposits), fund: fundDeposits, foreign: foreignDeposits, treasury: treasury,
      reserves: reserves, loans: total(firmLoans), bonds: bonds)
  }

  /// The bank's equity: loans, bonds and reserves less deposits.
  var bankEquity: Int64 {
    let now = stocks
    return now.loans + bankBonds + now.reserves - now.deposits
  }

  /// The central bank's: bonds less what it owes to the bank and the government.
  var centralBankEquity: Int64 { centralBankBonds - reserves - treasury }

  private func total(_ column: Column<Int64>) -> Int64 {
    parallel.sum(column.count) { rows in
      var sum: Int64 = 0
      for row in rows { sum &+= column[row] }
      return sum
    }
  }

  /// Net inflow of money to each sector in the month.
  private var inflows: [Int64] {
    var inflows = [Int64](repeating: 0, count: Sector.allCases.count)
    for flow in Flow.allCases where flow.movesMoney {
      inflows[flow.payee.rawValue] += self[flow]
      inflows[flow.payer.rawValue] -= self[flow]
    }
    return inflows
  }

  /// What the books of the month leave unexplained: each stock's change less its flows, with the name of the stock.
  private func residuals(_ closing: Stocks) -> [(what: String, cents: Int64)] {
    // With one bank every payment between deposit holders leaves its balance sheet alone, so its equity can only
    // move with its own flows.
    let equity = closing.loans + bankBonds + closing.reserves - closing.deposits
    let inflows = inflows
    func inflow(_ sector: Sector) -> Int64 { inflows[sector.rawValue] }
    return [
      ("deposits of households", closing.households - opening.households - inflow(.households)),
      ("deposits of firms", closing.firms - opening.firms - inflow(.firms)),
      ("deposits of AI providers", closing.providers - opening.providers - inflow(.providers)),
      ("deposits of the fund", closing.fund - opening.fund - inflow(.fund)),
      ("deposits of the rest of the world", closing.foreign - opening.foreign - inflow(.restOfWorld)),
      ("account of the government", closing.treasury - opening.treasury - inflow(.government)),
      (
        "reserves and account of the government",
        closing.reserves + closing.treasury - opening.reserves - opening.treasury + inflow(.centralBank)
      ),
      (
        "loans",
        closing.loans - opening.loans - self[.newLoans] + self[.loanRepayment] + self[.writeOffs]
      ),
      ("bonds", closing.bonds - opening.bonds - self[.bondSalesBank] - self[.bondSalesForeign]),
      (
        "equity of the bank",
        equity - openingBankEquity - inflow(.bank) - self[.newLoans] + self[.loanRepayment] + self[.writeOffs]
          - self[.bondSalesBank] + self[.openMarketPurchases]
      ),
    ]
  }

  /// The sum of the absolute residuals of the month so far.
  func residual(_ closing: Stocks) -> Int64 { residuals(closing).reduce(0) { $0 + abs($1.cents) } }

  /// Closes the month's books: every stock must equal last month's plus its flows, to the cent.
  /// - Parameter stocks: the stocks as they are now, where they have been added up already.
  /// - Throws: `EconomyError.audit` with the sector or instrument that does not.
  mutating func audit(_ stocks: Stocks? = nil, month: Int) throws {
    let closing = stocks ?? self.stocks
    for entry in residuals(closing) where entry.cents != 0 {
      throw EconomyError.audit(what: entry.what, month: month, cents: entry.cents)
    }
    for flow in Flow.allCases { yearFlows[flow.rawValue] += self[flow] }
    for index in flows.indices { flows[index] = 0 }
    opening = closing
    openingBankEquity = closing.loans + bankBonds + closing.reserves - closing.deposits
  }
}
