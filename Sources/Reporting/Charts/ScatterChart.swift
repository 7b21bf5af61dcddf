/// Points by two values, with names where there is room, and a line through those that no other point beats.
struct ScatterChart: Equatable {
  let points: [Point]
  let across: Axis
  let upwards: Axis
  /// Places of points that are joined, in the order of the line.
  var frontier: [Int] = []

  /// A point.
  struct Point: Equatable {
    let x: Double
    let y: Double
    let label: String
    let style: String
  }

  /// An axis.
  struct Axis: Equatable {
    let label: String
    let number: ChartNumber
  }
}

extension ScatterChart: Chart {
  var description: String {
    points.filter { !$0.label.isEmpty }.map { point in
      "\(point.label): \(across.number.text(point.x, decimals: 2)), \(upwards.number.text(point.y, decimals: 2))."
    }.joined(separator: " ")
  }

  func drawing(width: Double) -> Drawing {
    let height = min(340, width * 0.75)
    let rising = ChartScale(rounding: Self.range(points.map(\.y)), count: 5)
    let numbers = rising.ticks.map { upwards.number.text($0, decimals: rising.decimals) }
    let left = (numbers.map { ChartText.width($0, size: ChartStyle.small) }.max() ?? 0) + 8
    let right = width - 12
    let sides = ChartScale(rounding: Self.range(points.map(\.x)), count: max(2, Int((right - left) / 80)))
    let heads = ChartText.wrapped("\(upwards.label) ↑", width: width, size: ChartStyle.small)
    let top = Double(heads.count) * 14 + 8
    let bottom = top + height
    func x(_ value: Double) -> Double { left + sides.share(value) * (right - left) }
    func y(_ value: Double) -> Double { bottom - rising.share(value) * height }

    var marks = heads.enumerated().map { Mark.text($1, 0, 11 + Double($0) * 14, "q") }
    marks.append(
      Mark.grid(
        across: rising.ticks.map(y), from: left, to: right, upright: sides.ticks.map(x), between: top,
        and: bottom))
    for (tick, number) in zip(rising.ticks, numbers) {
      marks.append(Mark.text(number, left - 6, y(tick) + 4, "q", anchor: "end"))
    }
    for tick in sides.ticks {
      let number = across.number.text(tick, decimals: sides.decimals)
      let half = ChartText.width(number, size: ChartStyle.small) / 2
      marks.append(
        Mark.text(number, min(x(tick), width - half), bottom + 16, "q", anchor: "middle"))
    }
    if rising.domain.contains(0) { marks.append(Mark.line("zero", left, y(0), right, y(0))) }
    if frontier.count > 1 {
      marks.append(Mark.path("line thin s5", frontier.map { (x(points[$0].x), y(points[$0].y)) }))
    }
    let places = points.map { (x: x($0.x), y: y($0.y)) }
    marks += zip(points, places).map { Mark.dot($0.style, $1.x, $1.y, radius: 4) }
    marks += labels(places, within: left...right, from: top, to: bottom)
    var y = bottom + 32
    for line in ChartText.wrapped("\(across.label) →", width: width - left, size: ChartStyle.small) {
      marks.append(Mark.text(line, left, y, "q"))
      y += 14
    }
    return Drawing(width: width, height: y - 8, marks: marks)
  }

  private static func range(_ values: [Double]) -> ClosedRange<Double> {
    (values.min() ?? 0)...(values.max() ?? 1)
  }

  /// Names beside their points where they cover neither a point nor another name, the frontier's first; the others
  /// are in the table behind the chart.
  private func labels(
    _ places: [(x: Double, y: Double)], within sides: ClosedRange<Double>, from top: Double, to bottom: Double
  ) -> [String] {
    struct Box {
      let left, right, top, bottom: Double
      func meets(_ other: Box) -> Bool {
        left < other.right && other.left < right && top < other.bottom && other.top < bottom
      }
    }
    var taken = places.map { Box(left: $0.x - 5, right: $0.x + 5, top: $0.y - 5, bottom: $0.y + 5) }
    // The line in steps of a few units: a name lies on none of them.
    for (from, to) in zip(frontier, frontier.dropFirst()) {
      let (start, end) = (places[from], places[to])
      let steps = max(1, Int(max(abs(end.x - start.x), abs(end.y - start.y)) / 3))
      taken += (0...steps).map { step in
        let share = Double(step) / Double(steps)
        let (x, y) = (start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)
        return Box(left: x - 1, right: x + 1, top: y - 1, bottom: y + 1)
      }
    }
    var marks: [String] = []
    let order = frontier + points.indices.filter { !frontier.contains($0) }
    for index in order where !points[index].label.isEmpty {
      let (place, text) = (places[index], points[index].label)
      let length = ChartText.width(text, size: ChartStyle.small)
      let starts = [
        (7.0, 4.0), (-7 - length, 4), (-length / 2, -8), (-length / 2, 17), (5, -6), (5, 15),
        (-5 - length, -6), (-5 - length, 15),
      ]
      for (across, down) in starts {
        let box = Box(
          left: place.x + across, right: place.x + across + length, top: place.y + down - 10,
          bottom: place.y + down + 3)
        guard box.left >= sides.lowerBound, box.right <= sides.upperBound, box.top >= top,
          box.bottom <= bottom, !taken.contains(where: { $0.meets(box) })
        else { continue }
        taken.append(box)
        marks.append(Mark.text(text, box.left, place.y + down, "small"))
        break
      }
    }
    return marks
  }
}
