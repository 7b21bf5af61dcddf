import Economy
import Experiments
import Scenarios

/// Gains and losses of single persons, by experiment: they are statements over all its replications.
extension Schema {
  static let gainTables = [gainLoss, gainCurve, personGain]

  private static let key = [
    Column("run_set", "INTEGER NOT NULL REFERENCES run_set(run_set)", "The experiment"),
    Column(
      "reform", "TEXT NOT NULL",
      "The reform's key; 'placebo_one_cent' and 'placebo_other_luck' are the placebos beside it"),
    Column("years", "INTEGER NOT NULL", unit: "years", "Window: present values up to its end"),
  ]

  private static let measure = Column(
    "measure", "TEXT NOT NULL",
    "'income' (equivalised disposable), 'consumption' (equivalised), or 'welfare' (lasting change of consumption worth as much as the change of utility)"
  )

  static let gainLoss = Table(
    name: "gain_loss",
    columns: key + [
      measure,
      Column(
        "dimension", "TEXT NOT NULL",
        "What the groups are made by, as they were at the start: all, decile, age, occupation, household_type; displaced (a job lost to automation in the baseline's window); newcomers"
      ),
      Column(
        "group", "TEXT NOT NULL",
        "The group; decile 1 is the poorest tenth by the permanent income per equivalent adult"),
      Column("replications", "INTEGER NOT NULL", unit: "runs", "Pairs of runs"),
      Column("persons", "REAL NOT NULL", unit: "persons", "Persons in the group, mean over the pairs"),
    ]
      + GainClass.allCases.map {
        Column(
          $0.name, "REAL NOT NULL", unit: "fraction",
          "Share whose present value changes \(range($0)), mean over the pairs")
      } + [
        Column(
          "lose_much_se", "REAL", unit: "fraction",
          "Standard error of lose_much between pairs; NULL for one"),
        Column(
          "sure_lose_much", "REAL", unit: "fraction",
          "Share who lose more than 5 % on average over the pairs with t < -2; with one pair, lose_much; NULL for groups that differ between pairs"
        ),
        Column("sure_lose", "REAL", unit: "fraction", "The same for losses of more than 0.1 %"),
        Column(
          "sure_gain", "REAL", unit: "fraction", "The same for gains of more than 0.1 % with t > 2"),
        Column(
          "sure_gain_much", "REAL", unit: "fraction", "The same for gains of more than 5 % with t > 2"),
        Column(
          "mean_gain", "REAL NOT NULL", unit: "fraction", "All gains less losses over the baseline's sum"),
        Column(
          "amount", "REAL NOT NULL", unit: "currency",
          "Mean gain of a person, present value; for welfare the compensating variation with its sign turned"),
        Column(
          "losses", "REAL NOT NULL", unit: "currency",
          "Losses of the losers over all persons of the group; for welfare what would compensate them"),
        Column(
          "winnings", "REAL NOT NULL", unit: "currency",
          "Gains of the winners over all persons of the group; for welfare what they could pay at most"),
        Column(
          "worst_share", "REAL NOT NULL", unit: "fraction",
          "The group's share of the most-losing hundredth of all persons"),
        Column(
          "apart", "REAL NOT NULL", unit: "fraction",
          "Share who have another employer than in the baseline, or a job in one of the two only, at the window's end"
        ),
      ],
    constraints: ["PRIMARY KEY (run_set, reform, years, measure, dimension, \"group\")"])

  private static func range(_ type: GainClass) -> String {
    switch type {
    case .losesMuch: "by less than -5 %"
    case .loses: "by -5 to -0.1 %"
    case .same: "by -0.1 to 0.1 %"
    case .gains: "by 0.1 to 5 %"
    case .gainsMuch: "by more than 5 %"
    }
  }

  static let gainCurve = Table(
    name: "gain_curve",
    columns: key + [
      measure,
      Column("replications", "INTEGER NOT NULL", unit: "runs", "Pairs of runs that the call rests on"),
      Column(
        "sure_lose_much", "REAL NOT NULL", unit: "fraction",
        "Share of persons who lose more than 5 % on average over these pairs with t < -2; with one pair, on that pair alone"
      ),
    ],
    constraints: ["PRIMARY KEY (run_set, reform, years, measure, replications)"])

  static let personGain = Table(
    name: "person_gain",
    columns: key + [
      Column("person", "INTEGER NOT NULL", "Row of the person, who was there at the start"),
      Column(
        "arrival", "INTEGER NOT NULL", unit: "months",
        "Month of the economy's clock in which she was born or arrived; 0 for the first persons"),
      Column("age", "INTEGER NOT NULL", unit: "years", "Age at the start"),
      Column("decile", "INTEGER NOT NULL", "Decile at the start, 1 for the poorest tenth"),
      Column("occupation", "TEXT", "Occupation of who had or sought a job at the start; NULL for others"),
      Column("household_type", "TEXT NOT NULL", "Type of her household at the start"),
      Column("employed", "INTEGER NOT NULL", "1 if she had a job at the start"),
      Column(
        "displaced", "INTEGER NOT NULL",
        "1 if she loses a job to automation in the baseline of replication 0"),
      Column("replications", "INTEGER NOT NULL", unit: "runs", "Pairs of runs"),
      Column(
        "income", "REAL NOT NULL", unit: "currency",
        "Present value of equivalised disposable income in the baseline"),
      Column(
        "consumption", "REAL NOT NULL", unit: "currency",
        "Present value of equivalised consumption in the baseline"),
    ]
      + GainMeasure.allCases.flatMap { measure in
        [
          Column(
            "\(measure.rawValue)_gain", "REAL NOT NULL", unit: "fraction",
            "Relative gain in \(measure.rawValue), mean over the pairs"),
          Column(
            "\(measure.rawValue)_t", "REAL",
            "That mean over its standard error between pairs; NULL for one pair"),
          Column(
            "\(measure.rawValue)_amount", "REAL NOT NULL", unit: "currency",
            measure == .welfare
              ? "Compensating variation with its sign turned: what she could pay and be as well off as without the reform"
              : "Gain in \(measure.rawValue), present value"),
        ]
      },
    constraints: ["PRIMARY KEY (run_set, reform, years, person)"])

  /// The reforms' rows with the placebos' beside them.
  static let gainViews = [
    View(
      name: "v_gain_loss",
      query: """
        SELECT \(gainLoss.columns.prefix(1).map { "reform.\"\($0.name)\"" }.joined()), run_set.scenario,
          \(gainLoss.columns.dropFirst().map { "reform.\"\($0.name)\"" }.joined(separator: ", ")),
          reform.winnings > reform.losses AS winners_can_pay,
          cent.lose_much AS one_cent_lose_much, luck.lose_much AS other_luck_lose_much,
          cent.sure_lose_much AS one_cent_sure_lose_much, luck.sure_lose_much AS other_luck_sure_lose_much
        FROM gain_loss AS reform JOIN run_set USING (run_set)
        LEFT JOIN gain_loss AS cent ON \(placebo("cent", .oneCent))
        LEFT JOIN gain_loss AS luck ON \(placebo("luck", .otherLuck))
        WHERE reform.reform NOT LIKE 'placebo\\_%' ESCAPE '\\'
        """)
  ]

  private static func placebo(_ table: String, _ placebo: Gains.Placebo) -> String {
    let same = ["run_set", "years", "measure", "dimension", "group"].map {
      "\(table).\"\($0)\" = reform.\"\($0)\""
    }
    return (same + ["\(table).reform = '\(placebo.rawValue)'"]).joined(separator: " AND ")
  }
}
