/// Kinds of payment and sectors as readers know them.
enum FlowNames {
  private static let names = [
    "public_wages": "Public wages", "employer_contributions": "Employers' contributions",
    "employee_contributions": "Employees' contributions", "capital_income_tax": "Tax on capital income",
    "unemployment_insurance": "Unemployment benefit", "consumption_tax": "Tax on consumption",
    "government_purchases": "Purchases", "ai_tax": "Tax on AI", "corporate_tax": "Tax on companies",
    "provider_tax": "Tax on AI sellers", "bank_tax": "Tax on the bank",
    "rent_withholding": "Tax on rents abroad",
    "bond_interest_bank": "Interest to the bank",
    "bond_interest_central_bank": "Interest to the central bank",
    "bond_interest_foreign": "Interest abroad", "central_bank_profit": "Central bank's profit",
    "fund_contribution": "Paid into the fund", "bank_support": "Support of the bank",
  ]

  /// `Income tax` for `income_tax`.
  static func flow(_ name: String) -> String { names[name] ?? sentence(name) }

  /// `Central bank` for `central_bank`.
  static func sector(_ name: String) -> String {
    name == "rest_of_world" ? "Abroad" : name == "providers" ? "AI sellers" : sentence(name)
  }

  /// Payments of the government that lend or borrow; they are no part of its budget.
  static let financing = ["bond_sales_bank", "bond_sales_foreign", "open_market_purchases"]

  private static func sentence(_ name: String) -> String {
    let words = name.replacing("_", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
