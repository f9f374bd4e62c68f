package io.pgdouble.trace;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Describe and Execute messages that wait for their answers, and the Syncs between them. */
final class PendingRequests {
  private final Deque<Request> requests = new ArrayDeque<>();

  /** What was asked for, and of which statement. */
  private record Request(Kind kind, String statement) {}

  private enum Kind {
    DESCRIBE,
    EXECUTE,
    SYNC
  }

  void describe(String statement) {
    requests.add(new Request(Kind.DESCRIBE, statement));
  }

  void execute(String statement) {
    requests.add(new Request(Kind.EXECUTE, statement));
  }

  void sync() {
    requests.add(new Request(Kind.SYNC, ""));
  }

  /** A description answers a Describe, unless it belongs to a simple query. */
  Optional<String> described() {
    return take(Kind.DESCRIBE);
  }

  /** The statement whose rows are being sent. */
  Optional<String> executing() {
    return Optional.ofNullable(requests.peek())
        .filter(request -> request.kind() == Kind.EXECUTE)
        .map(Request::statement);
  }

  void executed() {
    take(Kind.EXECUTE);
  }

  /** Whatever an error skipped before its Sync is not answered any more. */
  void ready() {
    Request first;
    do {
      first = requests.poll();
    } while (first != null && first.kind() != Kind.SYNC);
  }

  private Optional<String> take(Kind kind) {
    Request first = requests.peek();
    if (first == null || first.kind() != kind) {
      return Optional.empty();
    }
    return Optional.of(requests.remove().statement());
  }
}
