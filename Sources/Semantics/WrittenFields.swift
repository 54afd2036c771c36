import Syntax

extension Test {
  /// The field on its left side.
  var field: Word? {
    switch form {
    case .compare(.field(let word), _, _), .between(.field(let word), _, _, _), .among(let word, _, _),
      .contains(let word, _, _, _), .matches(let word, _, _), .missing(let word, _), .name(let word):
      word
    case .compare, .between, .had: nil
    }
  }
}

extension Aggregate {
  /// The test in its brackets.
  var filter: Predicate? {
    switch form {
    case .measure(_, let predicate), .function(_, let predicate), .share(_, let predicate, _): predicate
    }
  }
}

extension Predicate {
  /// The fields on the left of its tests.
  var fields: [Word] {
    switch self {
    case .or(let left, let right), .and(let left, let right): left.fields + right.fields
    case .not(let inner, _): inner.fields
    case .test(let test): test.field.map { [$0] } ?? []
    }
  }
}
