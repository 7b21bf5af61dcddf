/// What an import was compared with, line by line.
public struct Reconciliation: Sendable, Equatable {
  /// Tables in the order of printing.
  public var tables: [Table]
  /// What the reader must know beside the figures, a sentence each.
  public var notes: [String]

  public init(tables: [Table], notes: [String]) {
    self.tables = tables
    self.notes = notes
  }

  /// Lines with a common reference.
  public struct Table: Sendable, Equatable {
    public var title: String
    /// Whose figures the first column holds.
    public var reference: String
    public var rows: [Row]

    public init(title: String, reference: String, rows: [Row]) {
      self.title = title
      self.reference = reference
      self.rows = rows
    }
  }

  /// One figure in both.
  public struct Row: Sendable, Equatable {
    public var name: String
    public var unit: Unit
    public var reference: Double
    public var imported: Double

    public init(_ name: String, _ unit: Unit, reference: Double, imported: Double) {
      self.name = name
      self.unit = unit
      self.reference = reference
      self.imported = imported
    }

    /// Import less reference: in percentage points for shares, in percent of the reference for all else.
    public var difference: Double {
      switch unit {
      case .share: 100 * (imported - reference)
      case .persons, .money, .total, .years: reference == 0 ? 0 : 100 * (imported / reference - 1)
      }
    }
  }

  /// How a figure is counted and printed.
  public enum Unit: Sendable {
    /// Persons, households or units, printed in millions.
    case persons
    /// Currency units a year for the whole country, printed in billions.
    case total
    /// Currency units a year per person.
    case money
    case years
    /// A share, printed in percent.
    case share
  }

  /// The row of a name, whatever its table.
  public func row(_ name: String) -> Row? {
    tables.lazy.flatMap(\.rows).first { $0.name == name }
  }
}
