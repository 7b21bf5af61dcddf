import Testing

@testable import Scenarios

/// The exact text of every message that a scenario file can cause.
struct ScenarioErrorTests {
  @Test(
    "The YAML itself",
    arguments: [
      (
        "policies:\n  basic_income\n    adult: 3",
        """
        test.yaml:6:10: error: not YAML: mapping values are not allowed in this context
          6 |     adult: 3
            |          ^
          expected a colon after the key above, equal indentation, and quotes around texts that contain ': '
        """
      ),
      (
        "question: *nope",
        """
        test.yaml:4:11: error: not YAML: found undefined alias
          4 | question: *nope
            |           ^
          expected quotes around texts that start with *
        """
      ),
      (
        "months: @5",
        """
        test.yaml:4:9: error: not YAML: while scanning for the next token, found character that cannot start any token
          4 | months: @5
            |         ^
          expected quotes around texts that start with @, ` or %
        """
      ),
      (
        "months: 5\n---\nmonths: 6",
        """
        test.yaml:5:1: error: not YAML: expected a single document in the stream, but found another document
          5 | ---
            | ^
          expected one document, without --- inside
        """
      ),
      (
        "policies:\n\tbasic_income: 3",
        "test.yaml:5:1: error: a tab in the indentation\n  5 | \tbasic_income: 3\n    | ^\n  expected blanks"
      ),
      (
        "[a]: 3",
        """
        test.yaml:4:1: error: a list, a mapping or an alias as a key
          4 | [a]: 3
            | ^
          expected a word
        """
      ),
      (
        "months: !!int 5",
        """
        test.yaml:4:9: error: tags are not supported
          4 | months: !!int 5
            |         ^
          expected the value alone
        """
      ),
      (
        "reforms:\n  high:\n    <<: {label: x}",
        """
        test.yaml:6:5: error: merge keys (<<) are not supported
          6 |     <<: {label: x}
            |     ^
          expected the keys themselves; reforms inherit the baseline anyway
        """
      ),
    ])
  func syntax(body: String, expected: String) { #expect(Fixture.complaint(body) == expected) }

  @Test(
    "Files without content",
    arguments: [
      ("", "test.yaml: error: the file is empty\n  expected a scenario: title, economy, start and more"),
      (
        "# nothing\n",
        "test.yaml: error: the file is empty\n  expected a scenario: title, economy, start and more"
      ),
      (
        "- a",
        """
        test.yaml:1:1: error: the file is a list
          1 | - a
            | ^
          expected a scenario: title, economy, start and more
        """
      ),
    ])
  func empty(text: String, expected: String) { #expect(Fixture.complaint(text: text) == expected) }

  @Test(
    "Keys",
    arguments: [
      (
        "burn_inn: 3",
        """
        test.yaml:4:1: error: unknown key 'burn_inn'
          4 | burn_inn: 3
            | ^
          did you mean 'burn_in'?
        """
      ),
      (
        "population: {persons: 2000, fil: x}",
        """
        test.yaml:4:29: error: unknown key 'fil' in population
          4 | population: {persons: 2000, fil: x}
            |                             ^
          expected one of persons, file
          did you mean 'file'?
        """
      ),
      (
        "months: 1\npolicies:\n  basic_income: {adult: 1, child: 2, adult: 3}\nmonths: 2\nmonths: 3",
        """
        test.yaml:6:38: error: duplicate key 'adult', first in line 6
          6 |   basic_income: {adult: 1, child: 2, adult: 3}
            |                                      ^
        test.yaml:7:1: error: duplicate key 'months', first in line 4
          7 | months: 2
            | ^
        test.yaml:8:1: error: duplicate key 'months', first in line 4
          8 | months: 3
            | ^
        """
      ),
      (
        "policies:\n  basic_income: {adult: 1}\n  'basic_income': {child: 2}",
        """
        test.yaml:6:4: error: duplicate key 'basic_income', first in line 5
          6 |   'basic_income': {child: 2}
            |    ^
        """
      ),
      (
        "assumptions:\n  wages.slope: 0.003\n  wages: {slope: 0.004}",
        """
        test.yaml:6:11: error: duplicate key 'slope' in assumptions.wages, first in line 5
          6 |   wages: {slope: 0.004}
            |           ^
        """
      ),
      (
        "assumptions: {slope: 0.003}",
        """
        test.yaml:4:15: error: unknown key 'slope' in assumptions
          4 | assumptions: {slope: 0.003}
            |               ^
          did you mean 'wages.slope'?
        """
      ),
      (
        "assumptions: {wages.slop: 0.003}",
        """
        test.yaml:4:15: error: unknown key 'wages.slop' in assumptions
          4 | assumptions: {wages.slop: 0.003}
            |               ^
          did you mean 'wages.slope'?
        """
      ),
      (
        "policies: {basic_incom: {adult: 3}}",
        """
        test.yaml:4:12: error: unknown key 'basic_incom' in policies
          4 | policies: {basic_incom: {adult: 3}}
            |            ^
        """
      ),
      (
        "reforms: {a.b: {}}",
        """
        test.yaml:4:11: error: a reform's name is 'a.b'
          4 | reforms: {a.b: {}}
            |           ^
          expected a letter, then letters, digits, _ or -, and not baseline
        """
      ),
    ])
  func keys(body: String, expected: String) {
    // The known policies grow with the registry, so their list and the suggestion are left open.
    let complaint = Fixture.complaint(body)
    #expect(body.contains("basic_incom:") ? complaint.hasPrefix(expected) : complaint == expected)
    #expect(!body.contains("basic_incom:") || complaint.hasSuffix("did you mean 'basic_income'?"))
  }

  @Test("Missing keys")
  func missing() {
    #expect(
      Fixture.complaint(text: "months: 3")
        == """
        test.yaml:1:1: error: missing key 'title'
          1 | months: 3
            | ^
          expected what reports call the scenario
        test.yaml:1:1: error: missing key 'start'
          1 | months: 3
            | ^
          expected the first month, YYYY-MM
        test.yaml:1:1: error: missing key 'economy'
          1 | months: 3
            | ^
          expected the path of an economy file
        """)
  }

  @Test(
    "Values",
    arguments: [
      (
        "months: 010",
        """
        test.yaml:4:9: error: months is '010'
          4 | months: 010
            |         ^
          expected a whole number from 1 to 2400 (months)
          did you mean '10'?
        """
      ),
      (
        "months: 12.5",
        """
        test.yaml:4:9: error: months is '12.5'
          4 | months: 12.5
            |         ^
          expected a whole number from 1 to 2400 (months)
        """
      ),
      (
        "months: \"12\"",
        """
        test.yaml:4:9: error: months is the text "12"
          4 | months: "12"
            |         ^
          expected a whole number from 1 to 2400 (months)
          did you mean '12'?
        """
      ),
      (
        "months:",
        """
        test.yaml:4:8: error: months is empty
          4 | months:
            |        ^
          expected a whole number from 1 to 2400 (months)
        """
      ),
      (
        "months: [1]",
        """
        test.yaml:4:9: error: months is a list
          4 | months: [1]
            |         ^
          expected a whole number from 1 to 2400 (months)
        """
      ),
      (
        "policies:\n  basic_income:\n    adult: -500",
        """
        test.yaml:6:12: error: policies.basic_income.adult is out of bounds: -500
          6 |     adult: -500
            |            ^
          expected a number from 0 to 1000000 (currency/month)
        """
      ),
      (
        "policies:\n  basic_income:\n    taxable: yes",
        """
        test.yaml:6:14: error: policies.basic_income.taxable is 'yes'
          6 |     taxable: yes
            |              ^
          expected true or false
          did you mean 'true'?
        """
      ),
      (
        "policies:\n  basic_income:\n    indexation: price",
        """
        test.yaml:6:17: error: unknown word 'price' for policies.basic_income.indexation
          6 |     indexation: price
            |                 ^
          expected one of none, prices, earnings, gdp_per_head
          did you mean 'prices'?
        """
      ),
      (
        "policies:\n  basic_income:\n    replaces: [pensions, pensions]",
        """
        test.yaml:6:26: error: 'pensions' stands twice in policies.basic_income.replaces
          6 |     replaces: [pensions, pensions]
            |                          ^
        """
      ),
      (
        "assumptions: 3",
        """
        test.yaml:4:14: error: assumptions is '3'
          4 | assumptions: 3
            |              ^
          expected a mapping with keys such as population, retirement, labour_supply
        """
      ),
      (
        "assumptions: {retirement.early_age: 80, retirement.normal_age: 66}",
        """
        test.yaml:4:15: error: retirement.early_age, 80, is above retirement.normal_age, 66
          4 | assumptions: {retirement.early_age: 80, retirement.normal_age: 66}
            |               ^
        """
      ),
      (
        "closure: {labour_tax: 0.5, consumption_tax: 0.4}",
        """
        test.yaml:4:10: error: closure sums to 0.9, not to 1
          4 | closure: {labour_tax: 0.5, consumption_tax: 0.4}
            |          ^
        """
      ),
      (
        "baseline: {label: ''}",
        """
        test.yaml:4:19: error: baseline.label is the text ""
          4 | baseline: {label: ''}
            |                   ^
          expected text
        """
      ),
      (
        "population: {file: missing.population}",
        """
        test.yaml:4:20: error: no such file: missing.population
          4 | population: {file: missing.population}
            |                    ^
        """
      ),
    ])
  func values(body: String, expected: String) { #expect(Fixture.complaint(body) == expected) }

  @Test(
    "Dates",
    arguments: [
      (
        "2028-01: 5, 2027-01: 6",
        """
        test.yaml:4:47: error: 2027-01 does not follow 2028-01, in policies.basic_income.adult
          4 | policies: {basic_income: {adult: {2028-01: 5, 2027-01: 6}}}
            |                                               ^
          expected months in rising order
        """
      ),
      (
        "2025-12: 5",
        """
        test.yaml:4:35: error: 2025-12 lies before the start, 2026-01, in policies.basic_income.adult
          4 | policies: {basic_income: {adult: {2025-12: 5}}}
            |                                   ^
        """
      ),
      (
        "2027-1: 5",
        """
        test.yaml:4:35: error: '2027-1' is no month, in policies.basic_income.adult
          4 | policies: {basic_income: {adult: {2027-1: 5}}}
            |                                   ^
          expected YYYY-MM
          did you mean '2027-01'?
        """
      ),
      (
        "2027-13: 5",
        """
        test.yaml:4:35: error: '2027-13' is no month, in policies.basic_income.adult
          4 | policies: {basic_income: {adult: {2027-13: 5}}}
            |                                   ^
          expected YYYY-MM
        """
      ),
      (
        "2027-01: 5, 2027-01: 6",
        """
        test.yaml:4:47: error: duplicate key '2027-01', first in line 4
          4 | policies: {basic_income: {adult: {2027-01: 5, 2027-01: 6}}}
            |                                               ^
        """
      ),
      (
        "2027-01: -5",
        """
        test.yaml:4:44: error: policies.basic_income.adult.2027-01 is out of bounds: -5
          4 | policies: {basic_income: {adult: {2027-01: -5}}}
            |                                            ^
          expected a number from 0 to 1000000 (currency/month)
        """
      ),
      (
        "",
        """
        test.yaml:4:34: error: policies.basic_income.adult names no month
          4 | policies: {basic_income: {adult: {}}}
            |                                  ^
          expected a value, or months with values such as {2027-01: 1}
        """
      ),
    ])
  func dates(months: String, expected: String) {
    let body = "policies: {basic_income: {adult: {\(months)}}}"
    #expect(Fixture.complaint(body) == expected)
  }

  @Test("A parameter that cannot change at dates says so")
  func undated() {
    #expect(
      Fixture.complaint("automation: {task_substitution: {2027-01: 0.3}}")
        == """
        test.yaml:4:33: error: automation.task_substitution cannot change at dates
          4 | automation: {task_substitution: {2027-01: 0.3}}
            |                                 ^
          expected one value
        """)
  }

  @Test("The start is a month")
  func start() {
    let text = Fixture.head.replacing("2026-01", with: "January") + "months: 3"
    #expect(
      Fixture.complaint(text: text)
        == """
        test.yaml:3:8: error: 'January' is no month, in start
          3 | start: January
            |        ^
          expected YYYY-MM
        """)
  }

