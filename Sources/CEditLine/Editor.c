#define _GNU_SOURCE
#include "CEditLine.h"

#include <errno.h>
#include <langinfo.h>
#include <limits.h>
#include <locale.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

// Keys that no keyboard sends: C1 controls, which `get_character` takes from nobody but us. libedit looks
// them up like any other key, so that a command can ask for one of libedit's commands, or `get_character`
// for one of ours.
#define KEY_RUN "\xC2\x81"
#define KEY_OLDER "\xC2\x82"
#define KEY_NEWER "\xC2\x85"
#define KEY_PASTE "\xC2\x86"
#define CHARACTER_PASTE 0x86

#define QUEUE_CAPACITY 64
#define PASTE_LIMIT (4u << 20)
#define SEQUENCE_WAIT_MS 50

struct cx_editor {
  EditLine *line;
  History *history;
  cx_callbacks callbacks;
  int wake_fd, signal_fd;
  bool ending, ready_told;
  char *prompt;
  // Bytes read ahead to recognise a key sequence.
  unsigned char queue[QUEUE_CAPACITY];
  size_t queue_start, queue_end;
  char *pasted;
  size_t pasted_length, pasted_capacity;
};

static cx_editor *editor_of(EditLine *line) {
  cx_editor *editor = NULL;
  el_get(line, EL_CLIENTDATA, &editor);
  return editor;
}

// MARK: Locale

static bool codeset_is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

bool cx_locale_is_utf8(void) {
  // Asked once: a second time would take the locale away that an editor has adopted.
  static int answer = -1;
  if (answer < 0) {
    setlocale(LC_CTYPE, "");
    answer = codeset_is_utf8();
  }
  return answer;
}

