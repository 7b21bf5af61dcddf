/// What the law costs firms beside wages, contributions and the taxes on AI and on profit. Each charge is paid where it
/// arises and noted in `charges`, which lowers the month's profit.
extension Economy {
  /// The tax on the service of robots, permits to automate, what the displaced are paid, and the subsidy that has been
  /// paid on wages.
  mutating func chargeFirms() {
    let (firms, rate) = (firms, rules.robotTax)
    if rate > 0 {
      ledger.post(.robotTax, .firms) { firm in
        let tax = Int64(Double(firms.robotUpkeep[firm]) * rate)
        firms.charges[firm] += tax
        return tax
      }
    }
    if rules.pacing.isSold {
      ledger.post(.permits, .firms) { firm in
        firms.charges[firm] += firms.permits[firm]
        return firms.permits[firm]
      }
      firms.permits.fill(0)
    }
    if rules.compensationLevy > 0 {
      let levies = apportion(
        Int64(Double(ledger[.compensation]) * rules.compensationLevy), by: Column(machineWork))
      ledger.post(.compensationLevy, .firms) { firm in
        firms.charges[firm] += levies[firm]
        return levies[firm]
      }
    }
    if ledger[.payrollSubsidy] != 0 {
      for firm in 0..<firms.count { firms.charges[firm] -= payrollSubsidy(firm) }
    }
  }
}
