#define _GNU_SOURCE
#include "CEditLine.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#if defined(__APPLE__)
#include <crt_externs.h>
char **cx_environment(void) { return *_NSGetEnviron(); }
#else
extern char **environ;
char **cx_environment(void) { return environ; }
#endif

/// The child gets the signals back that this process ignores or catches.
static void give_signals_back(posix_spawnattr_t *attributes) {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGPIPE);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTSTP);
  posix_spawnattr_setsigdefault(attributes, &signals);
  posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGDEF);
}

int cx_spawn_reader(char *const arguments[], char *const environment[], pid_t *process, int *input) {
  int ends[2];
  if (pipe(ends) != 0)
    return errno;
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  fcntl(ends[1], F_SETFD, FD_CLOEXEC);
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO);
  give_signals_back(&attributes);
  int error = posix_spawnp(process, arguments[0], &actions, &attributes, arguments, environment);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  close(ends[0]);
  if (error != 0)
    close(ends[1]);
  *input = error == 0 ? ends[1] : -1;
  return error;
}

int cx_wait(pid_t process) {
  int status;
  while (waitpid(process, &status, 0) < 0)
    if (errno != EINTR)
      return 127;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

bool cx_terminal_size(int descriptor, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
    return false;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return true;
}

void *cx_modes_save(void) {
  struct termios *modes = malloc(sizeof *modes);
  if (modes && tcgetattr(STDIN_FILENO, modes) != 0) {
    free(modes);
    return NULL;
  }
  return modes;
}

void cx_modes_restore(void *modes) {
  if (modes)
    tcsetattr(STDIN_FILENO, TCSADRAIN, modes);
  free(modes);
}

double cx_seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}
