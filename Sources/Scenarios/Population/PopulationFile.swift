public import Economy

/// Population files: households of a survey in the form that `population:` of a scenario names.
///
/// The file is comma-separated text packed by gzip, one person a row, so that any statistics package reads it
/// and any can write one:
/// ```
/// # otium population 1
/// # households 200575
/// # persons 541072
/// # occupations 11-0000 13-0000 …
/// # source where it comes from
/// household,weight,capital_income,age,female,earnings,pension,occupation
/// 1,205,0,57,0,0,22261,53-0000
/// ```
/// Rows of one household follow each other and agree in its number, weight and capital income. Occupation is
/// a code of the third comment, or nothing. Numbers are written so that they read back exactly; gzip's
/// checksum and the two counts tell a damaged or shortened file.
public enum PopulationFile {
  /// Version of the form.
  public static let version = 1
  /// What every population file starts with, before its version.
  public static let signature = "# otium population"

  static let columns = [
    "household", "weight", "capital_income", "age", "female", "earnings", "pension", "occupation",
  ]

  /// Writes a population. A file of that name is replaced when the new one is complete.
  public static func write(_ population: ImportedPopulation, to path: String) throws(PopulationError) {
    var writer = try LineWriter(path: path)
    try writer.write(
      """
      \(signature) \(version)
      # households \(population.households.count)
      # persons \(population.persons)
      # occupations \(population.occupations.joined(separator: " "))
      # source \(population.source)
      \(columns.joined(separator: ","))

      """)
    for (index, household) in population.households.enumerated() {
      for member in household.members {
        try writer.write(index + 1)
        for number in [household.weight, household.capitalIncome] { try writer.write(",", number) }
        try writer.write(",\(member.age),\(member.isFemale ? 1 : 0)")
        for number in [member.earnings, member.pension] { try writer.write(",", number) }
        try writer.write(member.occupation < 0 ? ",\n" : ",\(population.occupations[member.occupation])\n")
      }
    }
    try writer.close()
  }

  /// Reads the households of a population file.
  ///
  /// - Parameter occupations: Codes of the economy to be run, to which occupations are to point; without them
  ///   they point to the file's own list.
  public static func read(
    _ path: String, occupations: [String]? = nil
  ) throws(PopulationError) -> [MicrodataHousehold] {
    var lines = try LineReader(path: path)
    let header = try PopulationHeader(&lines)
    var reader = try PopulationRows(header: header, path: path, occupations: occupations)
    while let line = try lines.next() {
      try reader.add(line, number: lines.lineNumber)
    }
    return try reader.finished()
  }
}

extension LineWriter {
  fileprivate mutating func write(_ separator: String, _ number: Double) throws(PopulationError) {
    try write(separator)
    try write(number)
  }
}
