#define _GNU_SOURCE
#include "CEditLine.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#define SIGNAL_COUNT 65

static int signal_pipe[2] = {-1, -1};
static volatile sig_atomic_t termination;
static struct sigaction previous[SIGNAL_COUNT];
static int depth[SIGNAL_COUNT];

bool cx_wake_pipe(int ends[2]) {
  if (pipe(ends) != 0)
    return false;
  for (int i = 0; i < 2; i++) {
    fcntl(ends[i], F_SETFL, fcntl(ends[i], F_GETFL) | O_NONBLOCK);
    fcntl(ends[i], F_SETFD, FD_CLOEXEC);
  }
  return true;
}

int cx_signals_open(void) {
  if (signal_pipe[0] < 0 && !cx_wake_pipe(signal_pipe))
    signal_pipe[0] = signal_pipe[1] = -1;
  return signal_pipe[0];
}

static void arrived(int number) {
  int error = errno;
  if (number == SIGTERM || number == SIGHUP) {
    if (termination == number)  // asked twice: no more waiting
      signal(number, SIG_DFL), raise(number);
    termination = number;
  }
  unsigned char byte = (unsigned char)number;
  ssize_t written = write(signal_pipe[1], &byte, 1);
  (void)written;
  errno = error;
}

void cx_signal_catch(int number) {
  if (number <= 0 || number >= SIGNAL_COUNT || depth[number]++ > 0 || cx_signals_open() < 0)
    return;
  // Other runtimes of the process run handlers on small stacks of their own: SA_ONSTACK. Without
  // SA_RESTART a blocking call of the main thread ends when a signal arrives.
  struct sigaction action = {.sa_handler = arrived, .sa_flags = SA_ONSTACK};
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, &previous[number]);
  if (previous[number].sa_handler == SIG_IGN)
    sigaction(number, &previous[number], NULL);
}

void cx_signal_release(int number) {
  if (number > 0 && number < SIGNAL_COUNT && depth[number] > 0 && --depth[number] == 0)
    sigaction(number, &previous[number], NULL);
}

void cx_signal_ignore(int number) { signal(number, SIG_IGN); }

void cx_signal_by_default(int number) {
  struct sigaction action = {.sa_handler = SIG_DFL}, before;
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, &before);
  raise(number);
  // A stopped process goes on here; one that was ended does not.
  sigaction(number, &before, NULL);
}

void cx_signals_discard(void) {
  char drain[64];
  while (signal_pipe[0] >= 0 && read(signal_pipe[0], drain, sizeof drain) > 0) {
  }
}

int cx_signals_termination(void) { return termination; }

// MARK: Watching

struct cx_watch {
  pthread_t thread;
  int stop[2];
  void *context;
  void (*arrived)(void *context, int number);
};

static void *watch_signals(void *argument) {
  cx_watch *watch = argument;
  struct pollfd waits[2] = {{signal_pipe[0], POLLIN, 0}, {watch->stop[0], POLLIN, 0}};
  for (;;) {
    if (poll(waits, 2, -1) < 0 && errno != EINTR)
      return NULL;
    unsigned char byte;
    if ((waits[0].revents & POLLIN) && read(signal_pipe[0], &byte, 1) == 1)
      watch->arrived(watch->context, byte);
    else if (waits[1].revents)
      return NULL;
  }
}

cx_watch *cx_watch_start(void *context, void (*handler)(void *context, int number)) {
  cx_watch *watch = calloc(1, sizeof *watch);
  if (!watch)
    return NULL;
  watch->context = context;
  watch->arrived = handler;
  if (cx_signals_open() < 0 || !cx_wake_pipe(watch->stop)) {
    free(watch);
    return NULL;
  }
  if (pthread_create(&watch->thread, NULL, watch_signals, watch) != 0) {
    close(watch->stop[0]), close(watch->stop[1]);
    free(watch);
    return NULL;
  }
  return watch;
}

void cx_watch_stop(cx_watch *watch) {
  ssize_t written = write(watch->stop[1], "", 1);
  (void)written;
  pthread_join(watch->thread, NULL);
  close(watch->stop[0]), close(watch->stop[1]);
  free(watch);
}
