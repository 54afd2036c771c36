// The room of Syntax.
