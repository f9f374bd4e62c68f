/*
 * A plain TCP forwarder, the least that anything between a frontend and a server can cost: one thread, epoll, what arrives at
 * one end is written to the other.
 *
 *   forward LISTEN_PORT HOST PORT
 */
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#define FDS 65536

static int other[FDS], loop;

static void watch(int fd, int to) {
  int one = 1;
  struct epoll_event event = {.events = EPOLLIN, .data.fd = fd};
  setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  other[fd] = to;
  epoll_ctl(loop, EPOLL_CTL_ADD, fd, &event);
}

static void end(int fd) {
  int to = other[fd];
  close(fd);
  close(to);
}

static void forward(int fd) {
  static char buffer[65536];
  ssize_t count = read(fd, buffer, sizeof buffer);
  for (ssize_t at = 0; at < count;) {
    ssize_t written = write(other[fd], buffer + at, count - at);
    if (written <= 0) { count = 0; break; }
    at += written;
  }
  if (count <= 0) end(fd);
}

int main(int argc, char **argv) {
  struct sockaddr_in here = {.sin_family = AF_INET}, there = {.sin_family = AF_INET};
  struct epoll_event events[256];
  int one = 1, door = socket(AF_INET, SOCK_STREAM, 0);
  if (argc < 4) return 2;
  here.sin_port = htons(atoi(argv[1]));
  there.sin_port = htons(atoi(argv[3]));
  inet_pton(AF_INET, "127.0.0.1", &here.sin_addr);
  inet_pton(AF_INET, argv[2], &there.sin_addr);
  setsockopt(door, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
  if (bind(door, (struct sockaddr *)&here, sizeof here) || listen(door, 1024)) { perror("forward"); return 1; }
  loop = epoll_create1(0);
  struct epoll_event event = {.events = EPOLLIN, .data.fd = door};
  epoll_ctl(loop, EPOLL_CTL_ADD, door, &event);
  puts("ready");
  fflush(stdout);
  for (;;) {
    int ready = epoll_wait(loop, events, 256, -1);
    for (int i = 0; i < ready; i++) {
      if (events[i].data.fd != door) {
        forward(events[i].data.fd);
        continue;
      }
      int fd = accept(door, NULL, NULL), to = socket(AF_INET, SOCK_STREAM, 0);
      if (fd < 0 || fd >= FDS || to >= FDS || connect(to, (struct sockaddr *)&there, sizeof there)) {
        close(fd);
        close(to);
        continue;
      }
      watch(fd, to);
      watch(to, fd);
    }
  }
}
