import Experiments
import Sensitivity

extension RunReport {
  /// What a headline may be about: how the pie is shared, and how large it is. The choice is by this list and by
  /// how far the effect stands from chance, not by hand.
  private static let sharing = ["gini_disposable", "poverty_rate"]
  private static let size = ["gdp_real", "employment_rate"]

  /// The finding in one sentence.
  func sentence() throws -> Prose {
    let finals = try data.finals(data.measures(Self.sharing + Self.size + ["unemployment_rate"]))
    return switch experiment.reforms.count {
    case 0: baselineHeadline(finals)
    case 1: finding(finals, experiment.reforms[0])
    default: largest(finals)
    }
  }

  func headline() throws -> HTML {
    var pieces: [HTML] = [
      .element("p", "kicker sub", .text(experiment.title)),
      .element("h1", [], [try sentence().capitalised.html]),
    ]
    pieces += howToRead.map { .element("p", [], [$0.html]) }
    pieces.append(card(try answer()))
    return .element("header", [], pieces)
  }

  /// The clearest of a group of effects; nil where the database has none.
  private func clearest(_ names: [String], _ finals: ReportData.Finals, _ reform: String) -> (
    measure: ReportMeasure, effect: Estimate
  )? {
    data.measures(names).compactMap { measure in
      finals.effect(measure, reform).map { (measure: measure, effect: $0) }
    }.max { distance($0.effect) < distance($1.effect) }
  }

  /// How many standard errors lie between an effect and nothing.
  private func distance(_ effect: Estimate) -> Double {
    guard let error = effect.standardError, error > 0 else { return effect.mean == 0 ? 0 : .infinity }
    return effect.mean.magnitude / error
  }

  private func statement(_ found: (measure: ReportMeasure, effect: Estimate), _ reform: String) -> Prose {
    Finding.sentence(
      found.measure.label, found.effect, unit: found.measure.effectUnit,
      key: "effect/\(reform)/\(found.measure.name)")
  }

  private func finding(_ finals: ReportData.Finals, _ reform: ReportExperiment.Variant) -> Prose {
    let found = [Self.sharing, Self.size].compactMap { clearest($0, finals, reform.name) }
    guard !found.isEmpty else { return Prose(experiment.title) }
    let statements = found.enumerated().map { index, item in
      let statement = statement(item, reform.name)
      return index == 0 ? statement : statement.lowered
    }
    return "\(reform.label): " + statements[0].lowered + (statements.count > 1 ? "; " + statements[1] : "")
  }

  /// Of many reforms, the one that moves output most. Economies that fell apart for want of money are another finding,
  /// which the answer and the failures tell: they count only where there are no others.
  private func largest(_ finals: ReportData.Finals) -> Prose {
    let sound = experiment.reforms.filter { experiment.isSound($0.name) }
    let cases = sound.isEmpty ? experiment.reforms : sound
    let effects = data.measures(["gdp_real"]).flatMap { measure in
      cases.compactMap { reform in
        finals.effect(measure, reform.name).map { (reform, measure, $0) }
      }
    }
    guard let most = effects.max(by: { Self.rank($0.2) < Self.rank($1.2) }) else {
      return Prose(experiment.title)
    }
    let all = NumberText.whole(experiment.reforms.count)
    let which =
      cases.count == experiment.reforms.count
      ? "Of \(all) cases"
      : "Of the \(NumberText.whole(cases.count)) of \(all) cases whose budget closes in every run"
    return "\(which), “\(most.0.label)” moves output most: "
      + statement((most.1, most.2), most.0.name).lowered
  }

  private func baselineHeadline(_ finals: ReportData.Finals) -> Prose {
    guard let measure = data.measures(["unemployment_rate"]).first,
      let value = finals.value(measure, ReportExperiment.baseline)
    else { return Prose(experiment.title) }
    let level = Finding.level(
      value, unit: measure.unit, key: "value/\(ReportExperiment.baseline)/\(measure.name)", decimals: 1)
    return "\(measure.label) is \(level) at the end"
  }

  private var howToRead: [Prose] {
    let count = experiment.replications
    let replications = NumberText.whole(count)
    let doubt =
      "These are consequences of assumptions, many of which are judgements, in a model of an economy (\(experiment.economy)). They are no forecast."
    guard !experiment.reforms.isEmpty else { return [Prose(doubt)] }
    let window =
      "Effects compare the last twelve months of \(NumberText.whole(experiment.months)), with and without "
      + "the reform, for the same simulated people and the same chance."
    return [
      Prose(
        count > 1
          ? window
            + " Ranges in brackets cover the average effect with a confidence of 95 percent, judged from "
            + "\(replications) repetitions of the simulation with other chance. " + doubt
          : window + " There is one repetition only, which cannot tell an effect from chance: run with "
            + "--replications 8. " + doubt)
    ]
  }

  private func card(_ answer: Answer?) -> HTML {
    let judged = answer.map { $0.verdict.words + ", as the conditions below say." } ?? ""
    let facts = [
      ("Question", experiment.question), ("What would count as yes", experiment.criterion),
      ("Answer", judged),
    ].filter { !$0.1.isEmpty }
    guard !facts.isEmpty else { return .nothing }
    return .element(
      "div", "card",
      .list(
        facts.map { name, text in
          .element("p", [], [.element("b", [], [.text(name + ". ")]), .text(text)])
        }))
  }
}
