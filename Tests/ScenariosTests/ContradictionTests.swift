import Testing

@testable import Scenarios

/// Laws that make no sense as a whole, and policies with impossible values: what is said, and where.
struct ContradictionTests {
  @Test(
    "What is said",
    arguments: [
      (
        "closure: ubi_scales",
        """
        test.yaml:4:10: error: the closure ubi_scales scales a basic income, and none is stated
          4 | closure: ubi_scales
            |          ^
        """
      ),
      (
        "reforms:\n  a:\n    closure: {fund: 0.5, labour_tax: 0.5}",
        """
        test.yaml:6:14: error: the closure fund draws on dividend_fund, into which nothing is paid
          6 |     closure: {fund: 0.5, labour_tax: 0.5}
            |              ^
        """
      ),
      (
        "policies:\n  dividend_fund: {payout: 0.04}",
        """
        test.yaml:5:18: error: dividend_fund pays out, and nothing is paid into it
          5 |   dividend_fund: {payout: 0.04}
            |                  ^
        """
      ),
      (
        "closure: {labour_tax: 0.5, spending: 0.4}",
        """
        test.yaml:4:10: error: closure sums to 0.9, not to 1
          4 | closure: {labour_tax: 0.5, spending: 0.4}
            |          ^
        """
      ),
      (
        "policies:\n  negative_income_tax: {adult: 500, taper: -0.5}",
        """
        test.yaml:5:44: error: policies.negative_income_tax.taper is out of bounds: -0.5
          5 |   negative_income_tax: {adult: 500, taper: -0.5}
            |                                            ^
          expected a number from 0 to 1 (share)
        """
      ),
      (
        "policies:\n  compensation:\n    share: {2027-01: 0.5, 2027-01: 0.6}",
        """
        test.yaml:6:27: error: duplicate key '2027-01', first in line 6
          6 |     share: {2027-01: 0.5, 2027-01: 0.6}
            |                           ^
        """
      ),
      (
        "policies:\n  basic_income: {phase_in: 24, adult: {2027-01: 500, 2028-01: 900}}",
        """
        test.yaml:5:54: error: policies.basic_income.adult changes in 2028-01, within the phase-in of 24 months that began in 2027-01: state the change from 2029-01 on, or a phase_in of at most 12
          5 |   basic_income: {phase_in: 24, adult: {2027-01: 500, 2028-01: 900}}
            |                                                      ^
        """
      ),
      (
        "policies:\n  retirement_age: {normal_age_change: {initially: 12, 2027-01: 24}, phase_in: 60}",
        """
        test.yaml:5:55: error: policies.retirement_age.normal_age_change changes in 2027-01, within the phase-in of 60 months that began in 2026-01: state the change from 2031-01 on, or a phase_in of at most 12
          5 |   retirement_age: {normal_age_change: {initially: 12, 2027-01: 24}, phase_in: 60}
            |                                                       ^
        """
      ),
      (
        "policies: {basic_income: {adult: {2027-01: 500, 2030-01: 900}}}\nreforms:\n  a:\n    policies: {basic_income: {phase_in: 48}}",
        """
        test.yaml:7:30: error: reforms.a.policies.basic_income.adult changes in 2030-01, within the phase-in of 48 months that began in 2027-01: state the change from 2031-01 on, or a phase_in of at most 36
          7 |     policies: {basic_income: {phase_in: 48}}
            |                              ^
        """
      ),
    ])
  func said(body: String, expected: String) {
    #expect(Fixture.complaint(body) == expected)
  }

  @Test("A phase-in may end in the month before the next begins, and a week may be shortened twice")
  func inTurn() {
    #expect(
      Fixture.complaint(
        "policies:\n  basic_income: {phase_in: 12, adult: {2027-01: 500, 2028-01: 900}}\n"
          + "  working_hours: {phase_in: 24, standard_week: {2027-01: 36, 2029-01: 32}}") == "")
  }

  @Test("A closure may use what one of its variants has, and what comes at a date")
  func allowed() {
    #expect(
      Fixture.complaint(
        "closure: ubi_scales\nreforms:\n  a:\n    policies: {basic_income: {adult: {2030-01: 500}}}") == "")
    #expect(
      Fixture.complaint(
        "closure: fund\npolicies: {dividend_fund: {contribution: 0.01, payout: {2040-01: 0.04}}}") == "")
  }
}
