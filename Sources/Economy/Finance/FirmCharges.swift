/// What the law costs firms beside wages, contributions and the taxes on AI and on profit. Each charge is paid where it
/// arises and noted in `charges`, which lowers the month's profit.
extension Economy {
  /// The tax on the service of robots, and the subsidy that has been paid on wages.
  mutating func chargeFirms() {
    let (firms, rate) = (firms, rules.robotTax)
    if rate > 0 {
      ledger.post(.robotTax, .firms) { firm in
        let tax = Int64(Double(firms.robotUpkeep[firm]) * rate)
        firms.charges[firm] += tax
        return tax
      }
    }
    if ledger[.payrollSubsidy] != 0 {
      for firm in 0..<firms.count { firms.charges[firm] -= payrollSubsidy(firm) }
    }
  }
}
