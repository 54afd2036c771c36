// What Swift cannot say about libedit, signals, the streams of C and child processes.
//
// libedit sets its options by variadic functions, which Swift does not import: one typed function for each
// option that cxsh uses stands here. Functions of libedit that are not variadic are used as they are.
#pragma once

#include <histedit.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

// MARK: The editor

/// One libedit editor with its history and its callbacks.
typedef struct cx_editor cx_editor;

/// The commands that cxsh adds to libedit's own.
enum cx_command {
  CX_COMMAND_ENTER = 0,
  CX_COMMAND_BREAK,
  CX_COMMAND_COMPLETE,
  CX_COMMAND_PASTE,
  CX_COMMAND_UP,
  CX_COMMAND_DOWN,
  CX_COMMAND_ROW_START,
  CX_COMMAND_ROW_END,
};

/// Built-in commands of libedit that a command of ours can ask for as the next one.
enum cx_key { CX_KEY_RUN, CX_KEY_OLDER, CX_KEY_NEWER };

/// What interrupts the wait for a key; positive values are signal numbers.
enum cx_event {
  /// What has been typed is painted, and no further key is there.
  CX_EVENT_IDLE = -2,
  CX_EVENT_READY = -1,
  CX_EVENT_WAKE = 0,
};

/// Called while a line is read, on the thread that reads it.
typedef struct cx_callbacks {
  void *context;
  /// Runs one of our commands; the result is one of libedit's CC_ values.
  int (*command)(void *context, int command);
  /// Tells of a signal or a wake-up; false ends the line without a result.
  bool (*event)(void *context, int event);
} cx_callbacks;

/// Takes some UTF-8 locale for characters if the environment's own is none; false if the system has none.
bool cx_adopt_utf8(void);
/// Takes the environment's locale for characters, once; whether it is UTF-8.
bool cx_locale_is_utf8(void);

cx_editor *cx_editor_open(const char *program, int wake_fd, int signal_fd, cx_callbacks callbacks);
void cx_editor_close(cx_editor *editor);
/// Reads `file` as an editrc file; false if there is none.
bool cx_editor_source(cx_editor *editor, const char *file);
/// Binds our keys; to be called after `cx_editor_source`, which may replace whole key maps.
void cx_editor_bind_keys(cx_editor *editor);
/// The prompt of the next line; '\1' stands around sequences that take no room.
void cx_editor_set_prompt(cx_editor *editor, const char *prompt);
void cx_editor_raw_mode(cx_editor *editor, bool raw);
void cx_editor_measure(cx_editor *editor);
void cx_editor_repaint(cx_editor *editor);
void cx_editor_press(cx_editor *editor, enum cx_key key);
/// Writes to the terminal what libedit does not know of.
void cx_editor_write(cx_editor *editor, const char *text);
void cx_editor_add_history(cx_editor *editor, const char *entry);
void cx_editor_limit_history(cx_editor *editor, int entries);
/// The line without its end, NULL at the end of the input (`*count` 0) or when the read ended early (-1).
const char *cx_editor_gets(cx_editor *editor, int *count);
/// The edited text; `*cursor` in bytes.
const char *cx_editor_line(cx_editor *editor, size_t *length, size_t *cursor);
bool cx_editor_insert(cx_editor *editor, const char *text);
/// Deletes scalars before the cursor.
void cx_editor_delete_before(cx_editor *editor, int scalars);
/// Moves the cursor by scalars.
void cx_editor_move(cx_editor *editor, int scalars);
/// What the last paste brought, up to the next key.
const char *cx_editor_pasted(cx_editor *editor, size_t *length);
/// Columns of a scalar as libedit counts them, -1 if it does not print.
int cx_scalar_width(unsigned int scalar);

// MARK: Signals

/// Opens the pipe on which signals arrive as one byte each; its reading end, -1 if there is none.
int cx_signals_open(void);
/// Sends `signal` to the pipe from now on; calls may be nested. What was ignored stays so.
void cx_signal_catch(int signal);
/// Undoes one `cx_signal_catch`.
void cx_signal_release(int signal);
void cx_signal_ignore(int signal);
/// Gives `signal` its default action and sends it to this process.
void cx_signal_by_default(int signal);
/// Drops what waits in the pipe.
void cx_signals_discard(void);
/// SIGTERM or SIGHUP once one has arrived, else 0.
int cx_signals_termination(void);

/// A thread that hands signals on while the calling thread is busy.
typedef struct cx_watch cx_watch;
cx_watch *cx_watch_start(void *context, void (*arrived)(void *context, int signal));
void cx_watch_stop(cx_watch *watch);

// MARK: Processes and streams

/// Opens a pipe that neither blocks nor survives an exec; false if it cannot.
bool cx_wake_pipe(int ends[2]);
/// Starts a program that reads what the caller writes to `*input`; 0 or an errno.
int cx_spawn_reader(char *const arguments[], char *const environment[], pid_t *process, int *input);
/// The exit status of a child, or 128 plus the signal that ended it.
int cx_wait(pid_t process);
char **cx_environment(void);
/// Columns and rows of a terminal; false if `descriptor` is none or does not know.
bool cx_terminal_size(int descriptor, int *columns, int *rows);
/// Keeps the terminal's modes, and sets them again; NULL if standard input is no terminal.
void *cx_modes_save(void);
void cx_modes_restore(void *modes);
/// Seconds of a clock that nobody sets.
double cx_seconds(void);
