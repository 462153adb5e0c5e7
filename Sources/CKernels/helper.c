// For the processors of a thread, on Linux.
#define _GNU_SOURCE

#include "helper.h"

#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <time.h>

struct job {
  void (*work)(const void *context, size_t piece);
  const void *context;
  size_t pieces;
  /// The first piece that nobody has begun.
  _Atomic size_t next;
  /// Whether the helper, which took the job, has left it.
  _Atomic bool left;
};

enum {
  /// The most jobs done alone before the helper is asked again.
  longest_rest = 63,
};

/// Whether a thread has the helper; the others do their work alone.
static _Atomic bool taken;
/// The job that the helper has not yet taken.
static _Atomic(struct job *) offered;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t has_offer = PTHREAD_COND_INITIALIZER;
static pthread_cond_t has_left = PTHREAD_COND_INITIALIZER;

// What follows belongs to the thread that has the helper.
static bool started;
static pthread_t helper;
/// Jobs to do alone before the helper is asked again, and how many they were the last time.
static unsigned rest, next_rest;

/// Does pieces until none is left that nobody has begun, and returns their number.
static size_t do_pieces(struct job *job) {
  size_t done = 0;
  for (;; done++) {
    const size_t piece = atomic_fetch_add_explicit(&job->next, 1, memory_order_relaxed);
    if (piece >= job->pieces) return done;
    job->work(job->context, piece);
  }
}

static void *help(void *unused) {
  for (;;) {
    pthread_mutex_lock(&lock);
    struct job *job;
    while ((job = atomic_exchange(&offered, NULL)) == NULL) pthread_cond_wait(&has_offer, &lock);
    pthread_mutex_unlock(&lock);
    do_pieces(job);
    // The job may be gone as soon as it is left, but for the lock.
    pthread_mutex_lock(&lock);
    atomic_store_explicit(&job->left, true, memory_order_release);
    pthread_cond_signal(&has_left);
    pthread_mutex_unlock(&lock);
  }
  return unused;
}

/// Starts the helper, which takes no signal and does not keep the process from ending.
static bool start(void) {
  sigset_t all, before;
  sigfillset(&all);
  if (pthread_sigmask(SIG_SETMASK, &all, &before) != 0) return false;
  started = pthread_create(&helper, NULL, help, NULL) == 0;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  if (started) pthread_detach(helper);
  return started;
}

#if defined(__GLIBC__)
static cpu_set_t processors;

static void move_helper(const cpu_set_t *to) {
  if (CPU_EQUAL(to, &processors)) return;
  processors = *to;
  pthread_setaffinity_np(helper, sizeof processors, &processors);
}

/// Sends the helper to any processor but this one: in a virtual machine a sleeping processor may
/// pass for one in use, and both would run here, one after the other.
static bool send_away(void) {
  cpu_set_t others;
  const int here = sched_getcpu();
  if (here < 0 || sched_getaffinity(0, sizeof others, &others) != 0) return false;
  CPU_CLR(here, &others);
  if (CPU_COUNT(&others) == 0 || (!started && !start())) return false;
  move_helper(&others);
  return true;
}

/// Lets the helper have this processor, while its own is another program's.
static void take_in(void) {
  cpu_set_t own;
  const int here = sched_getcpu();
  CPU_ZERO(&own);
  if (here < 0) return;
  CPU_SET(here, &own);
  move_helper(&own);
}
#else
static bool send_away(void) { return started || start(); }

static void take_in(void) {}
#endif

static double seconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static bool has_ended(struct job *job) {
  return atomic_load_explicit(&job->left, memory_order_acquire);
}

/// Offers the job, unless the helper holds the lock: it may have lost its processor meanwhile.
static bool offer(struct job *job) {
  if (!send_away() || pthread_mutex_trylock(&lock) != 0) return false;
  atomic_store(&offered, job);
  pthread_cond_signal(&has_offer);
  pthread_mutex_unlock(&lock);
  return true;
}

/// Waits until the helper has done its last piece, and returns whether that took no longer than two
/// pieces take here.
static bool wait_for_helper(struct job *job, double piece_seconds) {
  const double end = seconds() + 2 * piece_seconds;
  while (!has_ended(job) && seconds() < end) continue;
  if (has_ended(job)) return true;
  take_in();
  pthread_mutex_lock(&lock);
  while (!has_ended(job)) pthread_cond_wait(&has_left, &lock);
  pthread_mutex_unlock(&lock);
  return false;
}

/// A helper that came too late lost more time than it saves a few times: its processor is in use.
static void learn(bool was_in_time) {
  if (was_in_time) {
    next_rest /= 2;
    return;
  }
  next_rest = next_rest * 2 + 3 < longest_rest ? next_rest * 2 + 3 : longest_rest;
  rest = next_rest;
}

void ck_share(void (*work)(const void *context, size_t piece), const void *context, size_t pieces) {
  struct job job = {.work = work, .context = context, .pieces = pieces};
  if (atomic_exchange(&taken, true)) {
    do_pieces(&job);
    return;
  }
  const double begin = seconds();
  const bool is_offered = rest == 0 && offer(&job);
  const size_t done = do_pieces(&job);
  if (rest > 0) rest--;
  if (is_offered) {
    const double piece_seconds = (seconds() - begin) / (double)(done > 0 ? done : 1);
    const bool began = atomic_exchange(&offered, NULL) == NULL;
    learn(began && wait_for_helper(&job, piece_seconds));
  }
  atomic_store(&taken, false);
}
