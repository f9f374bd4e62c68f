/*
 * A load driver for servers that speak PostgreSQL's protocol: as little work of its own as possible,
 * so that on a small machine the figures are the server's.
 *
 *   load HOST PORT USER DATABASE MODE CONNECTIONS SECONDS [ARGUMENT]
 *
 * MODE  connect    connect, SELECT 1, Terminate; CONNECTIONS at a time
 *       simple     Query "SELECT 1"
 *       extended   Parse, Bind, Describe, Execute, Sync of the unnamed statement
 *       prepared   Bind, Execute, Sync of a named statement
 *       pipelined  ARGUMENT (100) times Bind, Execute, then one Sync
 *       rows       Query of ARGUMENT (100000) rows of five columns; a row is the operation
 *       query      Query of the text ARGUMENT; a row is the operation
 *       idle       opens CONNECTIONS, runs SELECT 1 on each, prints "ready", waits for standard input
 *
 * Prints one line: operations per second, p50 and p99 of the round trip in microseconds, operations.
 * Authentication: trust. Exit status 1 on any ErrorResponse or lost connection.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define BUCKETS 2000000 /* of 0.1 microseconds up to 10 ms, then of 1 ms */

static struct sockaddr_in address;
static char startup[512], request[65536], one[64];
static int startup_size, request_size, one_size, depth = 1, epoll_fd;
static uint32_t *histogram;
static const char *mode;
static uint64_t operations, rows_seen;

struct link {
  int fd, state;              /* 0 starting, 1 asking */
  uint32_t want;              /* bytes of the current message still to skip */
  unsigned char head[5];
  int have;
  double since;
};

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e6 + t.tv_nsec / 1e3;
}

static void die(const char *why) {
  fprintf(stderr, "load: %s (%s)\n", why, errno ? strerror(errno) : "protocol");
  exit(1);
}

static int put(char *to, char type, const char *body, int size) {
  uint32_t length = htonl(size + 4);
  to[0] = type;
  memcpy(to + 1, &length, 4);
  memcpy(to + 5, body, size);
  return size + 5;
}

static int bind_execute(char *to, const char *statement, int describe) {
  char body[64];
  int n = 0, size = 0;
  body[n++] = 0;
  n += sprintf(body + n, "%s", statement) + 1;
  memset(body + n, 0, 6);
  size += put(to, 'B', body, n + 6);
  if (describe) size += put(to + size, 'D', "P", 2);
  size += put(to + size, 'E', "\0\0\0\0", 5);
  return size;
}

static void prepare_request(const char *argument) {
  char sql[256];
  one_size = put(one, 'Q', "SELECT 1", 9);
  if (!strcmp(mode, "rows")) {
    int n = sprintf(sql, "SELECT g, g + 1, g * 2, 'row ' || g, g::float8 / 7 FROM"
                         " generate_series(1, %s) g", argument ? argument : "100000");
    request_size = put(request, 'Q', sql, n + 1);
  } else if (!strcmp(mode, "query")) {
    request_size = put(request, 'Q', argument, strlen(argument) + 1);
  } else if (!strcmp(mode, "extended")) {
    request_size = put(request, 'P', "\0SELECT 1\0\0", 12);
    request_size += bind_execute(request + request_size, "", 1);
    request_size += put(request + request_size, 'S', "", 0);
  } else if (!strcmp(mode, "prepared") || !strcmp(mode, "pipelined")) {
    if (*mode == 'p' && mode[1] == 'i') depth = argument ? atoi(argument) : 100;
    for (int i = 0; i < depth; i++) request_size += bind_execute(request + request_size, "s", 0);
    request_size += put(request + request_size, 'S', "", 0);
  } else {
    memcpy(request, one, one_size);
    request_size = one_size;
  }
}

static void prepare_startup(const char *user, const char *database) {
  uint32_t v = htonl(196608);
  int n = 4;
  memcpy(startup + n, &v, 4), n += 4;
  n += sprintf(startup + n, "user") + 1;
  n += sprintf(startup + n, "%s", user) + 1;
  n += sprintf(startup + n, "database") + 1;
  n += sprintf(startup + n, "%s", database) + 1;
  startup[n++] = 0;
  v = htonl(n);
  memcpy(startup, &v, 4);
  startup_size = n;
}

static void send_all(struct link *l, const char *data, int size) {
  while (size > 0) {
    int n = send(l->fd, data, size, MSG_NOSIGNAL);
    if (n < 0 && errno == EAGAIN) continue;
    if (n <= 0) die("send");
    data += n, size -= n;
  }
}

