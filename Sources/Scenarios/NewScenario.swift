/// A scenario file to start from: it runs as it is, and its comments say what can be changed.
public enum NewScenario {
  /// The file's text.
  /// - Parameters:
  ///   - name: what the file is called without its ending.
  ///   - economy: the path of an economy file, relative to the scenario file.
  public static func text(name: String, economy: String) -> String {
    """
    # \(name): a question put to an economy. This file runs as it is; change one thing at a time.
    #   otium validate \(name).yaml     finds mistakes without running anything
    #   otium explain                    what can be set: meaning, unit, bounds, default, source
    #   otium run \(name).yaml          simulates it; results go to Reports/\(name).sqlite

    title: A basic income of 1,000 a month while half of office work is automated
    question: What would 1,000 a month for every adult do if machines did half of office work?
    # What would count as yes. Write it before the first run: reports print it beside the finding.
    criterion: The poverty rate falls by more than chance explains, and fewer than one job in fifty is lost.

    # The country: every number of the model with its source.
    economy: \(economy)
    # Persons to simulate. A thousand answers in seconds, but roughly; a hundred thousand is for figures to quote.
    population: 20000
    start: 2026-01
    months: 240
    # Months before the start, under the law as it stands, so that the economy comes to rest.
    burn_in: 120
    # Runs that differ in nothing but chance. Without several nobody can tell an effect from luck.
    seed: 1
    replications: 4

    # What machines can do, for the baseline and the reform alike. 'otium explain automation' has all keys, and
    # 'otium explain automation.preset' named views from slow diffusion to general intelligence.
    automation:
      feasible_office_share: 0.5       # half of the tasks of office occupations …
      feasible_within_months: 120      # … within ten years

    # What reforms are compared with: nothing is stated, so the law stays as it is.
    baseline:
      label: Law as it is

    # Reforms, by a name without blanks. What a reform does not state it takes from the baseline.
    reforms:
      basic_income:
        label: Basic income of 1,000
        policies:
          basic_income:
            # Nothing before 2027, then 1,000 a month at the prices of the start.
            adult: {2027-01: 1000}
            # Reached in equal steps over so many months.
            phase_in: 24
        # Who pays: labour_tax, consumption_tax, …; 'otium explain closure' lists them.
        closure: consumption_tax

    # Numbers of the country can be replaced for all runs, to see what depends on them:
    # assumptions: {wages.slope: 0.003}

    """
  }
}
