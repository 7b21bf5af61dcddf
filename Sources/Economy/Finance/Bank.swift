extension Economy {
  /// Interest on bonds, at the rates they were sold at, and on reserves, the bank's tax, its dividend, and the
  /// government's help should its equity be used up. The central bank hands its profit to the government.
  mutating func settleBank() throws {
    let finance = calibration.finance
    nation.bondRate += (nation.policyRate - nation.bondRate) / calibration.government.debtMaturity
    func interest(_ stock: Int64, _ rate: Double) -> Int64 { Int64(Double(max(0, stock)) * rate / 12) }
    ledger.pay(.bondInterestBank, interest(ledger.bankBonds, nation.bondRate))
    ledger.pay(.bondInterestCentralBank, interest(ledger.centralBankBonds, nation.bondRate))
    ledger.pay(.bondInterestForeign, interest(ledger.foreignBonds, nation.bondRate))
    ledger.pay(.reserveInterest, interest(ledger.reserves, nation.policyRate))
    ledger.pay(.centralBankProfit, max(0, ledger.centralBankEquity))

    let income = ledger[.loanInterest] + ledger[.bondInterestBank] + ledger[.reserveInterest]
    let cost =
      ledger[.householdDepositInterest] + ledger[.firmDepositInterest] + ledger[.fundDepositInterest]
      + ledger[.writeOffs]
    let profit = income - cost
    counts.bankProfit = profit
    let equityBeforeTax = ledger.bankEquity
    let tax = Int64(Double(max(0, min(profit, equityBeforeTax))) * effectiveCorporateTax)
    ledger.pay(.bankTax, tax)

    let yearGdp = nation.yearGdp
    let equity = equityBeforeTax - tax
    let excess = Double(equity) - finance.bankEquity * yearGdp
    var dividend: Int64 = 0
    if excess > 0 {
      let payout = Int64(excess * finance.bankPayout)
      let toFund = Int64(Double(payout) * nation.fund.equityShare)
      ledger.pay(.fundBankDividends, toFund)
      dividend =
        toFund
        + distribute(
          .bankDividends, payout - toFund, by: households.equityUnits,
          of: EquityUnits.total - nation.fund.equityUnits)
    }
    nation.smoothedDividends += Double(dividend) / 24

    let least = Int64(finance.bankEquityLeast * yearGdp)
    if equity - dividend < least { ledger.pay(.bankSupport, least - equity + dividend) }
  }
}
