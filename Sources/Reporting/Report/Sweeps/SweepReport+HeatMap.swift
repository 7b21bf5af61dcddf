import Experiments
import Sensitivity

extension SweepReport {
  static let heatNote: Prose =
    "Each cell is the average outcome where two quantities have the values at its row and column, whatever the others are."

  func heatMap(_ output: Int) -> ReportFigure? {
    // The two that matter most; words do not swing and come last.
    let order = swings(output).map(\.factor) + data.factors.indices
    guard let first = order.first, let second = order.first(where: { $0 != first }) else { return nil }
    let pair = [first, second].sorted()
    let (down, across) = (data.levels(pair[0]), data.levels(pair[1]))
    let measure = data.outputs[output].measure
    var table = ReportTable(
      [data.factors[pair[0]].label, data.factors[pair[1]].label] + ReportTable.heads("Mean"))
    let key = { (row: Int, column: Int) in "cell/\(data.outputs[output].name)/\(row)/\(column)" }
    var found: [(row: Int, column: Int, estimate: Estimate)] = []
    for row in down.names.indices {
      for column in across.names.indices {
        guard let estimate = data.mean(output, where: { down.group[$0] == row && across.group[$0] == column })
        else { continue }
        found.append((row, column, estimate))
        table.add(
          [.text(down.names[row]), .text(across.names[column])]
            + ReportTable.Cell.estimate(estimate, decimals: 3, key: key(row, column)))
      }
    }
    guard let least = found.min(by: { $0.estimate.mean < $1.estimate.mean }),
      let most = found.max(by: { $0.estimate.mean < $1.estimate.mean }), found.count > 1
    else { return nil }
    let size = found.map(\.estimate.mean.magnitude).max() ?? 0
    let decimals = size >= 1_000 ? 0 : size >= 10 ? 1 : 2
    var cells = down.names.map { _ in across.names.map { _ in nil as HeatMap.Cell? } }
    for cell in found {
      cells[cell.row][cell.column] = HeatMap.Cell(
        value: cell.estimate.mean, text: Finding.number(cell.estimate.mean, decimals))
    }
    func place(_ cell: (row: Int, column: Int, estimate: Estimate)) -> Prose {
      Finding.level(
        cell.estimate, unit: data.unit(output), key: key(cell.row, cell.column), decimals: decimals)
        + Prose(
          " at \(data.factors[pair[0]].quoted) \(down.names[cell.row]) and \(data.factors[pair[1]].quoted) "
            + across.names[cell.column])
    }
    let isDiverging = least.estimate.mean < 0 && most.estimate.mean > 0
    return ReportFigure(
      name: "heat-\(data.outputs[output].name)",
      title: "\(measure.label) is lowest, \(place(least)); highest, \(place(most))",
      subtitle: "\(measure.label), \(data.unit(output)), \(data.outputs[output].kept)"
        + (data.areEffects ? ", effect of the reform" : ""),
      content: .chart(
        HeatMap(
          rows: down.names, columns: across.names, cells: cells, rowAxis: data.factors[pair[0]].label,
          columnAxis: data.factors[pair[1]].label,
          range: isDiverging ? -size...size : least.estimate.mean...most.estimate.mean,
          isDiverging: isDiverging), table),
      isWide: true, sql: data.sql,
      note: found.count < down.names.count * across.names.count ? "Empty: no run is there." : "")
  }
}
