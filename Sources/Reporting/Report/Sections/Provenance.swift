extension RunReport {
  /// Where everything comes from, and how to get it again.
  var provenance: HTML {
    var facts: [(String, String)] = [
      ("Program", experiment.codeVersions.joined(separator: ", ")),
      ("Scenario", "\(experiment.scenario): \(experiment.title)"),
      ("Economy", "\(experiment.economy), \(NumberText.whole(experiment.persons)) simulated persons"),
      ("Time", "\(NumberText.whole(experiment.months)) months from \(experiment.start)"),
      (
        "Runs",
        "\(NumberText.whole(experiment.completeRuns)) of \(NumberText.whole(experiment.runs.count)) complete, "
          + "\(experiment.replicationText) of \(variantsText)"
      ),
    ]
    if !experiment.created.isEmpty { facts.append(("Begun", experiment.created)) }
    facts.append(("Written by", program))
    let fingerprints = zip(experiment.variants, experiment.hashes).map { "\($0.name) \($1.prefix(16))" }
    facts.append(("SHA-256 of scenario and variant", fingerprints.joined(separator: ", ")))
    var pieces: [HTML] = [
      .element("h2", [], [.text("Where it comes from")]),
      .element(
        "dl", "facts",
        .list(
          facts.map { name, text in
            .list([.element("dt", [], [.text(name)]), .element("dd", [], [.text(text)])])
          })),
    ]
    if !experiment.failures.isEmpty {
      pieces += [
        .element("p", [], [.text("Runs that are not complete, and are left out everywhere above:")]),
        .element("ul", [], experiment.failures.map { .element("li", [], [.text($0)]) }),
      ]
    }
    if !experiment.unfunded.isEmpty {
      pieces.append(
        .element(
          "p", [],
          [
            .text(
              "In these runs no rate of the closure could close the budget, so that debt grows beyond its target: "
                + experiment.unfunded.joined(separator: "; ") + ".")
          ]))
    }
    pieces += [
      .element(
        "p", [],
        [.text("Equal scenario, seed and program give equal results, bit by bit. To get these again:")]),
      HTML.query(commands),
    ]
    return .element("section", [], pieces)
  }

  private var variantsText: String {
    let reforms = experiment.reforms.count
    return "the baseline" + (reforms == 0 ? "" : reforms == 1 ? " and 1 reform" : " and \(reforms) reforms")
  }

  private var commands: String {
    let run =
      experiment.command.isEmpty ? "otium run Scenarios/\(experiment.scenario).yaml" : experiment.command
    return "\(run)\notium report \(path)\notium query \(path) 'SELECT * FROM v_effect_final'"
  }
}
