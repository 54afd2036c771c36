import Diagnostics

extension Parser {
  /// `FIELD`, then `in ALIAS` and `method NAME` in any order, each at most once.
  mutating func score() throws(Stop) -> ScoreStatement {
    var statement = ScoreStatement(field: try name(.field))
    while true {
      let token = next
      if takes(word: "in") {
        guard statement.alias == nil else { throw stop(.twice("in", at: token.span), at: token) }
        statement.alias = try name(.source)
      } else if takes(word: "method") {
        guard statement.method == nil else { throw stop(.twice("method", at: token.span), at: token) }
        statement.method = try name(.method)
      } else {
        return statement
      }
    }
  }
}
