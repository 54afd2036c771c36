import DataModel
import Diagnostics
import Engine
import Vocabulary

extension Loader {
  /// The field that keeps the id of a customer as the file has it, after customers were linked.
  public static let rawCustomer = "customer_raw"

  /// Gives rows of a source other customers; the ids of the file stay as ``rawCustomer``.
  ///
  /// - Parameter mapping: a table of the engine with the row as `r` and its customer, or null, as `customer`.
  public func link(
    _ source: SourceInfo, to mapping: String, cancel: CancelToken? = nil
  ) throws(Mistakes) -> SourceInfo {
    var edit = TableEdit(session: EngineSession(connection: connection, cancel: cancel), source: source)
    do throws(EngineError) {
      try edit.keepRawCustomers()
      try edit.session.execute(
        """
        update \(edit.table) set \(sqlName(edit.customerColumn)) = m.customer from \(sqlName(mapping)) m \
        where m.r = \(edit.table).rowid
        """)
      try edit.countMissing()
    } catch {
      throw edit.session.mistake(error, doing: "link")
    }
    return edit.source
  }

  /// Makes the table of a source as it was before its customers were linked for the first time.
  ///
  /// - Parameter source: the source as it was then.
  public func undoLink(_ linked: SourceInfo, to source: SourceInfo) throws(Mistakes) {
    let session = EngineSession(connection: connection, cancel: nil)
    let table = sqlName(source.tableName)
    do throws(EngineError) {
      if let customer = source.fields.first(where: { $0.role == .customer }) {
        try session.execute("update \(table) set \(sqlName(customer.name)) = \(sqlName(Self.rawCustomer))")
      } else if let made = linked.fields.first(where: { $0.role == .customer }) {
        try session.execute("alter table \(table) drop column \(sqlName(made.name))")
      }
      try session.execute("alter table \(table) drop column \(sqlName(Self.rawCustomer))")
    } catch {
      throw session.mistake(error, doing: "link")
    }
  }

  /// Gives the rows of a source the customers of its file again.
  public func unlink(_ source: SourceInfo, cancel: CancelToken? = nil) throws(Mistakes) -> SourceInfo {
    guard source.isLinked else { return source }
    var edit = TableEdit(session: EngineSession(connection: connection, cancel: cancel), source: source)
    do throws(EngineError) {
      try edit.session.execute(
        "update \(edit.table) set \(sqlName(edit.customerColumn)) = \(sqlName(Loader.rawCustomer))")
      try edit.countMissing()
    } catch {
      throw edit.session.mistake(error, doing: "link")
    }
    return edit.source
  }
}

extension SourceInfo {
  /// Its customers were linked, and the file's ids are kept beside.
  public var isLinked: Bool {
    fields.contains { $0.name == Loader.rawCustomer && $0.column == nil }
      && fields.contains { $0.role == .customer }
  }
}

extension TableEdit {
  var customerColumn: String { source.fields.first { $0.role == .customer }?.name ?? Role.customer.rawValue }

  /// Makes the field of the ids as the file has them, and that of customers where the file names none.
  mutating func keepRawCustomers() throws(EngineError) {
    if source.fields.first(where: { $0.role == .customer }) == nil {
      try session.execute("alter table \(table) add column \(sqlName(Role.customer.rawValue)) varchar")
      source.fields.append(
        SourceField(name: Role.customer.rawValue, role: .customer, type: .text, column: nil, missing: 0))
    }
    guard source.field(named: Loader.rawCustomer) == nil else { return }
    try session.execute("alter table \(table) add column \(sqlName(Loader.rawCustomer)) varchar")
    try session.execute("update \(table) set \(sqlName(Loader.rawCustomer)) = \(sqlName(customerColumn))")
    source.fields.append(
      SourceField(name: Loader.rawCustomer, role: nil, type: .text, column: nil, missing: 0))
  }
}
