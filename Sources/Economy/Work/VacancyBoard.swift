/// The vacancies of an occupation that interview in a month, each at a place of a board.
///
/// Who is to be hired looks at places in an order of her own, keyed by her and the month, and takes the first vacancy
/// she finds. Each vacancy's place is keyed by firm, occupation and number. So in two worlds in which the same firms have
/// the same vacancies the same persons take the same jobs; a vacancy or a person that only one of the worlds has changes
/// one chain of persons, each of whom takes her next, and leaves the others where they are.
///
/// - Source: common proposals that are accepted where something is, as in consistent and rendezvous hashing (Karger et
///   al. 1997; Thaler and Ravishankar 1998).
struct VacancyBoard: Sendable {
  /// Places in normal times for each person of the country with that occupation: some five for each vacancy.
  static let roomPerPerson = 1.0 / 16

  /// Firm of each vacancy, in the order of firms.
  let firms: [Int32]
  /// The vacancy at a place; -1 for none.
  private var places: [Int32]

  /// - Parameters:
  ///   - firms: the firm of each vacancy; they take places in this order, and who finds hers taken takes the next.
  ///   - wishes: the place each would like to have, uniform in (0, 1).
  ///   - room: places in normal times. Where vacancies would fill more than half of them, or less than a sixteenth,
  ///     there are eight times as many, or as few.
  init(firms: [Int32], wishes: [Double], room: Double) {
    self.firms = firms
    let count = Double(firms.count)
    var size = max(1, room)
    while count > size / 2 { size *= 8 }
    while count <= size / 16 && count > 0 { size /= 8 }
    places = Array(repeating: -1, count: Int(size.rounded(.up)))
    for (vacancy, wish) in wishes.enumerated() {
      var place = Int(wish * Double(places.count))
      while places[place] >= 0 { place = next(place) }
      places[place] = Int32(vacancy)
    }
  }

  private func next(_ place: Int) -> Int { place + 1 == places.count ? 0 : place + 1 }

  /// Looks at more places one by one, in the order of the board: few find themselves there.
  private static let most = 64

  /// Takes the first vacancy that a person finds off the board.
  /// - Parameters:
  ///   - words: her words of chance, by index.
  ///   - isFit: whether a firm's vacancy is one for her.
  /// - Returns: its firm; nil where there is none for her.
  mutating func take(_ words: (Int) -> Draws.Words, where isFit: (Int) -> Bool) -> Int? {
    func fits(_ place: Int) -> Bool { places[place] >= 0 && isFit(Int(firms[Int(places[place])])) }
    var found: Int?
    var last = 0
    search: for index in 0..<Self.most {
      let words = words(index)
      for wish in [words.first, words.second, words.third, words.fourth] {
        last = Int(wish * Double(places.count))
        if fits(last) {
          found = last
          break search
        }
      }
    }
    if found == nil {
      for _ in places.indices where found == nil {
        last = next(last)
        if fits(last) { found = last }
      }
    }
    guard let found else { return nil }
    let firm = Int(firms[Int(places[found])])
    places[found] = -1
    return firm
  }
}
