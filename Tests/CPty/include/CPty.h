// A program on a pseudo-terminal of its own, for tests of what needs one.
#pragma once

#include <stdbool.h>
#include <sys/types.h>

/// Starts a program as the leader of a session on a new terminal; its process, -1 if it cannot. `*terminal`
/// is the other side of its terminal: reads never block.
pid_t cpty_start(char *const arguments[], char *const environment[], int columns, int rows, int *terminal);
void cpty_resize(int terminal, int columns, int rows);
/// Waits for bytes, at most so long; false when none came.
bool cpty_wait(int terminal, int milliseconds);
/// The exit status, 128 plus the signal that ended it, -1 while it runs.
int cpty_status(pid_t process);
