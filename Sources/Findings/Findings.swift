// The room of Findings.
