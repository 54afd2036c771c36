/// The columns of `verbatims`, in their order, as far as the loaded data has them; places stand before them.
public enum VerbatimColumn: String, CaseIterable, Sendable {
  case time, kind, channel, stage, customer, sentiment, text
}
