// The C side of the engine: structures and function tables, no code.
//
// - The Arrow C data interface and the Arrow C stream interface: columns handed over without a copy.
// - ADBC 1.1: the table of functions that a database driver fills in.
// - One structure of DuckDB's C interface, since a structure returned by value needs its exact layout.
//
// Written from the specifications; names and order of the members are theirs, since they are the ABI.
#ifndef CADBC_H
#define CADBC_H

#include "ADBC.h"
#include "ArrowC.h"
#include "DuckDBProgress.h"

#endif
