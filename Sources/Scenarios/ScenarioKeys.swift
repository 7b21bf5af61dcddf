import Economy

/// The keys of a scenario file, with the declarations of those that are plain numbers.
enum ScenarioKeys {
  static let title = (key: "title", meaning: "What reports call the scenario")
  static let question = (key: "question", meaning: "The question it asks")
  static let criterion = (key: "criterion", meaning: "What would count as yes, stated before the runs")
  static let answer = (key: "answer", meaning: "The criterion as conditions that reports judge: a list")
  static let economy = (key: "economy", meaning: "The economy file, relative to the scenario file")
  static let network = (
    key: "network", meaning: "Occupations finer than the economy file's, and moves between them, from tables"
  )
  static let population = (
    key: "population", meaning: "Persons to simulate, or {persons: …, file: …} with a population file"
  )
  static let start = (key: "start", meaning: "First month of the scenario, YYYY-MM")
  static let policies = (
    key: "policies", meaning: "Law of baseline and reforms, on top of the economy's standing law"
  )
  static let automation = (key: "automation", meaning: "What machines can do, when, and at what price")
  static let closure = (
    key: "closure", meaning: "How the budget is closed: one instrument, or weights that sum to 1"
  )
  static let assumptions = (
    key: "assumptions", meaning: "Entries of the economy file replaced for all variants"
  )
  static let gains = (
    key: "gains", meaning: "Gains and losses of single persons: windows, valuation, placebos, sample"
  )
  static let baseline = (key: "baseline", meaning: "What the reforms are compared with")
  static let reforms = (
    key: "reforms", meaning: "The reforms by name; each inherits the baseline, key by key"
  )

  static let pilot = (
    key: "pilot",
    meaning: "An experiment inside the baseline: a drawn sample under another law; see 'otium pilot'"
  )

  /// Declarations of the numbers.
  static let persons = number(
    "population", "Persons to simulate, each standing for many of the country", "persons",
    1_000...100_000_000,
    100_000)
  static let months = number("months", "Months to simulate from the start", "months", 1...2400, 240)
  static let burnIn = number(
    "burn_in", "Months simulated before, under the standing law", "months", 0...1200, 240)
  static let seed = number(
    "seed", "Seed of the first replication; replication k runs with seed + k", "1", 0...9_007_199_254_740_991,
    1)
  static let replications = number(
    "replications", "Runs that differ in nothing but their seed", "runs", 1...100_000, 1)
  static let numbers = [persons, months, burnIn, seed, replications]

  /// All keys in the order in which files and the schema have them, with their meanings.
  static let all: [(key: String, meaning: String)] = [
    title, question, criterion, economy, network, population, start, meaning(months), meaning(burnIn),
    meaning(seed), meaning(replications), policies, automation, closure, assumptions, gains, answer, baseline,
    reforms, pilot,
  ]

  /// The keys of the baseline and of each reform.
  static let variant = ["label"] + LawReading.keys

  /// Whether a reform may have that name: options and reports use it, so no dots and no blanks.
  static func isReformName(_ name: String) -> Bool {
    name != "baseline" && Gains.Placebo(rawValue: name) == nil && name.first?.isLetter == true
      && name.utf8.count <= 64
      && name.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
          true
        default: false
        }
      }
  }

  private static func meaning(_ spec: ParameterSpec) -> (key: String, meaning: String) {
    (spec.key, spec.meaning)
  }

  private static func number(
    _ key: String, _ meaning: String, _ unit: String, _ bounds: ClosedRange<Int>, _ value: Int
  ) -> ParameterSpec {
    ParameterSpec(
      key, meaning, unit: unit, .integer(bounds), default: .number(Double(value)),
      source: "choice of the scenario",
      dated: false)
  }
}
