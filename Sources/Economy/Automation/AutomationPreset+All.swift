extension AutomationPreset {
  /// All presets, the mild ones first. This list is the one place where they are declared.
  public static let all: [AutomationPreset] = [
    slowDiffusion, halfOfOfficeTasks, agiInTwentyYears, agiInFiveYears, robots, soSoAutomation,
  ]

  /// What is feasible in ten years takes thirty to spread.
  private static let slowDiffusion = AutomationPreset(
    name: "slow-diffusion",
    summary: "Half of office tasks become feasible, and firms take them up as slowly as surveys find today",
    settings: [
      number(
        "feasible_office_share", 0.5,
        "Eloundou et al. 2024: human raters find 49.8 % of the tasks of office groups exposed"),
      number(
        "feasible_within_months", 120, "prior: as half-of-office-tasks, so that diffusion alone differs"),
      number(
        "cost_decline", 0.5, "prior: threefold a year, the lower end of the range for fixed capability"),
      number(
        "adoption_innovation", 0.002,
        "fitted to 5 % of firms in winter 2023-24 and 10 % in late 2025 (Census Bureau, BTOS)"),
      number(
        "adoption_imitation", 0.035,
        "the same: odds of use grow by 0.42 a year; Bass models find 0.3 to 0.5"),
      number(
        "automate_share", 0.43, "Anthropic Economic Index, February 2025: 43 % automation, 57 % augmentation"),
      number("reinstatement", 0.5, "Acemoglu and Restrepo 2019: 1987 to 2017"),
      word(
        "reinstatement_routing", "augmentation",
        "Autor et al. 2024: new work follows augmentation and demand"),
      number(
        "renewal", 0.0117, "Autor et al. 2024: 60 % of jobs of 2018 are in titles that 1940 did not know"),
    ])

  /// The scenario `automation.yaml`.
  private static let halfOfOfficeTasks = AutomationPreset(
    name: "half-of-office-tasks",
    summary:
      "Machines can do half of all office tasks within ten years, and what pays is taken up within a year",
    settings: [
      number(
        "feasible_office_share", 0.5,
        "Eloundou et al. 2024: human raters find 49.8 % of the tasks of office groups exposed"),
      number("feasible_within_months", 120, "prior: ten years"),
      number(
        "other_occupations", 0.3, "prior: other occupations' exposed tasks follow at three tenths of the pace"
      ),
      number("reinstatement", 0.5, "Acemoglu and Restrepo 2019: 1987 to 2017"),
    ])

  /// Acemoglu's case against optimism: machines that replace people and are hardly cheaper.
  private static let soSoAutomation = AutomationPreset(
    name: "so-so-automation",
    summary:
      "Machines take over as many tasks but save a quarter of their cost only: displacement with little output",
    settings: [
      number(
        "feasible_office_share", 0.5, "prior: as half-of-office-tasks, so that the saving alone differs"),
      number("feasible_within_months", 120, "prior: the same"),
      number(
        "initial_cost", 0.73,
        "Acemoglu 2024: automation saves 27 % of the labour cost of a task"),
      number("initial_cost_spread", 0, "prior: all tasks save the same"),
      number("cost_decline", 0, "prior: the saving stays what it is"),
      number("automate_share", 1, "prior: so-so technologies replace people rather than help them"),
      number(
        "reinstatement", 0, "prior: displacement alone (Acemoglu and Restrepo 2019 on so-so automation)"),
      number("markup", 1, "prior: no rents, the bill is what the machines use up"),
    ])

  /// Korinek and Suh's two scenarios in which every task can be automated in the end.
  private static let agiInTwentyYears = agi(
    years: 20,
    summary: "Compute carries AI to the last office task and robots to the last physical one in twenty years")
  private static let agiInFiveYears = agi(
    years: 5, summary: "The same in five years: general intelligence faster than capital can adapt")

  private static func agi(years: Int, summary: String) -> AutomationPreset {
    let kernel = "Korinek and Suh 2024"
    return AutomationPreset(
      name: "agi-\(years)-years", summary: summary,
      settings: [
        word("frontier", "compute", "\(kernel): automation is driven by compute"),
        number("other_occupations", 1, "\(kernel): AI that is general does what it can in every occupation"),
        number(
          "compute_growth", 10 / Double(years),
          "\(kernel): full automation in \(years) years, here ten powers of ten of compute"),
        word("task_tail", "bounded", "\(kernel): the complexity of what people can do has an end"),
        number(
          "tail_length", 7, "prior: with three for exposed tasks ten powers of ten (Epoch AI's GATE, 1e36)"),
        number(
          "initial_cost", 1,
          "\(kernel): machines are capital, which does a task as a person does; prior for the median task"),
        number(
          "cost_decline", 0.04,
          "\(kernel): what grows is the set of tasks; prior for their cost: it falls as that of robots"),
        number("robot_share", 1, "\(kernel): all tasks, those of hands too"),
        number("robot_within_months", Double(12 * years), "prior: robots keep pace, since AI designs them"),
        number("robot_cost", 1, "prior: as AI"),
        number("automate_share", 1, "\(kernel): a task that machines can do they do alone"),
        number("reinstatement", 0, "\(kernel): no task is left that only people can do"),
      ])
  }

  /// The old gradient: exposure falls with the wage.
  private static let robots = AutomationPreset(
    name: "robots",
    summary:
      "Machines with hands alone: half of physical tasks within twenty years, and no more AI than today",
    settings: [
      number("feasible_office_share", 0, "prior: robots alone, to be told from AI"),
      number(
        "robot_share", 0.47,
        "Frey and Osborne 2013: 47 % of jobs at high risk within a decade or two, more where wages are low"),
      number("robot_within_months", 240, "the same: two decades"),
      number("robot_cost", 1, "prior: half of today's, or nothing would be adopted"),
      number("reinstatement", 0.5, "Acemoglu and Restrepo 2019: 1987 to 2017"),
    ])

  static func number(_ key: String, _ value: Double, _ source: String) -> Setting {
    Setting(key: key, value: .number(value), source: source)
  }

  static func word(_ key: String, _ value: String, _ source: String) -> Setting {
    Setting(key: key, value: .choice(value), source: source)
  }
}
