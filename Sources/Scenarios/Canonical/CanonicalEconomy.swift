import Economy
import Policies

/// A calibration and a standing law as the YAML of an economy, without sources.
struct CanonicalEconomy {
  let calibration: Calibration
  let standing: Law

  var yaml: CanonicalYAML {
    .mapping([
      ("economy", .text(calibration.name)),
      ("currency", .text(calibration.currency)),
      ("parameters", parameters),
      ("tables", tables),
      ("policies", CanonicalValues.policies(standing)),
    ])
  }

  private var parameters: CanonicalYAML {
    CanonicalValues.nested(
      Calibration.entries.map { ($0.spec.key, .number(calibration[keyPath: $0.path])) })
  }

  private var tables: CanonicalYAML {
    .mapping([
      ("occupations", .mapping([("rows", .list(calibration.occupations.map(row)))])),
      ("industries", .mapping([("rows", .list(calibration.industries.map(row)))])),
      ("government_staffing", .mapping([("row", numbers(calibration.governmentStaffing))])),
      ("mobility", .mapping([mobility])),
    ])
  }

  /// Row by row; move by move where most moves are never made, as between hundreds of occupations.
  private var mobility: (key: String, value: CanonicalYAML) {
    let rows = calibration.mobility
    let moves = rows.reduce(0) { $0 + $1.count { $0 > 0 } }
    guard 2 * moves < rows.count * rows.count else { return ("rows", .list(rows.map(numbers))) }
    let codes = calibration.occupations.map(\.code)
    let leavers = zip(codes, rows).map { code, row in
      let destinations = zip(codes, row).filter { $0.1 > 0 }.map {
        (key: $0.0, value: CanonicalYAML.number($0.1))
      }
      return (key: code, value: CanonicalYAML.mapping(destinations))
    }
    return (
      "moves", .mapping(leavers.filter { if case .mapping(let to) = $0.value { !to.isEmpty } else { false } })
    )
  }

  private func row(_ occupation: Occupation) -> CanonicalYAML {
    .mapping([
      ("code", .text(occupation.code)),
      ("title", .text(occupation.title)),
      ("employment_share", .number(occupation.employmentShare)),
      ("mean_wage", .number(occupation.meanWage)),
      ("wage_quantiles", numbers(occupation.wageQuantiles)),
      ("exposure_alpha", .number(occupation.exposureAlpha)),
      ("exposure_beta", .number(occupation.exposureBeta)),
      ("office", .flag(occupation.isOffice)),
    ])
  }

  private func row(_ industry: Industry) -> CanonicalYAML {
    .mapping([
      ("key", .text(industry.key)),
      ("title", .text(industry.title)),
      ("employment_share", .number(industry.employmentShare)),
      ("investment_share", .number(industry.investmentShare)),
      ("government_share", .number(industry.governmentShare)),
      ("import_share", .number(industry.importShare)),
      ("storable", .flag(industry.isStorable)),
      ("staffing", numbers(industry.staffing)),
    ])
  }

  private func numbers(_ values: [Double]) -> CanonicalYAML { .list(values.map { .number($0) }) }
}
