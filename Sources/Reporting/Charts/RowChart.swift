/// Rows of bars, dots and whiskers along one axis: what groups gain, what shares are made of, what a budget is the sum of.
struct RowChart: Equatable {
  let rows: [Row]
  /// How the axis is written.
  let number: ChartNumber
  /// What the axis shows.
  let axis: String
  /// Colours with their meanings, above the rows; empty where the rows explain themselves.
  var key: [Key] = []
  /// What must be on the axis.
  var mustInclude: [Double] = [0]
  /// What stands above the column of values.
  var valueHead = ""

  /// A row.
  struct Row: Equatable {
    let label: String
    var spans: [Span] = []
    var dots: [Dot] = []
    /// An interval, drawn as a thin line.
    var whisker: ClosedRange<Double>?
    /// The row's number, at the right end.
    var value = ""
    /// Whether it stands apart: a total, or another case.
    var isApart = false
  }

  /// A bar from one value to another.
  struct Span: Equatable {
    let from: Double
    let to: Double
    let style: String
    /// In the bar, where there is room for it.
    var text = ""
  }

  /// A dot at a value.
  struct Dot: Equatable {
    let value: Double
    let style: String
  }

  /// A colour and what it means.
  struct Key: Equatable {
    let style: String
    let label: String
  }
}

extension RowChart: Chart {
  var description: String {
    rows.filter { !$0.value.isEmpty }.map { "\($0.label): \($0.value)." }.joined(separator: " ")
  }

  func drawing(width: Double) -> Drawing { RowDrawing(self, width: width).drawing }
}
