// The room of Vocabulary.
