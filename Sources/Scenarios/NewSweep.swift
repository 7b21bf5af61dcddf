/// A sweep file to start from: it runs as it is, in seconds.
public enum NewSweep {
  /// The file's text.
  /// - Parameters:
  ///   - name: what the file is called without its ending.
  ///   - scenario: the path of a scenario file, relative to the sweep file.
  ///   - reform: a reform of the scenario that pays a basic income.
  public static func text(name: String, scenario: String, reform: String) -> String {
    """
    # \(name): a scenario at many points. 'otium sweep \(name).yaml --dry-run' says what it would take.
    title: How much basic income, at what pace of machines?
    question: How do poverty and jobs move with the amount, and does the pace of machines matter?

    # What is varied, and what is put in place of its values for all points. Few persons and months: rough, but quick.
    scenario: \(scenario)
    set:
      population: 2000
      months: 60
      burn_in: 24

    # A lever is chosen by somebody, an uncertainty is known by nobody. The path is what --set would take.
    factors:
      amount:
        path: reforms.\(reform).policies.basic_income.adult
        unit: currency/month
        role: lever
        values: [250, 500, 1000, 1500]
      machines:
        path: automation.feasible_office_share
        role: uncertainty
        values: [0, 0.25, 0.5]

    # Every value with every other, each with four different seeds.
    design: grid
    replications: 4
    seed: 1

    # What is kept of each run: the mean of an indicator over the last twelve months.
    outputs:
      poverty: poverty_rate
      jobs: employment_rate

    """
  }
}
