// The room of Ingestion.
