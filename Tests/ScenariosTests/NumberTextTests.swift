import Testing

@testable import Scenarios

struct NumberTextTests {
  @Test(
    "Plain decimal numbers are read",
    arguments: [
      ("0", 0), ("-0", 0), ("12", 12), ("+3", 3), ("-3.5", -3.5), (".5", 0.5), ("5.", 5), ("1e3", 1000),
      ("4.25e-05", 4.25e-5), ("0.25", 0.25), ("2E+2", 200),
    ])
  func plain(text: String, value: Double) { #expect(NumberText.parse(text) == value) }

  @Test(
    "Texts that some readers of YAML take for other numbers are refused, with what was probably meant",
    arguments: [
      ("010", "10"), ("1_000", "1000"), ("1,000", "1000"), ("5 %", "0.05"), ("$500", "500"), ("00", "0"),
      ("0x10", nil), ("12:30", nil), (".inf", nil), (".nan", nil), ("1e", nil), ("1e400", nil), ("", nil),
      ("-", nil),
      ("١", nil), ("abc", nil), ("1.2.3", nil), (".", nil),
    ])
  func refused(text: String, suggestion: String?) {
    #expect(NumberText.parse(text) == nil)
    #expect(NumberText.suggestion(for: text) == suggestion)
  }

  @Test(
    "The shortest text of a number reads back as the same number",
    arguments: [
      0, 1, -7, 0.1, 1.0 / 3, 4.25e-5, 1e-5, 123_456_789.5, 1e15, 1e22, 5e-324,
      Double.greatestFiniteMagnitude,
      9_007_199_254_740_991,
    ])
  func roundTrip(value: Double) { #expect(NumberText.parse(NumberText.shortest(value)) == value) }

  @Test("Whole numbers have no decimal point, and powers have one")
  func form() {
    #expect(NumberText.shortest(500) == "500")
    #expect(NumberText.shortest(-0.0) == "0")
    #expect(NumberText.shortest(1e-5) == "1.0e-05")
  }
}
