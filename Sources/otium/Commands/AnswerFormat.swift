import ArgumentParser
import Reporting

/// The forms of an answer that is more than one table.
enum AnswerFormat: String, ExpressibleByArgument, CaseIterable {
  case table, csv, json

  /// Prints the answer: for people as it is made for them, for programs as a document or a row a value.
  func write(_ text: @autoclosure () -> String, _ document: @autoclosure () -> JSONValue) throws {
    switch self {
    case .table: try Output.write(text())
    case .csv: try Output.write(document().csv)
    case .json: try Output.write(document().indented() + "\n")
    }
    try Output.flush()
  }
}
