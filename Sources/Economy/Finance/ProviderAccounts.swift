extension Economy {
  /// Providers keep what this month's service will cost them next month; of the rest they spend a share on research,
  /// that is on compute as well; what is left is rent: taxed, then paid to the owners at home and abroad.
  mutating func settleProviders() throws {
    let path = regime.automation.values
    let kept = apportion(
      min(counts.aiServingCost, (0..<providers.count).reduce(0) { $0 + max(0, ledger.provider($1)) }),
      by: Column(servingWeights))
    let researchShare = path.number("research_share", at: date)
    let domestic = path.number("domestic_ownership", at: date)
    let taxRate = effectiveCorporateTax
    var residents: Int64 = 0
    let outgoing = Column<Int64>(repeating: 0, count: providers.count)
    for provider in 0..<providers.count {
      var rent = max(0, ledger.provider(provider) - kept[provider])
      let research = Int64(Double(rent) * researchShare)
      rent -= research
      kept[provider] += research
      providers.research[provider] = Double(research)
      guard rent > 0 else { continue }
      let tax = Int64(Double(rent) * taxRate)
      ledger.post(.providerTax, .providers, row: provider, tax)
      let toFund = Int64(Double(rent - tax) * rules.fund.rentShare)
      ledger.post(.fundRents, .providers, row: provider, toFund)
      let left = rent - tax - toFund
      outgoing[provider] = Int64(Double(left) * domestic)
      residents += outgoing[provider]
      let abroad = left - outgoing[provider]
      let withheld = Int64(Double(abroad) * rules.rentWithholding)
      ledger.post(.rentWithholding, .providers, row: provider, withheld)
      ledger.post(.foreignRent, .providers, row: provider, abroad - withheld)
      nation.foreignSavings += Int64(Double(abroad - withheld) * (1 - calibration.foreign.rentsReturned))
    }
    providers.compute = kept.array.reduce(0, +)
    providers.budget = providersCompete || researchShare > 0 ? kept.array.map(Double.init) : providers.share
    nation.smoothedRents += (Double(residents) - nation.smoothedRents) / 24
    guard residents > 0 else { return }
    let toFund = payFund(.fundRents, .providers, out: outgoing, share: nation.fund.providerShare)
    let total = distribute(
      .providerDividends, residents - toFund, by: households.providerUnits,
      of: EquityUnits.total - nation.fund.providerUnits, rentPart: 1)
    keep(residents - toFund - total, of: outgoing)
    try ledger.settle(.providerDividends, .providers, against: total, month: month) { outgoing[$0] }
  }
}
