/// The sovereign fund's law of the month.
public struct FundRule: Sendable {
  /// Share of AI providers' profits after tax that the fund receives before any owner does.
  public var rentShare = 0.0
  /// Share of all equity that passes to the fund in a year.
  public var equityLevy = 0.0
  /// Share of the revenue from taxes on machines and from permits that the budget passes on.
  public var machineTaxShare = 0.0
  /// What the budget pays in a year, over GDP.
  public var contribution = 0.0
  /// Share of the mean value of five years that is paid out in a year.
  public var payout = 0.0
  public var owners = Owners.adults

  /// Who is paid.
  public enum Owners: String, Sendable, CaseIterable { case adults, residents, government }

  public init() {}
}

/// What the fund holds beside its deposits, and what it was worth.
struct FundHoldings: Sendable {
  /// Units of ordinary equity, and of the AI providers.
  var equityUnits: Int64 = 0
  var providerUnits: Int64 = 0
  /// Value at the end of each of the last sixty months, in cents.
  var values: [Double] = []

  /// Share of all dividends that is the fund's, and of the providers'.
  var equityShare: Double { Double(equityUnits) / Double(EquityUnits.total) }
  var providerShare: Double { Double(providerUnits) / Double(EquityUnits.total) }
  var meanValue: Double { values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count) }
}

/// deposits_t = deposits_(t-1) + interest + dividends + rents + contributions - payouts - withdrawals, to the cent. What
/// is paid out is at most what the deposits hold: equity is not sold.
extension Economy {
  /// Deposits and equity of the fund at market value, in cents.
  var fundValue: Double {
    let values = unitValues
    return Double(ledger.fundDeposits) + Double(nation.fund.equityUnits) * values.equity
      + Double(nation.fund.providerUnits) * values.providers
  }

  /// Interest on the fund's deposits, and what it pays its owners this month.
  mutating func payOutFund() -> [Posting] {
    ledger.pay(.fundDepositInterest, Int64(Double(ledger.fundDeposits) * depositRate / 12))
    let fund = rules.fund
    let wanted = fund.payout / 12 * nation.fund.meanValue
    let paid = min(Int64(wanted), max(0, ledger.fundDeposits))
    guard paid > 0 else { return [] }
    let (persons, leastAge): (Persons, Int16) = (persons, fund.owners == .adults ? 192 : 0)
    switch fund.owners {
    case .government:
      ledger.pay(.fundWithdrawal, paid)
      return []
    case .adults, .residents:
      let owners = fund.owners == .adults ? counts.adults : population
      let each = paid / Int64(max(1, owners))
      return [
        Posting(.fundPayout) { rows, entries in
          for person in rows where persons.isPresent(person) && persons.age[person] >= leastAge {
            entries.add(each, to: person)
          }
        }
      ]
    }
  }

  /// What the budget pays in, out of taxes on machines and beyond; then equity passes to the fund.
  mutating func payIntoFund() {
    let fund = rules.fund
    let machines =
      ledger[.aiTax] + ledger[.robotTax] + ledger[.permits] + ledger[.rentWithholding]
    let contribution =
      fund.machineTaxShare * Double(max(0, machines)) + fund.contribution * nation.yearGdp / 12
    ledger.pay(.fundContribution, Int64(contribution))
    if fund.equityLevy > 0 {
      nation.fund.equityUnits += levy(households.equityUnits, rate: fund.equityLevy / 12)
      nation.fund.providerUnits += levy(households.providerUnits, rate: fund.equityLevy / 12)
    }
  }

  /// Keeps the fund's value at the end of a month for the payout rule.
  mutating func noteFundValue() {
    let value = fundValue
    guard value > 0 || !nation.fund.values.isEmpty else { return }
    nation.fund.values.append(value)
    if nation.fund.values.count > 60 { nation.fund.values.removeFirst() }
  }

  /// Takes a share of everybody's units, in whole units.
  private func levy(_ units: Column<Int64>, rate: Double) -> Int64 {
    parallel.sum(units.count) { rows in
      var sum: Int64 = 0
      for household in rows {
        let part = Int64(Double(units[household]) * rate)
        units[household] -= part
        sum += part
      }
      return sum
    }
  }
}
