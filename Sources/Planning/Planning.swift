// The room of Planning.
