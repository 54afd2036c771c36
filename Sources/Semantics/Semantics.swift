// The room of Semantics.
