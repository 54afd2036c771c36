import Vocabulary

/// Every field of the events that the loaded sources make, with the columns it comes from.
public struct FieldCatalog: Sendable {
  public private(set) var fields: [CatalogField] = []
  private var positions: [String: Int] = [:]
  private var synonyms: [String: String] = [:]

  public init() {}

  /// Merges the fields of all sources.
  ///
  /// - Parameters:
  ///   - kinds: the kinds of event in each source, by alias.
  ///   - ruled: roles that come from the customers' behaviour; what the files say of them is called `…_stated`.
  public init(sources: [SourceInfo], kinds: [String: Set<EventKind>], ruled: Set<Role> = []) {
    let builder = FieldCatalogBuilder(sources: sources, kinds: kinds, ruled: ruled)
    fields = builder.fields()
    for (position, field) in fields.enumerated() { positions[field.reference.name.lowercased()] = position }
    for source in sources {
      for field in source.fields {
        guard let column = field.column, positions[column.lowercased()] == nil else { continue }
        let name = field.role == nil ? field.name : builder.publicName(of: field, in: source)
        synonyms[column.lowercased()] = name.lowercased()
      }
    }
  }

  /// The columns of a result, as fields.
  public init(columns: [FieldReference]) {
    fields = columns.map { CatalogField(reference: $0) }
    for (position, column) in columns.enumerated() { positions[column.name.lowercased()] = position }
  }

  /// The field of a name, without regard to case; a file's own name of a column that fills a role names the role.
  public subscript(name: String) -> CatalogField? {
    let folded = name.lowercased()
    return (positions[folded] ?? synonyms[folded].flatMap { positions[$0] }).map { fields[$0] }
  }

  public var names: [String] { fields.map(\.reference.name) }
}

/// A field with the places it is read from.
public struct CatalogField: Sendable {
  public var reference: FieldReference
  public var role: Role?
  /// The column of each event source that holds it, by alias.
  public var columns: [String: String] = [:]
  /// The columns of the files of customers and of touchpoints that fill it in, by alias.
  public var customerColumns: [String: String] = [:]
  public var touchpointColumns: [String: String] = [:]
  /// The kinds of event for which it can be known.
  public var kinds: Set<EventKind> = []

  init(reference: FieldReference, role: Role? = nil, kinds: Set<EventKind> = []) {
    self.reference = reference
    self.role = role
    self.kinds = kinds
  }
}

/// Puts the fields of all sources together.
struct FieldCatalogBuilder {
  let sources: [SourceInfo]
  let kinds: [String: Set<EventKind>]
  let ruled: Set<Role>

  /// Roles of a describing file that are about its own row, not about the events that name it.
  private static let ownRoles: Set<Role> = [.id, .customer, .touchpoint, .time, .kind, .text]

  func fields() -> [CatalogField] {
    var order: [String] = ["time", "kind", "source", "id"]
    var byName: [String: CatalogField] = [:]
    for name in order { byName[name] = builtIn(name) }
    for source in sources {
      for field in source.fields where !skips(field, of: source) {
        let name = publicName(of: field, in: source)
        let key = name.lowercased()
        if byName[key] == nil {
          order.append(key)
          let role = isOverruled(field, of: source) ? nil : field.role
          let isFolded = role.map { Dimension(rawValue: $0.rawValue) != nil } ?? (field.type == .text)
          byName[key] = CatalogField(
            reference: FieldReference(name: name, type: field.type, isFolded: isFolded), role: role)
        }
        add(field, of: source, to: &byName[key])
      }
    }
    return order.compactMap { byName[$0] }
  }

  private func builtIn(_ name: String) -> CatalogField {
    let reference =
      switch name {
      case "time": FieldReference.time
      case "kind": FieldReference.kind
      case "source": FieldReference.source
      default: FieldReference(.id)
      }
    let all = kinds.values.reduce(into: Set<EventKind>()) { $0.formUnion($1) }
    return CatalogField(reference: reference, role: Role(rawValue: name), kinds: all)
  }

  private func skips(_ field: SourceField, of source: SourceInfo) -> Bool {
    guard source.kind.eventKind == nil, let role = field.role else { return false }
    return Self.ownRoles.contains(role)
  }

  /// Rules make this role, so that the file's own word on it stands aside.
  private func isOverruled(_ field: SourceField, of source: SourceInfo) -> Bool {
    source.alias != SourceInfo.behaviourAlias && field.role.map(ruled.contains) ?? false
  }

  /// A name that two sources give different types gets the alias in front.
  func publicName(of field: SourceField, in source: SourceInfo) -> String {
    if isOverruled(field, of: source) { return field.name + "_stated" }
    if field.role != nil { return field.name }
    let clashes = sources.contains { other in
      other.fields.contains { $0.name.lowercased() == field.name.lowercased() && $0.type != field.type }
    }
    return clashes ? source.alias + "_" + field.name : field.name
  }

  private func add(_ field: SourceField, of source: SourceInfo, to entry: inout CatalogField?) {
    switch source.kind {
    case .customers:
      entry?.customerColumns[source.alias] = field.name
      entry?.kinds.formUnion(kindsOfEvents(having: .customer))
    case .touchpoints:
      entry?.touchpointColumns[source.alias] = field.name
      entry?.kinds.formUnion(kindsOfEvents(having: .touchpoint))
    default:
      entry?.columns[source.alias] = field.name
      entry?.kinds.formUnion(kinds[source.alias] ?? [])
    }
  }

  private func kindsOfEvents(having role: Role) -> Set<EventKind> {
    sources.filter { $0.kind.eventKind != nil && $0.fields.contains { $0.role == role } }
      .reduce(into: []) { $0.formUnion(kinds[$1.alias] ?? []) }
  }
}
