import DataModel
import Diagnostics
import Engine
import Findings
import Ingestion
import SQLWriting
import Semantics
import Syntax
import Vocabulary

/// `link`: which customers of several sources are the same.
extension Workspace {
  func performLink(_ link: LinkStatement) throws -> Performed {
    guard !sources.isEmpty else { throw Mistakes(.nothingLoaded(span: link.sources.first?.span)) }
    let run = try LinkRun(link, workspace: self)
    let outcome = try run.perform()
    let text = link.printed
    links.removeAll { $0.printed == text }
    links.append(link)
    dataDidChange()
    // A folder's load.cxs gives no result.
    if openFolders.isEmpty { store(outcome.table, name: nil, origin: nil) }
    return Performed(table: outcome.table, narration: outcome.narration)
  }

  /// Links again after one of the sources was read anew, or customers were loaded.
  ///
  /// Every source begins with the ids of its file, so that what only the data of before has linked is not linked any more.
  func linkAgain(after source: SourceInfo) throws -> [String] {
    let isConcerned = links.contains { link in
      source.kind == .customers
        || link.sources.contains { $0.text.lowercased() == source.alias.lowercased() }
    }
    guard isConcerned else { return [] }
    let loader = Loader(connection: try connection())
    for index in sources.indices where sources[index].isLinked {
      sources[index] = try loader.unlink(sources[index], cancel: cancel)
    }
    var narration: [String] = []
    for link in links {
      do {
        narration += try LinkRun(link, workspace: self).perform().narration.map { "Linked again: \($0)" }
      } catch let mistakes as Mistakes {
        remarks.append(.linkCannotApply(link.printed, because: mistakes.list.first?.message ?? "it fails"))
      }
    }
    return narration
  }

  /// Takes out of the tables what links of a folder that failed have put into sources that were there before.
  func takeBackLinks(to saved: State) {
    guard links.map(\.printed) != saved.links.map(\.printed), let connection = try? connection() else {
      return
    }
    let loader = Loader(connection: connection)
    for old in saved.sources {
      let now = (sources + outdated).first { $0.tableName == old.tableName }
      if let now, now.isLinked, !old.isLinked { try? loader.undoLink(now, to: old) }
    }
  }

  /// Does the links of the workspace again, after others have written over them.
  func linkAsBefore() {
    guard !links.isEmpty, let connection = try? connection() else { return }
    let loader = Loader(connection: connection)
    for index in sources.indices where sources[index].isLinked {
      (try? loader.unlink(sources[index])).map { sources[index] = $0 }
    }
    for link in links { _ = try? LinkRun(link, workspace: self).perform() }
    dataDidChange()
  }

  /// The fields by whose values customers were linked, in lower case.
  var linkedFields: Set<String> { Set(links.flatMap(\.fields).map { $0.text.lowercased() }) }
}

/// How one `link` is done: the engine numbers the people and the values that they name, ``IdentityGraph`` says who is who,
/// the engine writes it into the sources.
struct LinkRun {
  private let workspace: Workspace
  private let fields: [Word]
  /// The sources that are linked, by their places in the workspace, in the order of the statement.
  private let named: [Int]
  private let files: [SourceInfo]
  private let dialect = Dialect.duckDB

  /// - Throws: `Mistakes` about sources and fields that there are not.
  init(_ link: LinkStatement, workspace: Workspace) throws {
    self.workspace = workspace
    fields = link.fields
    var places: [Int] = []
    for word in link.sources {
      let index = try workspace.targets(word)[0]
      if workspace.sources[index].kind == .touchpoints {
        throw Mistakes(
          .invalid(
            "\(word.text) holds touchpoints, not customers", code: "no-customers", span: word.span))
      }
      if !places.contains(index) { places.append(index) }
    }
    named = places.filter { workspace.sources[$0].kind.eventKind != nil }
    files = workspace.sources.filter { $0.kind == .customers }
    try check(link)
  }

