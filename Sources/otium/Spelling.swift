import ArgumentParser

/// Finds the subcommand that a misspelt one was probably meant to be.
enum Spelling {
  /// What to say about arguments that name no subcommand; nil where they do, or start with an option.
  static func complaint(about arguments: [String], in root: any ParsableCommand.Type) -> String? {
    var command = root
    for (depth, argument) in arguments.enumerated() {
      let subcommands = command.configuration.subcommands
      guard !subcommands.isEmpty, !argument.hasPrefix("-") else { return nil }
      let names = subcommands.map { $0._commandName } + (depth == 0 ? ["help"] : [])
      guard names.contains(argument) else {
        // What is no command may be an argument of the one that need not be named: unless it looks like a word.
        if command.configuration.defaultSubcommand != nil {
          guard names.contains(where: { distance(argument, $0) <= 2 }) else { return nil }
        }
        let nearest = names.map { (name: $0, distance: distance(argument, $0)) }
          .filter { $0.distance <= max(1, max(argument.count, $0.name.count) / 2) }
          .min { $0.distance < $1.distance }
        let all = names.joined(separator: ", ")
        return "unknown command '\(argument)'; "
          + (nearest.map { "did you mean '\($0.name)'? " } ?? "") + "Commands: \(all)"
      }
      guard let next = subcommands.first(where: { $0._commandName == argument }) else { return nil }
      command = next
    }
    return nil
  }

  /// Least number of insertions, deletions, replacements and swaps of neighbours between two words.
  static func distance(_ left: String, _ right: String) -> Int {
    let left = Array(left.lowercased().prefix(64))
    let right = Array(right.lowercased())
    var rows = [Array(0...right.count)]
    for i in left.indices {
      var row = [i + 1]
      for j in right.indices {
        var least = min(rows[i][j + 1], row[j]) + 1
        least = min(least, rows[i][j] + (left[i] == right[j] ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          least = min(least, rows[i - 1][j - 1] + 1)
        }
        row.append(least)
      }
      rows.append(row)
    }
    return rows[left.count][right.count]
  }
}
