package io.pgdouble;

import io.pgdouble.postmaster.Postmaster;
import io.pgdouble.postmaster.ShutdownMode;
import io.pgdouble.postmaster.StartMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A primary and its hot standbys, all in this process: what they commit on the primary is replayed
 * on the standbys at once, unless {@code pg_wal_replay_pause()} holds it back there. Manual: {@code
 * high-availability}.
 *
 * <pre>{@code
 * try (PgCluster cluster = PgCluster.start(PgDoubleOptions.defaults(), 2)) {
 *   DriverManager.getConnection(cluster.jdbcUrl() + "&targetServerType=primary");
 *   cluster.failover();
 * }
 * }</pre>
 */
public final class PgCluster implements AutoCloseable {
  private final List<Node> nodes = new ArrayList<>();
  private Node primary;

  /** A server that keeps its port when it starts again. */
  private static final class Node {
    private final PgDoubleOptions options;
    private PgDouble server;

    Node(PgDoubleOptions wished, StartMode mode) {
      server = PgDouble.start(wished.withStartMode(mode));
      options = wished.withPort(server.port());
    }

    Postmaster postmaster() {
      return server.postmaster();
    }

    boolean isRunning() {
      return !postmaster().stopped().isDone();
    }

    void stop(ShutdownMode mode) {
      postmaster().stop(mode);
      server.awaitLastSession();
    }

    void startAgain() {
      server = PgDouble.start(options.withStartMode(StartMode.STANDBY));
    }

    void follow(Node other) {
      postmaster().follow(other.postmaster());
    }
  }

  private PgCluster() {}

  /**
   * Starts a primary and its standbys.
   *
   * @param options of each of them: in memory, and on a port the system chooses
   * @param standbys at least 0
   * @throws IllegalArgumentException if the options name a port, a socket or a data directory, of
   *     which there cannot be several
   */
  public static PgCluster start(PgDoubleOptions options, int standbys) {
    if (options.port() != 0
        || options.socketDirectory().isPresent()
        || options.dataDirectory().isPresent()) {
      throw new IllegalArgumentException(
          "found a port, a socket directory or a data directory (expected: none, since each server"
              + " of a cluster needs its own)");
    }
    PgCluster cluster = new PgCluster();
    cluster.primary = new Node(options, StartMode.PRIMARY);
    cluster.nodes.add(cluster.primary);
    for (int i = 0; i < standbys; i++) {
      Node standby = new Node(options, StartMode.STANDBY);
      cluster.nodes.add(standby);
      standby.follow(cluster.primary);
    }
    return cluster;
  }

  /** The server that takes writes. */
  public synchronized PgDouble primary() {
    return primary.server;
  }

  /** Those that follow it, in the order of their start. */
  public synchronized List<PgDouble> standbys() {
    return nodes.stream()
        .filter(node -> node != primary && node.isRunning())
        .map(node -> node.server)
        .toList();
  }

  /** For libpq and drivers that take several hosts, in the order of their first start. */
  public String url() {
    return "postgresql://" + user() + "@" + hosts() + "/postgres";
  }

  /** For JDBC. */
  public String jdbcUrl() {
    return "jdbc:postgresql://" + hosts() + "/postgres?user=" + user();
  }

  private String user() {
    return nodes.get(0).options.superuser();
  }

  private synchronized String hosts() {
    return nodes.stream()
        .map(node -> node.server.host() + ":" + node.options.port())
        .collect(Collectors.joining(","));
  }

  /**
   * The primary is stopped at once, and the first standby promoted; the others follow that one. The
   * old primary stays down until {@link #rejoin}.
   *
   * @return the new primary
   * @throws IllegalStateException if there is no standby
   */
  public PgDouble failover() {
    return moveAfter(ShutdownMode.IMMEDIATE);
  }

  /**
   * The primary is stopped fast and the first standby promoted; the others, and the old primary,
   * follow that one.
   *
   * @return the new primary
   * @throws IllegalStateException if there is no standby
   */
  public synchronized PgDouble switchover() {
    PgDouble promoted = moveAfter(ShutdownMode.FAST);
    rejoin();
    return promoted;
  }

  private synchronized PgDouble moveAfter(ShutdownMode mode) {
    Node next =
        nodes.stream()
            .filter(node -> node != primary && node.isRunning())
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("found no standby (expected: one)"));
    primary.stop(mode);
    next.postmaster().promote().join();
    primary = next;
    nodes.stream()
        .filter(node -> node != primary && node.isRunning())
        .forEach(node -> node.follow(primary));
    return primary.server;
  }

  /** Servers that are down start again, as standbys of the present primary. */
  public synchronized void rejoin() {
    for (Node node : nodes) {
      if (!node.isRunning()) {
        node.startAgain();
        node.follow(primary);
      }
    }
  }

  /** Stops all of them, standbys first. */
  @Override
  public synchronized void close() {
    standbys().forEach(PgDouble::close);
    primary.server.close();
  }
}