bool cx_adopt_utf8(void) {
  if (cx_locale_is_utf8() || codeset_is_utf8())
    return true;
  static const char *const names[] = {"C.UTF-8", "C.utf8", "en_US.UTF-8"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (setlocale(LC_CTYPE, names[i]) && codeset_is_utf8())
      return true;
  return false;
}

int cx_scalar_width(unsigned int scalar) { return wcwidth((wchar_t)scalar); }

// MARK: Reading keys

/// Waits for a byte and tells of signals and wake-ups meanwhile; false when the line is to end.
static bool wait_for_input(cx_editor *editor) {
  struct pollfd waits[3] = {
      {STDIN_FILENO, POLLIN, 0}, {editor->signal_fd, POLLIN, 0}, {editor->wake_fd, POLLIN, 0}};
  bool idle_told = false;
  while (!editor->ending) {
    int ready = poll(waits, 3, idle_told ? -1 : 0);
    if (ready < 0 && errno != EINTR)
      return false;
    if (ready >= 0 && !editor->ready_told) {
      editor->ready_told = true;
      editor->callbacks.event(editor->callbacks.context, CX_EVENT_READY);
    }
    if (ready == 0) {
      idle_told = true;
      editor->callbacks.event(editor->callbacks.context, CX_EVENT_IDLE);
    }
    if (ready <= 0)
      continue;
    unsigned char byte;
    if (waits[1].revents && read(editor->signal_fd, &byte, 1) == 1) {
      editor->ending = !editor->callbacks.event(editor->callbacks.context, byte);
    } else if (waits[2].revents) {
      char drain[64];
      while (read(editor->wake_fd, drain, sizeof drain) > 0) {
      }
      editor->ending = !editor->callbacks.event(editor->callbacks.context, CX_EVENT_WAKE);
    } else if (waits[0].revents) {
      return true;
    }
  }
  return false;
}

/// The next byte: 1, 0 at the end of the input, -1 when the line is to end.
static int next_byte(cx_editor *editor, unsigned char *byte) {
  if (editor->queue_start < editor->queue_end) {
    *byte = editor->queue[editor->queue_start++];
    return 1;
  }
  for (;;) {
    if (!wait_for_input(editor)) {
      errno = EINTR;
      return -1;
    }
    ssize_t count = read(STDIN_FILENO, byte, 1);
    if (count >= 0)
      return (int)count;
    if (errno == EIO)  // the terminal is gone
      return 0;
    if (errno != EINTR && errno != EAGAIN)
      return -1;
  }
}

/// Whether another byte follows at once, as the bytes of one key do.
static bool byte_follows(cx_editor *editor) {
  if (editor->queue_start < editor->queue_end)
    return true;
  struct pollfd wait = {STDIN_FILENO, POLLIN, 0};
  return poll(&wait, 1, SEQUENCE_WAIT_MS) > 0 && (wait.revents & POLLIN);
}

static void put_back(cx_editor *editor, const unsigned char *bytes, size_t count) {
  unsigned char rest[QUEUE_CAPACITY];
  size_t waiting = editor->queue_end - editor->queue_start;
  if (count + waiting > QUEUE_CAPACITY)
    return;
  memcpy(rest, editor->queue + editor->queue_start, waiting);
  memcpy(editor->queue, bytes, count);
  memcpy(editor->queue + count, rest, waiting);
  editor->queue_start = 0;
  editor->queue_end = count + waiting;
}

/// Takes `expected` off the input if it follows at once, else leaves the input as it was.
static bool take_sequence(cx_editor *editor, const char *expected) {
  unsigned char seen[16];
  size_t count = 0;
  bool matches = true;
  while (matches && expected[count] && count < sizeof seen) {
    if (!byte_follows(editor) || next_byte(editor, &seen[count]) != 1)
      break;
    matches = seen[count] == (unsigned char)expected[count];
    count++;
  }
  if (matches && !expected[count])
    return true;
  put_back(editor, seen, count);
  return false;
}

// MARK: Bracketed paste

static void append_pasted(cx_editor *editor, unsigned char byte) {
  if (editor->pasted_length >= PASTE_LIMIT)
    return;
  if (editor->pasted_length + 1 >= editor->pasted_capacity) {
    size_t capacity = editor->pasted_capacity ? 2 * editor->pasted_capacity : 4096;
    char *larger = realloc(editor->pasted, capacity);
    if (!larger)
      return;
    editor->pasted = larger;
    editor->pasted_capacity = capacity;
  }
  editor->pasted[editor->pasted_length++] = (char)byte;
}

/// Reads on to the end of the paste, the end of the input or an interrupt.
static int collect_paste(cx_editor *editor) {
  unsigned char byte;
  int result;
  editor->pasted_length = 0;
  while ((result = next_byte(editor, &byte)) == 1) {
    if (byte == 033 && take_sequence(editor, "[201~"))
      return 1;
    append_pasted(editor, byte);
  }
  return result;
}

const char *cx_editor_pasted(cx_editor *editor, size_t *length) {
  *length = editor->pasted ? editor->pasted_length : 0;
  return editor->pasted ? editor->pasted : "";
}

// MARK: Characters

/// Whether libedit shows its search line, which it keeps as the last line of the text.
static bool is_searching(cx_editor *editor) {
  const LineInfoW *text = el_wline(editor->line);
  const wchar_t *start = text->lastchar;
  while (start > text->buffer && start[-1] != L'\n')
    start--;
  if (start == text->buffer || text->lastchar - start < 4)
    return false;
  bool word = wcsncmp(start, L"bck", 3) == 0 || wcsncmp(start, L"fwd", 3) == 0;
  return word && (start[3] == L':' || start[3] == L'?');
}

/// An escape: the start of a paste, of a key's sequence, or a key of its own.
static int read_escape(cx_editor *editor, wchar_t *character) {
  *character = 033;
  if (take_sequence(editor, "[200~")) {
    *character = CHARACTER_PASTE;
    return collect_paste(editor);
  }
  // The search takes an escape as its end and would then type the rest of an arrow key into the line.
  if (is_searching(editor) && byte_follows(editor))
    put_back(editor, (const unsigned char *)"\033", 1);
  return 1;
}

/// Reads the rest of a character of several bytes; false for bytes that are none.
static int decode(cx_editor *editor, unsigned char first, wchar_t *character) {
  char bytes[MB_LEN_MAX] = {(char)first};
  for (size_t count = 1;; count++) {
    mbstate_t state = {0};
    size_t used = mbrtowc(character, bytes, count, &state);
    if (used == (size_t)-1 || count == sizeof bytes)
      return 2;
    if (used != (size_t)-2)
      return 1;
    unsigned char next;
    int result = next_byte(editor, &next);
    if (result != 1)
      return result;
    bytes[count] = (char)next;
  }
}

/// libedit's read function: 1 and a character, 0 at the end of the input, -1 when the line is to end.
static int get_character(EditLine *line, wchar_t *character) {
  cx_editor *editor = editor_of(line);
  for (;;) {
    unsigned char byte;
    int result = next_byte(editor, &byte);
    if (result != 1)
      return result;
    if (byte == 033)
      return read_escape(editor, character);
    result = decode(editor, byte, character);
    if (result == 2 || (result == 1 && *character >= 0x80 && *character < 0xA0))
      continue;  // no character, or one of the keys that are ours alone
    return result;
  }
}

// MARK: Commands

static unsigned char run_command(EditLine *line, int command) {
  cx_editor *editor = editor_of(line);
  return (unsigned char)editor->callbacks.command(editor->callbacks.context, command);
}

#define COMMAND(NAME, VALUE)                                \
  static unsigned char NAME(EditLine *line, int key) {      \
    (void)key;                                              \
    return run_command(line, VALUE);                        \
  }
COMMAND(enter, CX_COMMAND_ENTER)
COMMAND(break_line, CX_COMMAND_BREAK)
COMMAND(complete, CX_COMMAND_COMPLETE)
COMMAND(paste, CX_COMMAND_PASTE)
COMMAND(up, CX_COMMAND_UP)
COMMAND(down, CX_COMMAND_DOWN)
COMMAND(row_start, CX_COMMAND_ROW_START)
COMMAND(row_end, CX_COMMAND_ROW_END)

static void add_commands(EditLine *line) {
  el_set(line, EL_ADDFN, "cx-enter", "Run the statement, or go on with it in a new row", enter);
  el_set(line, EL_ADDFN, "cx-break", "Start a new row", break_line);
  el_set(line, EL_ADDFN, "cx-complete", "Complete the word before the cursor", complete);
  el_set(line, EL_ADDFN, "cx-paste", "Insert what was pasted", paste);
  el_set(line, EL_ADDFN, "cx-up", "Go up a row, or back in the history", up);
  el_set(line, EL_ADDFN, "cx-down", "Go down a row, or forth in the history", down);
  el_set(line, EL_ADDFN, "cx-row-start", "Go to the start of the row", row_start);
  el_set(line, EL_ADDFN, "cx-row-end", "Go to the end of the row", row_end);
}

static void bind_everywhere(EditLine *line, const char *key, const char *command) {
  el_set(line, EL_BIND, key, command, NULL);
  el_set(line, EL_BIND, "-a", key, command, NULL);
}

static bool is_vi(EditLine *line) {
  const char *name = NULL;
  return el_get(line, EL_EDITOR, &name) == 0 && name && strcmp(name, "vi") == 0;
}

/// Keys of the emacs map. Most begin with an escape: in vi's insert map they would keep Escape waiting.
static void bind_emacs_keys(EditLine *line) {
  static const char *const keys[][2] = {
      {"^A", "cx-row-start"},           {"^E", "cx-row-end"},
      {"\033\r", "cx-break"},           {"\033\n", "cx-break"},
      {"\033[A", "cx-up"},              {"\033OA", "cx-up"},
      {"\033[B", "cx-down"},            {"\033OB", "cx-down"},
      {"\033[H", "cx-row-start"},     {"\033OH", "cx-row-start"},
      {"\033[1~", "cx-row-start"},    {"\033[F", "cx-row-end"},
      {"\033OF", "cx-row-end"},     {"\033[4~", "cx-row-end"},
      {"\033[3~", "ed-delete-next-char"},
      {"\033[1;5C", "em-next-word"},    {"\033[1;5D", "ed-prev-word"},
      {"\033[1;3C", "em-next-word"},    {"\033[1;3D", "ed-prev-word"},
      {"\033[5C", "em-next-word"},      {"\033[5D", "ed-prev-word"},
  };
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
    el_set(line, EL_BIND, keys[i][0], keys[i][1], NULL);
}

void cx_editor_bind_keys(cx_editor *editor) {
  EditLine *line = editor->line;
  bind_everywhere(line, KEY_RUN, "ed-newline");
  bind_everywhere(line, KEY_OLDER, "ed-prev-history");
  bind_everywhere(line, KEY_NEWER, "ed-next-history");
  bind_everywhere(line, KEY_PASTE, "cx-paste");
  bind_everywhere(line, "\n", "cx-enter");
  bind_everywhere(line, "\r", "cx-enter");
  el_set(line, EL_BIND, "\t", "cx-complete", NULL);
  el_set(line, EL_BIND, "^R", "em-inc-search-prev", NULL);
  if (!is_vi(line))
    bind_emacs_keys(line);
}

void cx_editor_press(cx_editor *editor, enum cx_key key) {
  static const char *const keys[] = {KEY_RUN, KEY_OLDER, KEY_NEWER};
  el_push(editor->line, keys[key]);
}

// MARK: Life

static char *prompt_of(EditLine *line) {
  static char none[] = "";
  cx_editor *editor = editor_of(line);
  return editor->prompt ? editor->prompt : none;
}

cx_editor *cx_editor_open(const char *program, int wake_fd, int signal_fd, cx_callbacks callbacks) {
  cx_editor *editor = calloc(1, sizeof *editor);
  if (!editor)
    return NULL;
  editor->callbacks = callbacks;
  editor->wake_fd = wake_fd;
  editor->signal_fd = signal_fd;
  editor->line = el_init(program, stdin, stdout, stderr);
  editor->history = history_init();
  if (!editor->line || !editor->history) {
    cx_editor_close(editor);
    return NULL;
  }
  el_set(editor->line, EL_CLIENTDATA, editor);
  el_set(editor->line, EL_SIGNAL, 0);
  // A pasted CR LF is one newline: the terminal must not make it two.
  el_set(editor->line, EL_SETTY, "-d", "-icrnl", "-inlcr", NULL);
  el_set(editor->line, EL_GETCFN, get_character);
  el_set(editor->line, EL_EDITOR, "emacs");
  el_set(editor->line, EL_HIST, history, editor->history);
  el_set(editor->line, EL_PROMPT_ESC, prompt_of, '\1');
  add_commands(editor->line);
  return editor;
}

void cx_editor_close(cx_editor *editor) {
  if (editor->line)
    el_end(editor->line);
  if (editor->history)
    history_end(editor->history);
  free(editor->prompt);
  free(editor->pasted);
  free(editor);
}

bool cx_editor_source(cx_editor *editor, const char *file) { return el_source(editor->line, file) == 0; }

void cx_editor_set_prompt(cx_editor *editor, const char *prompt) {
  free(editor->prompt);
  editor->prompt = strdup(prompt);
}

void cx_editor_add_history(cx_editor *editor, const char *entry) {
  HistEvent event;
  history(editor->history, &event, H_ENTER, entry);
}

void cx_editor_limit_history(cx_editor *editor, int entries) {
  HistEvent event;
  history(editor->history, &event, H_SETSIZE, entries);
}

// MARK: The line

void cx_editor_raw_mode(cx_editor *editor, bool raw) { el_set(editor->line, EL_PREP_TERM, raw ? 1 : 0); }

void cx_editor_measure(cx_editor *editor) { el_resize(editor->line); }

void cx_editor_repaint(cx_editor *editor) { el_set(editor->line, EL_REFRESH); }

void cx_editor_write(cx_editor *editor, const char *text) {
  (void)editor;
  fputs(text, stdout);
  fflush(stdout);
}

const char *cx_editor_gets(cx_editor *editor, int *count) {
  editor->ending = false;
  editor->ready_told = false;
  const char *line = el_gets(editor->line, count);
  if (!editor->ending)
    return line;
  editor->queue_start = editor->queue_end = 0;  // half a key's sequence is no start for the next line
  *count = -1;
  return NULL;
}

const char *cx_editor_line(cx_editor *editor, size_t *length, size_t *cursor) {
  const LineInfo *text = el_line(editor->line);
  *length = (size_t)(text->lastchar - text->buffer);
  *cursor = (size_t)(text->cursor - text->buffer);
  return text->buffer;
}

bool cx_editor_insert(cx_editor *editor, const char *text) {
  return el_insertstr(editor->line, text) == 0;
}

void cx_editor_delete_before(cx_editor *editor, int scalars) { el_deletestr(editor->line, scalars); }

void cx_editor_move(cx_editor *editor, int scalars) { el_cursor(editor->line, scalars); }
