/// A sector of the flow and balance matrices.
public enum Sector: Int, Sendable, CaseIterable {
  case households, firms, providers, bank, government, centralBank, fund, restOfWorld

  /// Whether each member of the sector has an account of its own.
  var hasManyAccounts: Bool { self == .households || self == .firms || self == .providers }

  /// Name in files and tables.
  public var name: String {
    ["households", "firms", "providers", "bank", "government", "central_bank", "fund", "rest_of_world"][
      rawValue]
  }
}

/// A kind of payment: a row of the flow matrix. Each goes from one sector to one sector, whatever the case.
public enum Flow: Int, Sendable, CaseIterable {
  // Work.
  case wages, publicWages, employerContributions, employeeContributions
  // Personal taxes and benefits.
  case incomeTax, capitalIncomeTax
  case unemploymentInsurance, pensions, minimumIncome, childBenefit, basicIncome, negativeIncomeTax
  case wealthTax
  // What the law costs firms, and gives them.
  case robotTax, payrollSubsidy
  // Those whom machines displace, and what the pace of machines costs.
  case compensation, wageInsurance, trainingGrants, guaranteedWages, compensationLevy, permits
  // Goods and services.
  case consumption, consumptionTax, imports, exports, governmentPurchases, investment
  case aiServices, aiTax, compute
  // Profits.
  case corporateTax, providerTax, bankTax
  case dividends, providerDividends, bankDividends, foreignRent, rentWithholding
  // Interest.
  case householdDepositInterest, firmDepositInterest, fundDepositInterest, loanInterest
  case bondInterestBank, bondInterestCentralBank, bondInterestForeign, reserveInterest, centralBankProfit
  // The sovereign fund.
  case fundContribution, fundRents, fundDividends, fundBankDividends, fundPayout, fundWithdrawal
  // Households that form, part and end.
  case bequests, householdFormation, householdSeparation
  // Credit and bonds: payments that change an instrument besides money.
  case newLoans, loanRepayment, writeOffs, bondSalesBank, bondSalesForeign, openMarketPurchases, bankSupport

  public var payer: Sector { Self.ends[rawValue].0 }
  public var payee: Sector { Self.ends[rawValue].1 }

  /// Whether money moves: a write-off only lowers a loan.
  var movesMoney: Bool { self != .writeOffs }

  /// Name in files and tables, in snake_case.
  public var name: String {
    var text = ""
    for character in String(describing: self) {
      if character.isUppercase { text += "_" }
      text += character.lowercased()
    }
    return text
  }

  private static let ends: [(Sector, Sector)] = [
    (.firms, .households), (.government, .households), (.firms, .government), (.households, .government),
    (.households, .government), (.households, .government),
    (.government, .households), (.government, .households), (.government, .households),
    (.government, .households),
    (.government, .households), (.government, .households),
    (.households, .government),
    (.firms, .government), (.government, .firms),
    (.government, .households), (.government, .households), (.government, .households),
    (.government, .households), (.firms, .government), (.firms, .government),
    (.households, .firms), (.households, .government), (.households, .restOfWorld), (.restOfWorld, .firms),
    (.government, .firms), (.firms, .firms),
    (.firms, .providers), (.firms, .government), (.providers, .firms),
    (.firms, .government), (.providers, .government), (.bank, .government),
    (.firms, .households), (.providers, .households), (.bank, .households), (.providers, .restOfWorld),
    (.providers, .government),
    (.bank, .households), (.bank, .firms), (.bank, .fund), (.firms, .bank),
    (.government, .bank), (.government, .centralBank), (.government, .restOfWorld), (.centralBank, .bank),
    (.centralBank, .government),
    (.government, .fund), (.providers, .fund), (.firms, .fund), (.bank, .fund), (.fund, .households),
    (.fund, .government),
    (.households, .households), (.households, .households), (.households, .households),
    (.bank, .firms), (.firms, .bank), (.bank, .firms), (.bank, .government), (.restOfWorld, .government),
    (.centralBank, .bank), (.government, .bank),
  ]
}

/// A financial instrument: a row of the balance matrix. Each sums to zero over the sectors but the real ones.
public enum Instrument: Int, Sendable, CaseIterable {
  case deposits, loans, bonds, reserves, equity, fixedCapital, inventories

  /// Name in files and tables.
  public var name: String {
    ["deposits", "loans", "government_bonds", "reserves", "equity", "fixed_capital", "inventories"][rawValue]
  }

  /// Real assets are nobody's liability.
  public var isReal: Bool { self == .fixedCapital || self == .inventories }
}