  @Test("All errors of a file come at once, in the order of its lines")
  func allAtOnce() {
    let complaint = Fixture.complaint(
      """
      months: abc
      policies:
        basic_income: {adlt: 3}
      automation: {cost_decline: 7}
      closure: nothing
      reforms: {x: {colour: red}}
      """)
    let places = complaint.split(separator: "\n").filter { $0.hasPrefix("test.yaml:") }
      .map { $0.split(separator: ":")[1] }
    #expect(places == ["4", "6", "7", "8", "9"])
  }

  @Test("Of very many errors the first hundred are printed")
  func many() {
    let complaint = Fixture.complaint((0..<300).map { "key\($0): 1\n" }.joined())
    #expect(complaint.hasSuffix("\nand 200 more errors"))
  }

  @Test("A key that stands a thousand times is one error for each use, up to a limit")
  func manyDuplicates() {
    let complaint = Fixture.complaint(String(repeating: "months: 1\n", count: 1000))
    #expect(complaint.contains("test.yaml:5:1: error: duplicate key 'months', first in line 4\n"))
    #expect(complaint.hasSuffix("more errors"))
  }

  @Test("A missing economy file is reported where it is named, with the nearest name")
  func economy() {
    let text = "title: T\nstart: 2026-01\neconomy: \(Fixture.root)/Scenarios/economies/uss.yaml"
    let complaint = Fixture.complaint(text: text)
    #expect(
      complaint.hasPrefix(
        "test.yaml:3:10: error: no such file: \(Fixture.root)/Scenarios/economies/uss.yaml\n"))
    #expect(complaint.hasSuffix("did you mean '\(Fixture.unitedStates)'?"))
  }
}
