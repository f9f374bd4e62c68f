package io.pgdouble.failover;

import io.pgdouble.conformance.Door;
import io.pgdouble.conformance.OwnServer;
import io.pgdouble.conformance.ServerKind;
import io.pgdouble.conformance.ServerWish;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Servers of one make. A primary that serves at the end of a scenario is used for the next. */
final class Stock {
  private static final Duration PATIENCE = Duration.ofMillis(100);

  private final OwnServer.Starter starter;
  private final Deque<OwnServer> primaries = new ArrayDeque<>();

  Stock(OwnServer.Starter starter) {
    this.starter = starter;
  }

  synchronized OwnServer take(ServerKind kind) {
    if (kind == ServerKind.PRIMARY && !primaries.isEmpty()) {
      return primaries.remove();
    }
    return starter.start(new ServerWish(Optional.of(kind), Map.of(), List.of(), List.of()));
  }

  synchronized void giveBack(ServerKind kind, OwnServer server) {
    boolean serves = new Door(server.address()).await(Door.State.OPEN, PATIENCE);
    if (kind == ServerKind.PRIMARY && serves) {
      primaries.add(server);
    } else {
      server.close();
    }
  }
}
