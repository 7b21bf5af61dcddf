import Testing

@testable import Reporting

struct TextTests {
  @Test(arguments: [
    (0.0, 2, "0.00"), (-0.001, 2, "0.00"), (0.005, 2, "0.01"), (1234.5, 1, "1,234.5"),
    (-1234567.0, 0, "-1,234,567"),
    (999.999, 2, "1,000.00"), (0.05, 3, "0.050"), (.nan, 2, "–"), (.infinity, 2, "inf"), (1e300, 2, "1e+300"),
    (123456789.123456, 6, "123,456,789.123456"),
  ])
  func `numbers have fixed decimals and commas`(value: Double, decimals: Int, text: String) {
    #expect(NumberText.fixed(value, decimals: decimals) == text)
  }

  @Test func `signs are shown where asked for, but never on nothing`() {
    #expect(NumberText.fixed(1.25, decimals: 1, signed: true) == "+1.3")
    #expect(NumberText.fixed(-1, decimals: 0, signed: true) == "-1")
    #expect(NumberText.fixed(0.001, decimals: 1, signed: true) == "0.0")
    #expect(NumberText.whole(-1_234_567) == "-1,234,567")
  }

  @Test(arguments: [
    ([0.5], ["0.5"]), ([0.1 + 0.2], ["0.300000"]), ([1.5, 22.25], ["1.50", "22.25"]),
    ([100_000, 2], ["100000.0", "2.0"]), ([52_345_678.123456, 0], ["52345678.12", "0.00"]),
    ([-134.1364123, -1.1189461, 0], ["-134.1364", "-1.1189", "0.0000"]),
    ([1e-9, 1], ["1e-09", "1.0"]), ([1e300], ["1e+300"]), ([.infinity, 1], ["inf", "1.0"]),
  ])
  func `the numbers of a column have the same decimals`(values: [Double], texts: [String]) {
    let rows = values.map { [QueryValue.real($0)] }
    let columns = ReadableColumns(rows, count: 1)
    #expect(rows.flatMap { columns.cells($0) } == texts)
  }

  @Test func `JSON escapes what it must`() {
    #expect(JSONValue.text("a\"b\\c\n\u{1}ü").line == #""a\"b\\c\n\u0001ü""#)
    #expect(JSONValue.number(.nan).line == "null")
    #expect(
      JSONValue.object([.init("a", .array([.integer(1), .null, .flag(true)]))]).line
        == #"{"a": [1, null, true]}"#)
  }

  @Test func `a document as CSV has a row a value, after its path`() {
    let document = JSONValue.object([
      .init("schema", .text("test/1")),
      .init(
        "shocks", .array([.object([.init("name", .text("rate, up")), .init("mean", .number(-0.5))]), .null])),
    ])
    #expect(
      document.csv
        == "path,value\nschema,test/1\n\"shocks.rate, up.name\",\"rate, up\"\n\"shocks.rate, up.mean\",-0.5\nshocks.1,\n"
    )
  }
}
