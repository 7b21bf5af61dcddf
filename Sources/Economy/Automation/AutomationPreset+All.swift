extension AutomationPreset {
  /// All presets, the mild ones first. This list is the one place where they are declared.
  public static let all: [AutomationPreset] = [
    slowDiffusion, halfOfOfficeTasks, soSoAutomation,
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
      number(
        "open_premium", 1, "prior: high enough that the stated cost is what users pay from the first month on"
      ),
    ])

  static func number(_ key: String, _ value: Double, _ source: String) -> Setting {
    Setting(key: key, value: .number(value), source: source)
  }

  static func word(_ key: String, _ value: String, _ source: String) -> Setting {
    Setting(key: key, value: .choice(value), source: source)
  }
}