  private func check(_ link: LinkStatement) throws {
    let own = named.map { workspace.sources[$0] }
    for field in fields {
      let folded = field.text.lowercased()
      let holders = (own + files).compactMap { $0.linkable(field) }
      let isCustomer = folded == Role.customer.rawValue
      if isCustomer || holders.contains(where: { $0.type != .text && $0.type != .number }) {
        throw Mistakes(.cannotLinkBy(field.text, isCustomer: isCustomer, span: field.span))
      }
      guard own.contains(where: { $0.linkable(field) != nil }) else {
        let known = own.flatMap(\.linkableColumns)
        let isElsewhere = workspace.fields[folded] != nil || !holders.isEmpty
        throw Mistakes(
          isElsewhere && !own.isEmpty
            ? .linkFieldElsewhere(field.text, sources: own.map(\.alias), span: field.span)
            : .unknownName(
              "field", field.text, span: field.span, nearest: nearest(to: field.text, in: known),
              known: Array(known.prefix(12))))
      }
    }
    for (index, source) in zip(named, own) where fields.allSatisfy({ source.linkable($0) == nil }) {
      let word = link.sources.first { $0.text.lowercased() == workspace.sources[index].alias.lowercased() }
      throw Mistakes(
        .sourceWithoutLinkFields(source.alias, fields: fields.map(\.text), span: word?.span))
    }
    for source in own where source.field(named: Loader.rawCustomer)?.column != nil {
      throw Mistakes(
        .nameIsTaken(Loader.rawCustomer, by: "a column of \(source.alias)", span: link.sources[0].span))
    }
  }

  // MARK: - The run

  func perform() throws -> (table: Table, narration: [String]) {
    defer { forget() }
    try number()
    let links = try links()
    try keep(links)
    let outcome = LinkReport(
      workspace: workspace, sources: named.map { workspace.sources[$0].alias }, fields: fields.map(\.text))
    let (table, narration) = (try outcome.table(), try outcome.narration())
    for (position, index) in named.enumerated() {
      try run(
        """
        create or replace temp table _link_map as select r, n.id as customer from _link_rows r \
        left join _link_people p using (k) left join _link_final f on f.p = p.p \
        left join _link_people n on n.p = f.c where r.s = \(position + 1)
        """)
      let loader = Loader(connection: try workspace.connection())
      workspace.sources[index] = try loader.link(
        workspace.sources[index], to: "_link_map", cancel: workspace.cancel)
    }
    return (table, narration)
  }

  private static let tables = ["rows", "people", "values", "final", "ambiguous", "torn", "map"]

  private func forget() {
    for table in Self.tables {
      _ = try? workspace.connection().execute("drop table if exists _link_\(table)")
    }
  }

  @discardableResult
  private func run(_ sql: String) throws -> ResultSet { try workspace.query(sql) }

  /// Rows with a number of their source (0 for files of customers), the person that they are of, and their values.
  private func number() throws {
    let values = fields.indices.map { "v\($0)" }
    let parts =
      files.map { part($0, 0) } + named.enumerated().map { part(workspace.sources[$1], $0 + 1) }
    let known = values.map { "\($0) is not null" }.joined(separator: " or ")
    let without = values.map { "coalesce(\($0), '')" }.joined(separator: " || chr(31) || ")
    try run(
      """
      create or replace temp table _link_rows as select *, case when id is not null then 'i' || id \
      when \(known) then 'r' || s || chr(31) || \(without) end as k from (\(parts.joined(separator: " union all ")))
      """)
    try run(
      """
      create or replace temp table _link_people as select k, id, s, row_number() over (order by k) - 1 as p from \
      (select k, any_value(id) as id, min(s) as s from _link_rows where k is not null group by k)
      """)
    let distinct = fields.indices.map {
      "select distinct \($0) as f, v\($0) as v from _link_rows where v\($0) is not null"
    }
    try run(
      """
      create or replace temp table _link_values as select f, v, row_number() over (order by f, v) - 1 as n from \
      (\(distinct.joined(separator: " union all ")))
      """)
  }

