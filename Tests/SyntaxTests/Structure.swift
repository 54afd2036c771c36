import Diagnostics
import Syntax

/// A value's whole structure as text, by reflection, so that no part of a tree can be forgotten.
///
/// Left out is what printing may change: where a part stood, whether a value was a bare word or quoted, whether a
/// text stood in three quotes.
func structure(of value: Any) -> String {
  switch value {
  case is Span: return "_"
  case let form as Literal.Form:
    switch form {
    case .word(let text), .text(let text): return "text(\(text.debugDescription))"
    default: break
    }
  case let quoted as Quoted: return quoted.text.debugDescription
  case let text as String: return text.debugDescription
  case let number as Double: return "\(number)"
  default: break
  }
  let mirror = Mirror(reflecting: value)
  if mirror.children.isEmpty { return "\(value)" }
  let parts = mirror.children.map { child in (child.label ?? "") + ":" + structure(of: child.value) }
  return "(" + parts.joined(separator: " ") + ")"
}
