/// One row of the survey file: a head, perhaps a spouse, and those who depend on them.
struct TaxUnit {
  /// Row of the file, from 0.
  var row: Int
  /// Household of the survey: the year of the interview's incomes and the household's number in it.
  var household: Household
  /// Position of the head in the household's roster; 1 is the householder.
  var line: Int
  /// Units of the country it stands for.
  var weight: Double
  /// Persons by the file's own count, which holds 1,095 persons of no age.
  var countedPersons: Double
  var head: Earner
  /// `nil` also where the file counts a spouse but gives no age: nobody by that name lives in the household.
  var spouse: Earner?
  var dependants: Dependants
  /// Social security, and pensions and annuities, of head and spouse together, in currency units a year.
  var socialSecurity: Double
  var pensions: Double
  /// Interest, taxable or not, and dividends.
  var capitalIncome: Double

  struct Household: Equatable {
    var year: Int
    var number: Int
  }

  struct Earner {
    var age: Int
    var wages: Double
    /// Profit or loss of a business or farm.
    var business: Double

    /// What the engine takes as earnings: losses count as nothing.
    var earnings: Double { max(0, wages + business) }
  }

  /// Dependants by age class.
  struct Dependants {
    var counts: [Int]

    /// The classes the file tells apart. Adults who are not elderly have no upper bound in the file.
    static let classes: [ClosedRange<Int>] = [0...5, 6...12, 13...16, 17...17, 18...20, 21...64, 65...85]
    static let adultClass = 5
  }

  /// Head, spouse and dependants.
  var persons: Int { (spouse == nil ? 1 : 2) + dependants.counts.reduce(0, +) }

  /// Head and spouse.
  var earners: [Earner] { [head] + (spouse.map { [$0] } ?? []) }
}

extension TaxUnit {
  /// A column of the file and what its cells may hold.
  struct Column {
    var name: String
    var content: Content

    /// Whole numbers of identity, of persons or years of age; amounts from 0; amounts of either sign.
    enum Content { case identity, count, amount, signedAmount }
  }

  /// The columns it is made from, in the order of `init(row:cells:)`.
  static let columns =
    ["FLPDYR", "h_seq", "a_lineno"].map { Column(name: $0, content: .identity) }
    + ["s006"].map { Column(name: $0, content: .amount) }
    + ["XTOT", "age_head", "age_spouse"].map { Column(name: $0, content: .count) }
    + ["e00200p", "e00900p", "e02100p", "e00200s", "e00900s", "e02100s"]
    .map { Column(name: $0, content: .signedAmount) }
    + ["nu06", "nu13", "nu18", "n24", "n1820", "n21", "elderly_dependents"]
    .map { Column(name: $0, content: .count) }
    + ["e02400", "e01500"].map { Column(name: $0, content: .amount) }
    + ["e00300", "e00400", "e00600"].map { Column(name: $0, content: .signedAmount) }

  init(row: Int, cells: [Double]) {
    self.row = row
    household = Household(year: Int(cells[0]), number: Int(cells[1]))
    line = Int(cells[2])
    weight = cells[3] / 100
    countedPersons = cells[4]
    head = Earner(age: Int(cells[5]), wages: cells[7], business: cells[8] + cells[9])
    spouse =
      cells[6] > 0 ? Earner(age: Int(cells[6]), wages: cells[10], business: cells[11] + cells[12]) : nil
    let ages = [head.age] + (spouse.map { [$0.age] } ?? [])
    dependants = Dependants(
      under6: Int(cells[13]), under13: Int(cells[14]), under18: Int(cells[15]),
      creditChildren: Int(cells[16]),
      aged18To20: Int(cells[17]), aged21: Int(cells[18]), elderly: Int(cells[19]), without: ages)
    socialSecurity = cells[20]
    pensions = cells[21]
    capitalIncome = cells[22] + cells[23] + cells[24]
  }
}

extension TaxUnit.Dependants {
  /// The classes from the file's counts. `nu06`, `nu13` and `n24` count dependants only; `nu18`, `n1820` and
  /// `n21` count head and spouse too, whose ages are `adults`. `n24` counts the children for whom a credit is
  /// given until they are 17: those above 12 among them are 13 to 16, the other minors above 12 are 17.
  init(
    under6: Int, under13: Int, under18: Int, creditChildren: Int, aged18To20: Int, aged21: Int, elderly: Int,
    without adults: [Int]
  ) {
    let teenagers = max(0, under18 - adults.count { $0 < 18 } - under13)
    let underSeventeen = min(teenagers, max(0, creditChildren - under13))
    let grown = max(0, aged21 - adults.count { $0 >= 21 })
    counts = [
      under6, max(0, under13 - under6), underSeventeen, teenagers - underSeventeen,
      max(0, aged18To20 - adults.count { (18...20).contains($0) }), max(0, grown - elderly),
      min(grown, elderly),
    ]
  }
}
