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
    ])
  func said(body: String, expected: String) {
    #expect(Fixture.complaint(body) == expected)
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
