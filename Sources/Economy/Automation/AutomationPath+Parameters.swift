extension AutomationPath {
  /// Every key of the section, in the order of files.
  public static let parameters: [ParameterSpec] =
    frontier + cost + robots + adoption + work + providers

  // MARK: What machines can do

  private static let frontier: [ParameterSpec] = [
    word(
      "frontier", "What drives the frontier of AI: the stated share of office tasks, or compute",
      ["share", "compute"], "share", "choice of the scenario"),
    number(
      "feasible_office_share",
      "Share of the tasks of office occupations that AI can do once the path is complete",
      "share", 0...1, 0, "no new automation unless a scenario asks for it"),
    number(
      "feasible_within_months",
      "Months from the start of the scenario until that share is reached, in equal steps",
      "months", 1...1200, 120, "prior", dated: false),
    number(
      "other_occupations",
      "Feasible share of other occupations' exposed tasks, relative to office occupations",
      "share", 0...2, 0.3, "prior"),
    number(
      "compute_growth",
      "Growth of effective compute, in powers of ten a year, where compute drives the frontier",
      "log10/year", 0...5, 1,
      "Epoch AI: about tenfold a year (hardware 1.5, spending 2.5, algorithms 3)"),
    word(
      "task_tail", "Whether unexposed office tasks have a most complex one, or a Pareto tail without end",
      ["bounded", "pareto"], "bounded", "Korinek and Suh 2024: the two opposite cases"),
    number(
      "tail_length", "Powers of ten of compute from the last exposed office task to the last of all", "log10",
      0.1...50, 7,
      "prior: about 1e36 operations for everything (Epoch AI's GATE) against 1e26 of today's largest models, of which exposed tasks take three",
      dated: false),
    number(
      "tail_exponent", "Exponent of the Pareto tail of unexposed office tasks in compute", "1", 0.001...10,
      0.1,
      "prior: a tenfold of compute does a fifth of the tasks that are left", dated: false),
  ]

  // MARK: What they cost

  private static let cost: [ParameterSpec] = [
    number(
      "initial_cost", "Median cost of an AI task over the human's, at the start", "1", 0.001...100, 3.5,
      "with initial_cost_spread: 23 % of exposed tasks cost less than the wage (Svanberg et al. 2024)"),
    number(
      "initial_cost_spread", "Standard deviation of the logarithm of that cost over tasks", "1", 0...5, 1.7,
      "prior",
      dated: false),
    number(
      "cost_decline", "Fall of the price of AI at fixed quality, in powers of ten a year", "log10/year",
      0...3, 1,
      "Epoch AI 2025: ninefold to 900-fold a year; the cautious end"),
    number(
      "least_cost",
      "Least cost of an AI task over the human's, however cheap computing becomes: checks, data, upkeep",
      "1", 0...0.99, 0.05,
      "prior: three minutes of an hour's work; measured trials still save 14 to 40 % of time only"),
  ]

  // MARK: Machines with hands

  private static let robots: [ParameterSpec] = [
    number(
      "robot_share", "Share of physical tasks that robots can do once their path is complete", "share", 0...1,
      0, "no new robots unless a scenario asks for them"),
    number(
      "robot_within_months",
      "Months from the start of the scenario until that share is reached, in equal steps",
      "months", 1...1200, 360, "prior: three times the ten years of office tasks", dated: false),
    number(
      "robot_cost", "Median cost of a robot's task at the start over the mean wage for it", "1", 0.001...100,
      2,
      "prior: fewer than one in ten manufacturers has a robot today"),
    number(
      "robot_cost_spread", "Standard deviation of the logarithm of that cost over tasks", "1", 0...5, 1,
      "prior", dated: false),
    number(
      "robot_cost_decline", "Fall of the cost of robots at fixed quality, in powers of ten a year",
      "log10/year",
      0...3, 0.04, "UNECE: a robot of 2007 cost less than a fifth of its equal of 1990"),
  ]

  // MARK: Who adopts them

  private static let adoption: [ParameterSpec] = [
    word(
      "adoption_rule", "Whether firms adopt what pays, or whatever is feasible, by decree",
      ["profit", "decree"], "profit", "choice of the scenario"),
    number(
      "adoption_innovation", "Monthly hazard of adoption when nobody in the industry has adopted",
      "share/month", 0...1,
      0.03, "prior: the realised pace follows feasibility by about a year"),
    number(
      "adoption_imitation", "Added hazard when everybody in the industry has adopted", "share/month", 0...1,
      0.10,
      "prior"),
    number(
      "integration_cost", "One-off cost of adopting for a firm of one worker, in monthly mean wages",
      "months", 0...120,
      1, "prior"),
    number(
      "integration_scale", "Power of firm size by which that cost grows", "1", 0...2, 0.6, "prior",
      dated: false),
    number(
      "payback", "Longest time in which the saving must pay the integration cost back", "months", 1...240, 36,
      "prior"),
    number(
      "automate_share", "Share of adopted tasks done without a person; the rest are augmented", "share",
      0...1, 0.77,
      "Anthropic Economic Index, November 2025: 77 % on the programming interface"),
    number(
      "augmented_time_saved", "Working time saved in an augmented task", "share", 0...0.95, 0.5,
      "Eloundou et al. 2024: exposed means at least halved"),
  ]

  // MARK: What is left for people

  private static let work: [ParameterSpec] = [
    number(
      "reinstatement", "New human tasks per automated task, in wage-bill shares", "1", 0...2, 0.5,
      "Acemoglu and Restrepo 2019: about 1.0 in 1947-87, 0.5 in 1987-2017"),
    word(
      "reinstatement_routing",
      "Where new tasks arise: everywhere alike, or where AI assists and demand grows",
      ["uniform", "augmentation"], "uniform", "prior; Autor et al. 2024 find the second"),
    number(
      "renewal", "Share of tasks a year that gives way to new ones which only people can do", "share/year",
      0...0.5, 0, "none unless a scenario asks; Autor et al. 2024: 0.0117 in 1940 to 2018"),
    number(
      "task_substitution", "Elasticity of substitution between tasks", "1", 0...0.99, 0.5,
      "Humlum 2019, as used by Acemoglu and Restrepo 2022", dated: false),
    number(
      "pass_through", "Share of a cost saving that reaches prices", "share", 0...1, 1, "prior"),
  ]

  // MARK: Who sells them

  private static let providers: [ParameterSpec] = [
    ParameterSpec(
      "pricing", "How providers price: serving cost times markup, or a share of the wage saved", unit: "word",
      .choice(["cost", "value"]), default: .choice("cost"), source: "prior"),
    number(
      "value_share", "Share of the wage saved that a provider can charge under value pricing", "share", 0...1,
      0.5,
      "prior"),
    number(
      "markup", "Closed providers' price over serving cost", "1", 1...20, 2.1,
      "The Information 2025: compute margins of 35 to 70 %"),
    number(
      "open_premium", "What a closed model may cost over an open one per month of its lead", "share/month",
      0...1, 0.05,
      "prior"),
    word(
      "competition",
      "Whether open models' cost caps a common price, or sellers compete in quality and price by best reply",
      ["capped", "logit"], "capped", "choice of the scenario"),
    number(
      "open_share", "Share of all AI that open models serve at cost, whatever users would choose", "share",
      0...1, 0,
      "none unless a scenario asks; 11 to 13 % of enterprise workloads in 2025 run on open models of their own accord"
    ),
    number(
      "quality_luck",
      "Standard deviation of a month's luck in quality where sellers compete, in what users would pay",
      "share", 0...1, 0.05, "prior: the leader of 2024 had lost the lead by 2025 in some enterprise surveys"),
    number(
      "research_share", "Share of providers' rents that is spent on research, and so on compute", "share",
      0...1,
      0, "prior"),
    number(
      "research_return", "Gain in quality a month where a seller's part of all research doubles, over ln 2",
      "share", 0...1, 0.02, "prior: a fifth of what fades where open models follow within ten months"),
    number(
      "domestic_ownership", "Share of providers' rents that belongs to residents", "share", 0...1, 0.9,
      "prior"),
    number(
      "rent_saving",
      "Share of income from rents that is not spent: AI sellers' rents and the savings that firms keep",
      "share", 0...1, 0, "prior; what it adds to wealth above the wanted buffer is spent as other wealth is"),
  ]

  private static func number(
    _ key: String, _ meaning: String, _ unit: String, _ bounds: ClosedRange<Double>, _ value: Double,
    _ source: String,
    dated: Bool = true
  ) -> ParameterSpec {
    ParameterSpec(
      key, meaning, unit: unit, .number(bounds), default: .number(value), source: source, dated: dated)
  }

  private static func word(
    _ key: String, _ meaning: String, _ words: [String], _ value: String, _ source: String
  ) -> ParameterSpec {
    ParameterSpec(
      key, meaning, unit: "word", .choice(words), default: .choice(value), source: source, dated: false)
  }
}
