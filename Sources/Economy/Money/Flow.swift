/// A sector of the flow and balance matrices.
public enum Sector: Int, Sendable, CaseIterable {
  case households, firms, providers, bank, government, centralBank, fund, restOfWorld

  /// Name in files and tables.
  public var name: String {
    ["households", "firms", "providers", "bank", "government", "central_bank", "fund", "rest_of_world"][rawValue]
  }
}

/// A kind of payment: a row of the flow matrix. Each goes from one sector to one sector, whatever the case.
public enum Flow: Int, Sendable, CaseIterable {
  case wages, publicWages, employerContributions, employeeContributions, incomeTax, capitalIncomeTax
  case consumption, consumptionTax, imports, exports, governmentPurchases, investment
  case unemploymentInsurance, pensions, minimumIncome, childBenefit, basicIncome, compensation
  case aiServices, aiTax, compute, providerWages, integration, permits
  case corporateTax, providerTax, bankTax, wealthTax
  case householdDepositInterest, firmDepositInterest, providerDepositInterest, foreignDepositInterest
  case loanInterest, bondInterestBank, bondInterestCentralBank, bondInterestFund, bondInterestForeign
  case reserveInterest, centralBankProfit
  case dividends, providerDividends, bankDividends, foreignRent
  case fundContribution, fundPayout
  case bequests, householdFormation, householdSeparation, immigrantWealth
  case startUpCapital, liquidation, bankSupport

  public var payer: Sector { Self.ends[rawValue].0 }
  public var payee: Sector { Self.ends[rawValue].1 }

  /// Name in files and tables, in snake_case.
  public var name: String {
    var text = ""
    for character in String(describing: self) {
      if character.isUppercase { text += "_" }
      text += character.lowercased()
    }
    return text
  }

  static let ends: [(Sector, Sector)] = [
    (.firms, .households), (.government, .households), (.firms, .government), (.households, .government),
    (.households, .government), (.households, .government),
    (.households, .firms), (.households, .government), (.households, .restOfWorld), (.restOfWorld, .firms),
    (.government, .firms), (.firms, .firms),
    (.government, .households), (.government, .households), (.government, .households), (.government, .households),
    (.government, .households), (.government, .households),
    (.firms, .providers), (.firms, .government), (.providers, .firms), (.providers, .households),
    (.firms, .firms), (.firms, .government),
    (.firms, .government), (.providers, .government), (.bank, .government), (.households, .government),
    (.bank, .households), (.bank, .firms), (.bank, .providers), (.bank, .restOfWorld),
    (.firms, .bank), (.government, .bank), (.government, .centralBank), (.government, .fund),
    (.government, .restOfWorld),
    (.centralBank, .bank), (.centralBank, .government),
    (.firms, .households), (.providers, .households), (.bank, .households), (.providers, .restOfWorld),
    (.government, .fund), (.fund, .households),
    (.households, .households), (.households, .households), (.households, .households), (.restOfWorld, .households),
    (.households, .firms), (.firms, .households), (.government, .bank),
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
