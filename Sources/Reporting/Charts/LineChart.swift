/// Lines over time with a band around each, in one panel or in small multiples, as a self-contained SVG file that
/// follows the reader's choice of a light or dark page.
public struct LineChart: Sendable, Equatable {
  /// Says what is shown.
  public let title: String
  /// Statistic and meaning of the bands.
  public let subtitle: String
  /// Where it comes from; stands at the bottom.
  public let source: String
  /// In the order of reading.
  public let panels: [Panel]

  /// A chart of some panels.
  public init(title: String, subtitle: String, source: String, panels: [Panel]) {
    self.title = title
    self.subtitle = subtitle
    self.source = source
    self.panels = panels
  }

  /// A pair of axes.
  public struct Panel: Sendable, Equatable {
    /// What is measured.
    public let title: String
    /// Its unit.
    public let subtitle: String
    /// How values are written.
    public let number: ChartNumber
    /// The axis of time.
    public let time: Time
    /// Drawn in order, the last on top.
    public let series: [Series]

    /// A panel of some series.
    public init(title: String, subtitle: String, number: ChartNumber, time: Time, series: [Series]) {
      self.title = title
      self.subtitle = subtitle
      self.number = number
      self.time = time
      self.series = series
    }
  }

  /// The axis of time.
  public struct Time: Sendable, Equatable {
    /// What is counted.
    public let label: String
    /// Distances between ticks to choose from, in rising order.
    public let steps: [Double]
    /// Where an event is marked; nil for none.
    public let event: Double?

    /// An axis of time.
    public init(label: String, steps: [Double], event: Double? = nil) {
      self.label = label
      self.steps = steps
      self.event = event
    }
  }

  /// A line.
  public struct Series: Sendable, Equatable {
    /// Stands at the line's end; empty for a line that is alone.
    public let label: String
    /// In the order of time.
    public let points: [Point]
    /// Whether it is grey, thin and without its label: there for comparison.
    public private(set) var isMuted = false
    /// Its place among the colours; nil for its place among the lines.
    public private(set) var colour: Int?

    /// A line through points.
    public init(label: String, points: [Point]) {
      self.label = label
      self.points = points
    }

    /// As many lines as have room for their labels stay as they are. Of more, the first, which is the baseline, and
    /// those that end highest and lowest keep label and colour; the others become grey. A line has the same colour
    /// in each chart unless two named ones would share it.
    public static func highlighted(_ series: [Series]) -> [Series] {
      guard series.count > 4 else { return series }
      let ends = series.enumerated().compactMap { index, series in
        series.points.last(where: \.value.isFinite).map { (index: index, value: $0.value) }
      }.dropFirst()
      let high = ends.max { $0.value < $1.value }?.index
      let low = ends.min { $0.value < $1.value }?.index
      let colour = { (index: Int) in index == 0 ? 0 : 1 + (index - 1) % (ChartStyle.colours - 1) }
      return series.enumerated().map { index, line in
        var line = line
        line.isMuted = ![0, high, low].contains(index)
        line.colour = colour(index)
        if index == low, let high, low != high, colour(high) == colour(index) {
          line.colour = colour(index + 1)
        }
        return line
      }
    }
  }

  /// A point of a line.
  public struct Point: Sendable, Equatable {
    /// Its time.
    public let time: Double
    /// Its value; the line is broken where it is not finite.
    public let value: Double
    /// Ranges around it, the widest first, as many for each point of a line; empty where it has none.
    public let bands: [ClosedRange<Double>]

    /// A point.
    public init(time: Double, value: Double, bands: [ClosedRange<Double>]) {
      self.time = time
      self.value = value
      self.bands = bands
    }

    /// A point with one band.
    /// - Parameter spread: half the height of the band; nil for none.
    public init(time: Double, value: Double, spread: Double? = nil) {
      let band = spread.flatMap { value.isFinite ? value - $0...value + $0 : nil }
      self.init(time: time, value: value, bands: band.map { [$0] } ?? [])
    }
  }
}

extension LineChart.Panel {
  /// From the first to the last point.
  var times: ClosedRange<Double>? { Self.range(series.flatMap { $0.points.map(\.time) }) }

  /// All values with their bands. Zero is in it for differences, and for levels that are not far from it.
  var values: ClosedRange<Double>? {
    let points = series.flatMap(\.points).filter(\.value.isFinite)
    let values = points.flatMap { point in
      [point.value] + point.bands.flatMap { [$0.lowerBound, $0.upperBound] }
    }
    guard let range = Self.range(values) else { return nil }
    if number.isSigned { return min(0, range.lowerBound)...max(0, range.upperBound) }
    return range.lowerBound > 0 && range.lowerBound < 0.4 * range.upperBound ? 0...range.upperBound : range
  }

  private static func range(_ values: [Double]) -> ClosedRange<Double>? {
    guard let least = values.min(), let greatest = values.max() else { return nil }
    return least...greatest
  }
}
