// libedit as Swift can call it: one narrow function for each variadic call, and for the few C macros
// that Swift does not import. No static variables: every object file would get its own.

#ifndef EPYNN_EDIT_LINE_SHIM_H
#define EPYNN_EDIT_LINE_SHIM_H

#include <errno.h>
#include <histedit.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <wchar.h>

#pragma clang assume_nonnull begin

// glibc shows wcwidth only where _XOPEN_SOURCE is set before its first header.
extern int wcwidth(wchar_t);

typedef wchar_t *_Nullable (*EditLinePrompt)(EditLine *editor);
typedef unsigned char (*EditLineCommand)(EditLine *editor, wint_t key);
typedef int (*EditLineSource)(EditLine *editor, wchar_t *character);

static inline EditLine *_Nullable editLineStart(const char *program) {
  return el_init(program, stdin, stdout, stderr);
}

static inline void editLineSetOwner(EditLine *editor, void *owner) {
  el_wset(editor, EL_CLIENTDATA, owner);
}

static inline void *_Nullable editLineOwner(EditLine *editor) {
  void *owner = NULL;
  el_wget(editor, EL_CLIENTDATA, &owner);
  return owner;
}

static inline void editLineSetPrompt(EditLine *editor, EditLinePrompt prompt, int escape) {
  el_wset(editor, EL_PROMPT_ESC, prompt, escape);
}

static inline void editLineSetSource(EditLine *editor, EditLineSource source) {
  el_wset(editor, EL_GETCFN, source);
}

static inline void editLineSetEditor(EditLine *editor, const char *name) {
  el_set(editor, EL_EDITOR, name);
}

static inline bool editLineIsVi(EditLine *editor) {
  const wchar_t *name = NULL;
  return el_wget(editor, EL_EDITOR, &name) == 0 && name != NULL && wcscmp(name, L"vi") == 0;
}

static inline bool editLineIsEditing(EditLine *editor) {
  int editing = 0;
  return el_wget(editor, EL_EDITMODE, &editing) == 0 && editing != 0;
}

static inline void editLineSetHistory(EditLine *editor, HistoryW *history) {
  el_wset(editor, EL_HIST, history_w, history);
}

// The narrow call: libedit keeps copies of the two texts, the wide one keeps the pointers.
static inline void editLineAddCommand(
    EditLine *editor, const char *name, const char *help, EditLineCommand command) {
  el_set(editor, EL_ADDFN, name, help, command);
}

// Has libedit do what a line of .editrc says; false where it knows no such word. A line with a
// quotation that is left open says nothing.
static inline bool editLineTake(EditLine *editor, const wchar_t *line) {
  int count = 0;
  const wchar_t **words = NULL;
  TokenizerW *tokenizer = tok_winit(NULL);
  if (tokenizer == NULL) return false;
  bool isWhole = tok_wstr(tokenizer, line, &count, &words) == 0 && count > 0;
  bool isKnown = !isWhole || el_wparse(editor, count, words) != -1;
  tok_wend(tokenizer);
  return isKnown;
}

static inline void editLineBind(EditLine *editor, bool alternate, const char *key,
    const char *command) {
  if (alternate) {
    el_set(editor, EL_BIND, "-a", key, command, NULL);
  } else {
    el_set(editor, EL_BIND, key, command, NULL);
  }
}

// What `bind KEY` prints, and without a key what `bind` does, to be freed by the caller: libedit has
// no other way to ask.
static inline char *_Nullable editLineBinding(EditLine *editor, bool alternate,
    const char *_Nullable key) {
  char *text = NULL;
  size_t length = 0;
  FILE *memory = open_memstream(&text, &length);
  if (memory == NULL) return NULL;
  el_wset(editor, EL_SETFP, 1, memory);
  el_wset(editor, EL_SETFP, 2, memory);
  if (alternate) {
    el_set(editor, EL_BIND, "-a", key, NULL);
  } else {
    el_set(editor, EL_BIND, key, NULL);
  }
  el_wset(editor, EL_SETFP, 1, stdout);
  el_wset(editor, EL_SETFP, 2, stderr);
  fclose(memory);
  return text;
}

