/// What some persons want under a law: whether to take part in work, and their hours over the standard week.
struct WorkChoices: Sendable {
  let takesPart: Column<Bool>
  let hours: Column<Float>
}

extension Economy {
  /// How persons choose under the law in force, by their place in the list.
  func choices(of people: [Int32]) -> WorkChoices {
    let choices = WorkChoices(
      takesPart: Column(repeating: false, count: people.count),
      hours: Column(repeating: 1, count: people.count))
    let choice = choice
    // Schedules follow the law: what a shorter week takes from everybody's pay is no reason for part-time work.
    let schedule = logarithm(meanOfWeek(rules.week.payFactor))
    forEachOffer(people, under: regime) { person, place, offer in
      choices.takesPart[place] = choice.gain(offer) > distaste(person)
      choices.hours[place] = Float(
        choice.hours(
          leisure: Double(persons.leisure[person]) + schedule, marginal: offer.marginal,
          without: offer.without, slope: offer.with - offer.without))
    }
    return choices
  }

  /// Everybody who may choose: of working age, not retired, of known tastes.
  var choosers: [Int32] {
    let persons = persons
    return parallel.collect(persons.count) { rows, _, picked in
      for person in rows
      where LabourState.isOfWorkingAge(persons.stateCode[person]) && !persons.leisure[person].isNaN {
        picked.append(person)
      }
    }
  }

  /// Moves a trial from one set of choices to another at once, without a market: only where the two differ.
  ///
  /// Hours change in proportion. Who no longer takes part leaves. Of those who enter, the share of the unemployment rate
  /// finds nothing; the others have their market wage with an employer drawn among those of their occupation.
  mutating func follow(_ people: [Int32], from old: WorkChoices, to new: WorkChoices) {
    persons.stateCode.detach()
    persons.employer.detach()
    persons.hours.detach()
    persons.duration.detach()
    persons.isInsured.detach()
    var entrants: [Int] = []
    for (place, row) in people.enumerated() {
      let person = Int(row)
      if old.hours[place] != new.hours[place] {
        let hours = Double(persons.hours[person]) * Double(new.hours[place]) / Double(old.hours[place])
        persons.hours[person] = Float(clamp(hours, Choice.range.lowerBound, Choice.range.upperBound))
      }
      switch (old.takesPart[place], new.takesPart[place], persons.state(person)) {
      case (false, true, .inactive): entrants.append(person)
      case (true, false, .employed), (true, false, .unemployed), (true, false, .publicJob):
        persons.set(person, .inactive)
        persons.employer[person] = -1
      default: break
      }
    }
    if !entrants.isEmpty { placeEntrants(entrants) }
  }

  private mutating func placeEntrants(_ entrants: [Int]) {
    var employers = [[Int32]](repeating: [], count: frame.occupations)
    for person in 0..<persons.count where persons.state(person) == .employed {
      employers[Int(persons.occupation[person])].append(persons.employer[person])
    }
    for person in entrants {
      let occupation = Int(persons.occupation[person])
      let words = draws.words(.entry, id: person, month: clock)
      persons.isInsured[person] = false
      persons.duration[person] = 0
      let places = employers[occupation]
      guard words.first >= nation.unemployment, !places.isEmpty else {
        persons.set(person, .unemployed)
        continue
      }
      persons.set(person, .employed)
      persons.employer[person] = places[Int(words.second * Double(places.count))]
      persons.wage[person] = marketWage(person, occupation)
    }
  }
}
