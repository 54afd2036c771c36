import DataModel
import Diagnostics
import Vocabulary

/// Which column becomes which field, and how.
struct LoadPlan: Sendable {
  var kind: SourceKind
  var fields: [PlannedField]
  /// What was assumed or not recognised, for the report.
  var remarks: [String]
  /// The export that the file is recognised as.
  var export: ExportFormat? = nil

  func field(of role: Role) -> PlannedField? { fields.first { $0.role == role } }

  /// The field whose absence makes a row worthless.
  var keyRole: Role {
    switch kind {
    case .customers: .customer
    case .touchpoints: .touchpoint
    default: .time
    }
  }

  /// Two plans make the same table.
  func makesSameTable(as other: LoadPlan) -> Bool {
    fields.map(\.name) == other.fields.map(\.name) && fields.map(\.reading) == other.fields.map(\.reading)
      && fields.map(\.inquiry.column) == other.fields.map(\.inquiry.column)
  }
}

/// A field that the table will have.
struct PlannedField: Sendable {
  var name: String
  var role: Role?
  /// The column it comes from and what it is wanted for.
  var inquiry: Inquiry
  /// The column's name in the file.
  var column: String
  var reading: Reading
  /// Cells of the column that hold something, among those that were looked at.
  var filled: Int

  var type: DataModel.FieldType { reading.fieldType }
}
