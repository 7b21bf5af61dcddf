/// A query that has a name, so that a question need not be written in SQL to be asked.
struct NamedQuery {
  /// What stands for a name in its text.
  struct Parameter {
    let name: String
    let meaning: String
    /// Where it is stated as `--by`; else it is stated by its place.
    var isBy = false
    /// The word that is taken where none is stated; nil where one has to be.
    let usual: String?
    /// SQL that lists the words that are possible.
    let words: String
    /// Whether a plus sign before the word says that more of it is better.
    var hasSign = false
  }

  let name: String
  let meaning: String
  var parameters: [Parameter] = []
  /// Its SQL. `{name}` stands for a parameter's word as an identifier, `{'name'}` as a text, `{name<}` for the
  /// comparison that says better or as good.
  let sql: String

  /// As the user writes it.
  var usage: String {
    ([name]
      + parameters.map { parameter in
        let word = (parameter.isBy ? "--by " : "") + parameter.name.uppercased()
        return parameter.usual == nil ? word : "[\(word)]"
      }).joined(separator: " ")
  }
}

extension Query {
  /// A named query in SQL.
  ///
  /// - Parameters:
  ///   - name: its name.
  ///   - words: what is stated by place.
  ///   - by: what is stated as `--by`.
  /// - Returns: nil where the database has no query of that name.
  public func named(_ name: String, _ words: [String], by: String?) throws(ReportError) -> String? {
    let queries = try namedQueries()
    guard let query = queries.first(where: { $0.name == name }) else {
      // One word alone is no SQL.
      guard words.isEmpty, !queries.isEmpty, name.allSatisfy({ $0.isLetter || $0 == "_" || $0 == "-" }) else {
        return nil
      }
      throw ReportError(
        .query, "there is no query '\(name)'; there are: \(queries.map(\.name).joined(separator: ", "))")
    }
    let places = query.parameters.filter { !$0.isBy }
    guard words.count <= places.count else {
      throw ReportError(.query, "'\(words[places.count])' is one too many: the query is \(query.usage)")
    }
    if by != nil, !query.parameters.contains(where: \.isBy) {
      throw ReportError(.query, "'\(name)' takes no --by: the query is \(query.usage)")
    }
    var sql = query.sql
    var next = 0
    for parameter in query.parameters {
      var stated = parameter.isBy ? by : nil
      if !parameter.isBy {
        if next < words.count { stated = words[next] }
        next += 1
      }
      if stated == nil { stated = try usual(parameter) }
      guard let word = stated else {
        throw ReportError(.query, "\(parameter.name.uppercased()) is missing: the query is \(query.usage)")
      }
      try put(word, for: parameter, into: &sql)
    }
    return sql
  }

  /// The usual word: a stated one, or the first that there is.
  private func usual(_ parameter: NamedQuery.Parameter) throws(ReportError) -> String? {
    guard let usual = parameter.usual else { return nil }
    return try usual.isEmpty ? words(parameter.words).first : usual
  }

  private func put(_ stated: String, for parameter: NamedQuery.Parameter, into sql: inout String)
    throws(ReportError)
  {
    let isMore = parameter.hasSign && stated.hasPrefix("+")
    let word = isMore ? String(stated.dropFirst()) : stated
    let known = try words(parameter.words)
    guard known.contains(word) else {
      throw ReportError(
        .query, "there is no \(parameter.name) '\(word)'; there are \(known.joined(separator: ", "))")
    }
    let quoted = "\"" + word.replacing("\"", with: "\"\"") + "\""
    sql = sql.replacing("{\(parameter.name)}", with: quoted)
    sql = sql.replacing("{'\(parameter.name)'}", with: "'" + word.replacing("'", with: "''") + "'")
    sql = sql.replacing("{\(parameter.name)<}", with: isMore ? ">=" : "<=")
  }

  /// The first column of a query's answer.
  func words(_ sql: String) throws(ReportError) -> [String] {
    var lines: [String] = []
    do {
      try rows(sql) { row in
        if case .text(let text)? = row.first { lines.append(text) }
      }
    } catch let error as ReportError {
      throw error
    } catch {
      throw ReportError(.query, "\(error)")
    }
    return lines
  }

  /// The named queries that fit the database.
  private func namedQueries() throws(ReportError) -> [NamedQuery] {
    let views = try words("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')")
    if views.contains("sweep") {
      return NamedQuery.ofSweeps.filter { views.contains("series_stat") || $0.name != "timeseries" }
    }
    return views.contains("run_set") ? NamedQuery.ofRuns : []
  }

  /// The named queries, a line each, the last with its end.
  public func list() throws(ReportError) -> String {
    let queries = try namedQueries()
    guard !queries.isEmpty else {
      throw ReportError(.unsuitable, "'\(path)' is not a database of otium: it has no named queries")
    }
    var table = TextTable([.left, .left])
    for query in queries {
      table.add([query.usage, query.meaning])
      for parameter in query.parameters {
        table.add(["", "  \(parameter.name): \(parameter.meaning)"])
      }
    }
    return table.lines.joined(separator: "\n") + "\n"
  }
}
