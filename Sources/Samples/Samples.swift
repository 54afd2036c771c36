// The room of Samples.
