#define _GNU_SOURCE
#include "CPty.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

/// In the child: only calls that are safe after a fork.
static void become(const char *path, char *const arguments[], char *const environment[]) {
  setsid();
  int terminal = open(path, O_RDWR);
  if (terminal < 0)
    _exit(126);
  ioctl(terminal, TIOCSCTTY, 0);
  for (int stream = 0; stream < 3; stream++)
    dup2(terminal, stream);
  for (int other = 3; other < 256; other++)
    close(other);
  for (int number = 1; number < 32; number++)
    signal(number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  execve(arguments[0], arguments, environment);
  _exit(127);
}

pid_t cpty_start(char *const arguments[], char *const environment[], int columns, int rows, int *terminal) {
  int side = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (side < 0 || grantpt(side) != 0 || unlockpt(side) != 0)
    return -1;
  char path[256];
  if (ptsname_r(side, path, sizeof path) != 0)
    return -1;
  cpty_resize(side, columns, rows);
  fcntl(side, F_SETFL, fcntl(side, F_GETFL) | O_NONBLOCK);
  pid_t process = fork();
  if (process == 0)
    become(path, arguments, environment);
  if (process < 0)
    close(side);
  *terminal = side;
  return process;
}

void cpty_resize(int terminal, int columns, int rows) {
  struct winsize size = {.ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};
  ioctl(terminal, TIOCSWINSZ, &size);
}

bool cpty_wait(int terminal, int milliseconds) {
  struct pollfd wait = {terminal, POLLIN, 0};
  return poll(&wait, 1, milliseconds) > 0;
}

int cpty_status(pid_t process) {
  int status;
  if (waitpid(process, &status, WNOHANG) != process)
    return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