static void open_link(struct link *l) {
  int yes = 1;
  struct epoll_event e = {.events = EPOLLIN, .data.ptr = l};
  l->fd = socket(AF_INET, SOCK_STREAM, 0);
  if (connect(l->fd, (struct sockaddr *)&address, sizeof address)) die("connect");
  setsockopt(l->fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  fcntl(l->fd, F_SETFL, O_NONBLOCK);
  epoll_ctl(epoll_fd, EPOLL_CTL_ADD, l->fd, &e);
  l->state = l->have = l->want = 0;
  l->since = now();
  send_all(l, startup, startup_size);
}

static void count(struct link *l, double t) {
  double micros = t - l->since;
  long bucket = micros < 1e4 ? (long)(micros * 10) : 100000 + (long)(micros / 1e3);
  histogram[bucket < BUCKETS ? bucket : BUCKETS - 1]++;
  operations += depth;
}

/* A ReadyForQuery has come: what next on this connection? */
static void ready(struct link *l) {
  double t = now();
  if (!strcmp(mode, "connect")) {
    if (l->state++ == 0) {
      send_all(l, one, one_size);
      return;
    }
    count(l, t);
    send_all(l, "X\0\0\0\4", 5);
    close(l->fd);
    open_link(l);
    return;
  }
  if (l->state == 0 && depth >= 1 && (*mode == 'p')) {
    char p[64];
    int n = put(p, 'P', "s\0SELECT 1\0\0", 13);
    n += put(p + n, 'S', "", 0);
    l->state = 1;
    send_all(l, p, n);
    return;
  }
  if (l->state == 2) count(l, t);
  l->state = 2;
  l->since = t;
  send_all(l, request, request_size);
}

/* Skips over whole messages without copying them; returns 0 when the connection was replaced. */
static int consume(struct link *l, unsigned char *p, int n) {
  while (n > 0) {
    if (l->want) {
      uint32_t skip = l->want < (uint32_t)n ? l->want : (uint32_t)n;
      l->want -= skip, p += skip, n -= skip;
      if (l->want == 0 && l->head[0] == 'Z') {
        int fd = l->fd;
        ready(l);
        if (l->fd != fd || l->state == 0) return 0;
      }
      continue;
    }
    l->head[l->have++] = *p++, n--;
    if (l->have == 5) {
      uint32_t length;
      memcpy(&length, l->head + 1, 4);
      l->want = ntohl(length) - 4, l->have = 0;
      if (l->head[0] == 'E') errno = 0, die("ErrorResponse");
      rows_seen += l->head[0] == 'D';
    }
  }
  return 1;
}

static double quantile(double q) {
  uint64_t total = 0, seen = 0;
  for (int i = 0; i < BUCKETS; i++) total += histogram[i];
  for (int i = 0; i < BUCKETS; i++) {
    seen += histogram[i];
    if (seen >= q * total) return i < 100000 ? i / 10.0 : (i - 100000) * 1e3;
  }
  return 0;
}

static void run(double seconds) {
  static unsigned char buffer[1 << 18];
  struct epoll_event events[256];
  double start = now(), end = start + seconds * 1e6, measured = start;
  int warm = 0;
  while (now() < end) {
    int n = epoll_wait(epoll_fd, events, 256, 100);
    for (int i = 0; i < n; i++) {
      struct link *l = events[i].data.ptr;
      int got = recv(l->fd, buffer, sizeof buffer, 0);
      if (got == 0) errno = 0, die("connection closed");
      if (got < 0 && errno != EAGAIN) die("recv");
      if (got > 0) consume(l, buffer, got);
    }
    if (!warm && now() > start + seconds * 1e6 / 4) { /* the first quarter warms up */
      warm = 1, operations = rows_seen = 0, measured = now();
      memset(histogram, 0, BUCKETS * sizeof *histogram);
    }
  }
  double took = (now() - measured) / 1e6;
  double done = !strcmp(mode, "rows") || !strcmp(mode, "query") ? (double)rows_seen : (double)operations;
  printf("%.0f %.1f %.1f %.0f\n", done / took, quantile(0.5), quantile(0.99), done);
}

static void hold(struct link *links, int n) {
  unsigned char buffer[8192];
  for (int i = 0; i < n; i++) {
    open_link(&links[i]);
    for (int ready_seen = 0; ready_seen < 2;) {
      int got = recv(links[i].fd, buffer, sizeof buffer, 0);
      if (got < 0 && errno == EAGAIN) continue;
      if (got <= 0) die("recv");
      if (got >= 6 && buffer[got - 6] == 'Z' && ++ready_seen == 1)
        send_all(&links[i], one, one_size);
    }
  }
  puts("ready");
  fflush(stdout);
  (void)!read(0, buffer, 1);
}

int main(int argc, char **argv) {
  if (argc < 8) {
    fprintf(stderr, "load: found %d arguments (expected: HOST PORT USER DATABASE MODE"
                    " CONNECTIONS SECONDS [ARGUMENT])\n", argc - 1);
    return 2;
  }
  if (!strcmp(argv[5], "query") && (argc < 9 || strlen(argv[8]) > sizeof request - 8)) {
    fprintf(stderr, "load: query needs its text\n");
    return 2;
  }
  int n = atoi(argv[6]);
  struct link *links = calloc(n, sizeof *links);
  histogram = calloc(BUCKETS, sizeof *histogram);
  mode = argv[5];
  address.sin_family = AF_INET;
  address.sin_port = htons(atoi(argv[2]));
  inet_pton(AF_INET, argv[1], &address.sin_addr);
  prepare_startup(argv[3], argv[4]);
  prepare_request(argc > 8 ? argv[8] : NULL);
  epoll_fd = epoll_create1(0);
  if (!strcmp(mode, "idle")) {
    hold(links, n);
    return 0;
  }
  for (int i = 0; i < n; i++) open_link(&links[i]);
  run(atof(argv[7]));
  return 0;
}
