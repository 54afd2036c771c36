// What DuckDB's C interface returns by value from duckdb_query_progress.
#ifndef CADBC_DUCKDB_PROGRESS_H
#define CADBC_DUCKDB_PROGRESS_H

#include <stdint.h>

// `percentage` is 0 to 100, or -1 where the engine does not know.
struct DuckDBProgress {
  double percentage;
  uint64_t rows_processed;
  uint64_t total_rows_to_process;
};

#endif
