// The room of SQLWriting.
