import Testing

@testable import Designs

struct ConstraintTests {
  static let factors = [
    Factor(name: "hours", path: "a", distribution: .uniform(low: 20, high: 40)),
    Factor(name: "benefit", path: "b", distribution: .uniform(low: 0, high: 1_000)),
    Factor(name: "closure", path: "c", distribution: .values([.word("debt"), .word("tax")], weights: nil)),
    Factor(name: "taxed", path: "d", distribution: .values([.flag(true), .flag(false)], weights: nil)),
  ]

  private func holds(_ text: String) throws -> Bool {
    try Constraint(text, over: Self.factors).holds(
      at: [.number(30), .number(500), .word("debt"), .flag(true)])
  }

  @Test(
    "Conditions that the point meets hold, and their opposites do not",
    arguments: [
      "hours < 31", "hours <= 30", "hours >= 30", "hours > 29.5", "hours == 30", "hours = 30", "hours != 31",
      "benefit / hours < 17 and benefit / hours > 16", "2 + 3 * 4 == 14", "(2 + 3) * 4 == 20",
      "10 - 4 - 3 == 3", "24 / 4 / 2 == 3", "-hours < 0", "- -hours == +30", "2 * -3 == -6",
      "not taxed or hours == 30", "taxed && !(hours > 30)", "closure == 'debt'", "closure != \"tax\"",
      "taxed == true", "(taxed) != false", "taxed", "true or hours / 0 > 1 and false",
      "abs(20 - hours) == 10", "min(hours, 5, 7) == 5", "max(hours, benefit) == 500", "log(1) == 0",
      "1e3 == 1000 and 2.5e-1 == .25", "benefit/0 > 1e300", "not not taxed", "closure == closure",
      "false or true and true", "true or true and false",
    ])
  func conditions(text: String) throws {
    #expect(try holds(text))
    #expect(try !holds("not (\(text))"))
  }

  @Test(
    "What cannot be read says where and why",
    arguments: [
      ("hours <", 8, .unexpected("", expected: "a number, a factor or a bracket")),
      ("", 1, .unexpected("", expected: "a number, a factor or a bracket")),
      ("(hours < 3", 11, .unexpected("", expected: "')'")),
      ("hours < 3)", 10, .unexpected(")", expected: "an operator or the end")),
      ("hours < 3 benefit > 2", 11, .unexpected("benefit", expected: "an operator or the end")),
      ("1 < and", 5, .unexpected("and", expected: "a number, a factor or a bracket")),
      ("hour < 3", 1, .unknownName("hour", known: ["hours", "benefit", "closure", "taxed"])),
      ("hours < 010", 9, .wrongNumber("010")), ("hours < 1_000", 9, .wrongNumber("1_000")),
      ("hours < 31and taxed", 9, .wrongNumber("31and")), ("hours < 5kg", 9, .wrongNumber("5kg")),
      ("hours < 1e999", 9, .wrongNumber("1e999")),
      ("hours < 1.2.3", 9, .wrongNumber("1.2.3")), ("hours < \u{0665}", 9, .wrongNumber("\u{0665}")),
      ("hours < 5 %", 11, .unknownCharacter("%")), ("closure == 'debt", 12, .unterminatedText),
      ("closure == 'dept'", 12, .unknownWord("dept", known: ["debt", "tax"])),
      ("'dept' != closure", 1, .unknownWord("dept", known: ["debt", "tax"])),
      ("hours", 1, .wrongKind(.number, expected: .flag)),
      ("taxed and hours", 11, .wrongKind(.number, expected: .flag)),
      ("taxed + 1 > 0", 1, .wrongKind(.flag, expected: .number)),
      ("not hours < 3 and -taxed < 1", 20, .wrongKind(.flag, expected: .number)),
      ("closure == 3", 9, .notComparable(.word, .number)), ("closure < 'tax'", 9, .noOrder(.word)),
      ("20 < hours < 30", 12, .chainedComparison), ("abs(1, 2) > 0", 1, arguments("abs", 2, "one number")),
      ("max(1) > 0", 1, arguments("max", 1, "two numbers or more")),
    ] as [(String, Int, ConstraintError.Problem)])
  func errors(text: String, column: Int, problem: ConstraintError.Problem) {
    #expect(throws: ConstraintError(problem, column: column)) { try holds(text) }
    #expect(ConstraintError(problem, column: column).description.hasPrefix("column \(column): "))
  }

  private static func arguments(_ function: String, _ found: Int, _ expected: String)
    -> ConstraintError.Problem
  {
    .wrongArguments(function: function, found: found, expected: expected)
  }

  @Test("A comparison with what is no number is an error, not a lie")
  func undefined() {
    for text in ["0 / 0 < 1", "min(0 / 0, 1) < 2", "max(1, 0 / 0) < 2", "not log(-1) < 1"] {
      #expect(throws: ConstraintError.self, "\(text)") { try holds(text) }
    }
    #expect(throws: ConstraintError(.undefined, column: 7)) { try holds("0 / 0 < 1") }
  }

  @Test("Brackets, signs and sums without end are refused before the stack ends")
  func depth() throws {
    func nested(_ levels: Int, _ open: String, _ close: String) -> String {
      String(repeating: open, count: levels) + "taxed" + String(repeating: close, count: levels)
    }
    #expect(try holds(nested(100, "(", ")")))
    for text in [nested(101, "(", ")"), nested(500, "not ", "")] {
      #expect(throws: ConstraintError.self) { try holds(text) }
    }
    let sum = String(repeating: "1 + ", count: 100_000) + "1 > 0"
    #expect(throws: ConstraintError(.tooLong(limit: 1_000), column: 2_001)) { try holds(sum) }
    #expect(try holds(String(repeating: "1 + ", count: 498) + "1 > 0"))
  }
}