// Ctrl-C and Ctrl-Z arrive as keys while a line is edited, and Ctrl-S does not freeze the terminal.
static inline void editLineTakeControlKeys(EditLine *editor) {
  el_set(editor, EL_SETTY, "-d", "-isig", "-ixon", NULL);
}

static inline void editLineSetRaw(EditLine *editor, bool raw) {
  el_wset(editor, EL_PREP_TERM, raw ? 1 : 0);
}

static inline void editLineRefresh(EditLine *editor) {
  el_wset(editor, EL_REFRESH);
}

// Has libedit draw on a screen of so many rows, whatever the terminal's; false where it would take
// that for the columns, as some versions do.
static inline bool editLineSetRows(EditLine *editor, int rows) {
  int before = 0;
  int after = 0;
  char text[16];
  snprintf(text, sizeof text, "%d", rows);
  el_wget(editor, EL_GETTC, "co", &before);
  el_set(editor, EL_SETTC, "li", text, NULL);
  el_wget(editor, EL_GETTC, "co", &after);
  if (before == after) return true;
  el_resize(editor);
  return false;
}

// Sends a termcap capability to the terminal; false where the terminal has none of that name.
static inline bool editLineSend(EditLine *editor, const char *capability) {
  return el_set(editor, EL_ECHOTC, "-s", capability, NULL) == 0;
}

static inline bool editLineHas(EditLine *editor, const char *capability) {
  const char *text = NULL;
  return el_wget(editor, EL_GETTC, capability, &text) == 0 && text != NULL && *text != '\0';
}

static inline void editLineFlushOutput(void) {
  fflush(stdout);
}

static inline void editLineSetHistorySize(HistoryW *history, int size) {
  HistEventW event;
  history_w(history, &event, H_SETSIZE, size);
  history_w(history, &event, H_SETUNIQUE, 1);
}

static inline void editLineEnterHistory(HistoryW *history, const wchar_t *line) {
  HistEventW event;
  history_w(history, &event, H_ENTER, line);
}

static inline void editLineIgnoreSignal(int signal) {
  (void)signal;
}

// Has a function called at `signal`; one that is ignored stays ignored.
static inline void editLineHandle(int number, void (*_Nullable handler)(int)) {
  struct sigaction now;
  if (sigaction(number, NULL, &now) != 0 || now.sa_handler == SIG_IGN) return;
  signal(number, handler);
}

// Stops the program, in the handler of the signal that stops it; comes back when it is woken.
static inline void editLineStop(int number) {
  sigset_t own;
  sigset_t before;
  sigemptyset(&own);
  sigaddset(&own, number);
  signal(number, SIG_DFL);
  raise(number);
  pthread_sigmask(SIG_UNBLOCK, &own, &before);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}

// Catches `signal` with a handler that does nothing, so that a wait ends early. With `once` the
// kernel takes the handler away on delivery, which is how editLineSignalArrived knows without a
// variable. An ignored signal stays ignored.
static inline void editLineCatch(int signal, bool once, struct sigaction *before) {
  sigaction(signal, NULL, before);
  if (before->sa_handler == SIG_IGN) return;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = editLineIgnoreSignal;
  action.sa_flags = once ? (int)SA_RESETHAND : 0;
  sigemptyset(&action.sa_mask);
  sigaction(signal, &action, NULL);
}

static inline bool editLineSignalArrived(int signal) {
  struct sigaction now;
  return sigaction(signal, NULL, &now) == 0 && now.sa_handler == SIG_DFL;
}

// Waits until `descriptor` can be read, with `mask` in force for just that long; -1 with EINTR
// after a signal, 0 when so many milliseconds are over. A negative number waits for ever.
static inline int editLineWait(int descriptor, const sigset_t *mask, int milliseconds) {
  if (descriptor < 0 || descriptor >= FD_SETSIZE) {
    errno = EBADF;
    return -1;
  }
  fd_set readable;
  FD_ZERO(&readable);
  FD_SET(descriptor, &readable);
  struct timespec most = {milliseconds / 1000, (long)(milliseconds % 1000) * 1000000};
  return pselect(descriptor + 1, &readable, NULL, NULL, milliseconds < 0 ? NULL : &most, mask);
}

#pragma clang assume_nonnull end

#endif