  private func part(_ source: SourceInfo, _ number: Int) -> String {
    let customer = source.fields.first { $0.role == .customer }.map { dialect.identifier($0.name) }
    let values = fields.enumerated().map { index, field -> String in
      let column = source.linkable(field).map {
        CustomerAlias(field: field.text).normalized(dialect.identifier($0.name))
      }
      return "\(column ?? "cast(null as varchar)") as v\(index)"
    }
    var id = customer.map { "nullif(cast(\($0) as varchar), '')" } ?? "cast(null as varchar)"
    // A handle that is the id itself is one customer, however it is spelled.
    for field in fields where source.isCustomerItself(field) {
      guard let column = source.linkable(field) else { continue }
      let value = CustomerAlias(field: field.text).normalized(dialect.identifier(column.name))
      id = "min(\(id)) over (partition by \(value))"
    }
    return "select \(number) as s, rowid as r, \(id) as id, \(values.joined(separator: ", "))"
      + " from \(dialect.identifier(source.tableName)) where _reject is null"
  }

  private func links() throws -> IdentityGraph.Links {
    let people = try run("select s, id is not null from _link_people order by p")
    var persons = (0..<people.rowCount).map { row in
      IdentityGraph.Person(
        rank: Int(people.columns[0].int(row) ?? 0), hasID: people.columns[1].bool(row) ?? false, values: [])
    }
    let pairs = fields.indices.map {
      "select distinct p.p as p, v.n as n from _link_rows r join _link_people p using (k)"
        + " join _link_values v on v.f = \($0) and v.v = r.v\($0)"
    }
    let edges = try run("select p, n from (\(pairs.joined(separator: " union all "))) order by p, n")
    for row in 0..<edges.rowCount {
      guard let person = edges.columns[0].int(row), let value = edges.columns[1].int(row) else { continue }
      persons[Int(person)].values.append(Int(value))
    }
    let count = try run("select count(*) from _link_values").columns[0].int(0) ?? 0
    return IdentityGraph(persons, valueCount: Int(count)).links()
  }

  /// What the graph says, as tables of the engine.
  private func keep(_ links: IdentityGraph.Links) throws {
    try run("create or replace temp table _link_final (p bigint, c bigint)")
    try run("create or replace temp table _link_ambiguous (n bigint)")
    try run("create or replace temp table _link_torn (p bigint)")
    let owned = links.customers.enumerated().filter { $0.element != nil }
    try fill("_link_final", [owned.map(\.offset), owned.map { $0.element ?? 0 }])
    try fill("_link_ambiguous", [links.isAmbiguous.enumerated().filter(\.element).map(\.offset)])
    try fill("_link_torn", [links.isTorn.enumerated().filter(\.element).map(\.offset)])
  }

  private func fill(_ table: String, _ columns: [[Int]]) throws {
    let step = 50_000
    for start in stride(from: 0, to: columns[0].count, by: step) {
      let lists = columns.map { column in
        "unnest([\(column[start..<min(start + step, column.count)].map(String.init).joined(separator: ","))])"
      }
      try run("insert into \(table) select \(lists.joined(separator: ", "))")
    }
  }
}

extension SourceInfo {
  /// The field of this name, or of the file's column of this name; of a column that is the customer itself the file's own text.
  func linkable(_ word: Word) -> SourceField? {
    if isCustomerItself(word), isLinked { return field(named: Loader.rawCustomer) }
    return named(word)
  }

  /// The file's customers are known by this column alone, such as a handle.
  func isCustomerItself(_ word: Word) -> Bool { named(word)?.role == .customer }

  private func named(_ word: Word) -> SourceField? {
    if let field = field(named: word.text) { return field }
    let folded = word.text.lowercased()
    return fields.first { $0.column?.lowercased() == folded }
  }
}
