/// Makes columns of the keys of JSON objects.
///
/// Objects in objects give columns with dotted names, lists of simple values one text, lists of objects their number
/// and their text. Lists of `{id, value}`, in which Zendesk keeps the fields that a customer defined, give a column for
/// each id.
struct JSONFlattening {
  private(set) var layout: JSONLayout
  /// What was done that a reader would not expect.
  private(set) var remarks: [String] = []
  /// Lists of `{id, value}`, whose ids have to be asked for.
  private(set) var pivots: [Pivot] = []

  struct Pivot {
    var name: String
    var key: Int
    /// SQL for the list.
    var list: String
    var idName: String
    /// Some of its values are lists.
    var mayHoldLists: Bool
    /// Where its columns belong.
    var position: Int
  }

  /// An object with more keys than this has data as keys, such as dates.
  private static let mostKeys = 100
  /// Ids beyond this number are data, too.
  static let mostIds = 500

  init(format: String, keys: [JSONShape.Member]) {
    layout = JSONLayout(format: format)
    // Zendesk gives the same list under two names.
    let repeated =
      keys.contains { $0.name == "custom_fields" && Self.pivot($0.shape) != nil }
      ? keys.first { $0.name == "fields" && Self.pivot($0.shape) != nil }?.name : nil
    for member in keys {
      layout.keys.append((member.name, Self.type(member.shape)))
      if member.name == repeated {
        remarks.append("fields says the same as custom_fields and is left out")
        continue
      }
      add(member.name, sqlName(member.name), member.shape, key: layout.keys.count - 1)
    }
  }

  private mutating func add(_ name: String, _ cell: String, _ shape: JSONShape, key: Int) {
    func column(_ name: String, _ cell: String) {
      layout.columns.append(JSONLayout.Column(name: name, key: key, cell: cell))
    }
    switch shape {
    case .scalar: column(name, cell)
    case .mixed: column(name, Self.withoutEmpty(cell))
    case .object(let members) where members.isEmpty || members.count > Self.mostKeys:
      column(name, Self.withoutEmpty("cast(\(cell) as varchar)"))
      if !members.isEmpty {
        remarks.append(
          "\(shownName(name)) has \(grouped(members.count)) different keys, which look like data: it stays one JSON text"
        )
      }
    case .object(let members):
      for member in members {
        let inner = "struct_extract(\(cell), \(sqlText(member.name)))"
        add("\(name).\(member.name)", inner, member.shape, key: key)
      }
    case .list(let element):
      if element.isScalar { return column(name, "nullif(array_to_string(\(cell), ', '), '')") }
      if let (id, value) = Self.pivot(shape) {
        pivots.append(
          Pivot(
            name: name, key: key, list: cell, idName: id, mayHoldLists: value != .scalar,
            position: layout.columns.count))
        return
      }
      let text = Self.withoutEmpty("cast(\(cell) as varchar)")
      guard case .object = element else { return column(name, text) }
      column("\(name).count", "cast(json_array_length(\(cell)) as varchar)")
      // Not by the name alone: `comments` would be taken for the customer's words.
      column("\(name).json", text)
    }
  }

  /// Puts in the columns of a list of `{id, value}`; the list must be given in falling order of their positions.
  mutating func fill(_ pivot: Pivot, ids: [String]) {
    let cells = ids.map { id -> JSONLayout.Column in
      let found =
        "list_extract(list_transform(\(pivot.list), lambda x: struct_extract(x, 'value')), "
        + "list_position(list_transform(\(pivot.list), lambda x: struct_extract(x, \(sqlText(pivot.idName)))), \(sqlText(id))))"
      let cell =
        pivot.mayHoldLists
        ? "(case when starts_with(\(found), '[') then coalesce(try(array_to_string(from_json(\(found), '[\"VARCHAR\"]'), ', ')), \(found)) else \(found) end)"
        : found
      return JSONLayout.Column(name: "\(pivot.name).\(id)", key: pivot.key, cell: cell)
    }
    layout.columns.insert(contentsOf: cells, at: pivot.position)
    let count = ids.count == 1 ? "1 column" : "\(grouped(ids.count)) columns"
    remarks.append(
      "\(shownName(pivot.name)) is spread over \(count), one for each id: `\(pivot.name).\(ids.first ?? "ID")`"
        + (ids.count > 1 ? " …" : ""))
  }

  /// Keeps a list of `{id, value}` as one text: it has no ids, or too many.
  mutating func keepWhole(_ pivot: Pivot) {
    layout.columns.insert(
      JSONLayout.Column(
        name: pivot.name, key: pivot.key,
        cell: Self.withoutEmpty("cast(to_json(\(pivot.list)) as varchar)")), at: pivot.position)
  }

  /// The name of the id, and what the values are, where a list holds pairs of an id and a value.
  private static func pivot(_ shape: JSONShape) -> (id: String, value: JSONShape)? {
    guard case .list(.object(let members)) = shape, members.count == 2 else { return nil }
    guard let value = members.first(where: { $0.name == "value" })?.shape else { return nil }
    let idNames = ["id", "field_id", "name", "key", "field"]
    guard let id = members.first(where: { idNames.contains($0.name) && $0.shape == .scalar }) else {
      return nil
    }
    if value.isScalar { return (id.name, value) }
    if case .list(let element) = value, element.isScalar { return (id.name, value) }
    return nil
  }

  /// The engine's type as which a shape is read: texts inside, so that no digit is lost.
  private static func type(_ shape: JSONShape) -> String {
    switch shape {
    case .scalar, .mixed: return "VARCHAR"
    case .object(let members) where members.isEmpty || members.count > mostKeys: return "JSON"
    case .object(let members):
      return "STRUCT(" + members.map { "\(sqlName($0.name)) \(type($0.shape))" }.joined(separator: ", ") + ")"
    case .list(let element):
      if element.isScalar { return "VARCHAR[]" }
      if let (id, _) = pivot(shape) { return "STRUCT(\(sqlName(id)) VARCHAR, \"value\" VARCHAR)[]" }
      return "JSON"
    }
  }

  /// An object or list that holds nothing is a missing value.
  private static func withoutEmpty(_ cell: String) -> String { "nullif(nullif(\(cell), '{}'), '[]')" }
}
