import Economy

extension YAMLNode {
  /// Puts a value at a path below this mapping, and makes the mappings on the way where they are missing.
  ///
  /// A key with dots stands for its levels. A value on the way that is no mapping gives way to one, but where
  /// the path ends in a month, it stays as what holds before.
  mutating func set(_ path: [String], to value: YAMLNode) {
    guard let first = path.first else {
      self = value
      return
    }
    var entries: [Entry]
    switch content {
    case .mapping(let present): entries = present
    case .scalar where !isNull && path.count == 1 && YearMonth(first) != nil:
      entries = [Entry(key: DatedReading.initialKey, place: place, value: self)]
    default: entries = []
    }
    let match = entries.lastIndex { entry in
      path.starts(with: entry.key.split(separator: ".").map(String.init))
    }
    if let match {
      let levels = entries[match].key.split(separator: ".").count
      entries[match].value.set(Array(path.dropFirst(levels)), to: value)
      if levels == path.count { entries[match].place = value.place }
    } else {
      var new = YAMLNode(content: .mapping([]), place: value.place)
      new.set(Array(path.dropFirst()), to: value)
      let later = YearMonth(first).flatMap { month in
        entries.firstIndex { YearMonth($0.key).map { $0 > month } ?? false }
      }
      entries.insert(Entry(key: first, place: value.place, value: new), at: later ?? entries.endIndex)
    }
    content = .mapping(entries)
  }

  /// The keys of the mapping under a key.
  func names(in key: String) -> [String] {
    guard case .mapping(let entries) = content, let node = entries.last(where: { $0.key == key })?.value,
      case .mapping(let inner) = node.content
    else { return [] }
    return inner.map(\.key)
  }

  /// The same value with another place for all of it.
  func moved(to place: ScenarioError.Place) -> YAMLNode {
    let content: Content
    switch self.content {
    case .scalar: content = self.content
    case .sequence(let items): content = .sequence(items.map { $0.moved(to: place) })
    case .mapping(let entries):
      content = .mapping(entries.map { Entry(key: $0.key, place: place, value: $0.value.moved(to: place)) })
    }
    return YAMLNode(content: content, place: place)
  }
}
