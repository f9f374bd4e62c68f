package io.pgdouble.failover;

import static io.pgdouble.conformance.ServerKind.PRIMARY;
import static io.pgdouble.conformance.ServerKind.STANDBY;
import static io.pgdouble.failover.Pgjdbc.connect;
import static io.pgdouble.failover.Pgjdbc.one;
import static io.pgdouble.failover.Pgjdbc.pid;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.pgdouble.conformance.Door;
import io.pgdouble.conformance.Signal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A pool of three connections that lives through what happens to its server. */
class HikariPoolTest {
  private static final String NOT_AVAILABLE =
      "pool - Connection is not available, request timed out / ";
  private static final int SIZE = 3;
  private static final int PATIENCE_MILLIS = 1000;
  private static final int TRIES = 20;

  /** For so long after its last use the pool trusts a connection without asking. */
  private static final int TRUSTED_MILLIS = 1000;

  /** Twice as long as usual, for busy machines, and without complaints of what is expected. */
  @BeforeAll
  static void setUp() {
    ((Logger) LoggerFactory.getLogger("com.zaxxer.hikari")).setLevel(Level.ERROR);
    System.setProperty("com.zaxxer.hikari.aliveBypassWindowMs", String.valueOf(TRUSTED_MILLIS));
  }

  private static HikariDataSource pool(String url) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("pool");
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(SIZE);
    config.setConnectionTimeout(PATIENCE_MILLIS);
    config.setValidationTimeout(PATIENCE_MILLIS / 2);
    return new HikariDataSource(config);
  }

  /** Takes all connections at once and gives them back. */
  private static Set<Integer> pids(HikariDataSource pool) throws SQLException {
    List<Connection> taken = new ArrayList<>();
    Set<Integer> pids = new TreeSet<>();
    try {
      for (int i = 0; i < SIZE; i++) {
        Connection connection = pool.getConnection();
        taken.add(connection);
        pids.add(pid(connection));
        one(connection, "SELECT 1");
      }
    } finally {
      for (Connection connection : taken) {
        connection.close();
      }
    }
    return pids;
  }

  private static String survivors(HikariDataSource pool, Set<Integer> before) throws SQLException {
    Set<Integer> now = pids(pool);
    int size = now.size();
    now.retainAll(before);
    return now.size() + " old of " + size;
  }

  private static Object borrow(HikariDataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return one(connection, "SELECT 1");
    }
  }

  /** Once the server is there, the pool has a connection at its next try, or the one after it. */
  private static Object soon(Sightings.Attempt attempt) throws SQLException {
    for (int i = 0; i < TRIES; i++) {
      try {
        return attempt.make();
      } catch (SQLTransientConnectionException notYet) {
        // It waits longer after each failure.
      }
    }
    return attempt.make();
  }

  private static void untilNoneIsTrusted() throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(TRUSTED_MILLIS + 100);
  }

  @Test
  void a_crash_takes_all_connections_and_the_pool_has_new_ones_after_the_recovery() {
    List<String> seen = Scenario.onBoth(HikariPoolTest::crash, PRIMARY);
    assertThat(seen)
        .containsExactly(
            "while it recovers: 57P03 "
                + NOT_AVAILABLE
                + "57P03 FATAL: the database system is in recovery mode",
            "after the recovery: 1",
            "connections: 0 old of 3");
  }

  private static void crash(Hosts hosts, Sightings seen) throws Exception {
    Host host = hosts.first();
    try (HikariDataSource pool = pool(hosts.jdbcUrl(""))) {
      Set<Integer> before = pids(pool);
      untilNoneIsTrusted();
      host.crashAndStayInRecovery(before.iterator().next());
      seen.write("while it recovers", () -> borrow(pool));
      host.recover();
      seen.write("after the recovery", () -> soon(() -> borrow(pool)));
      seen.write("connections", () -> soon(() -> survivors(pool, before)));
    }
  }

  @Test
  void a_connection_in_use_is_lost_with_its_server_and_the_next_one_is_whole() {
    List<String> seen = Scenario.onBoth(HikariPoolTest::restart, PRIMARY);
    assertThat(seen)
        .containsExactly(
            "in use: 57P01 FATAL: terminating connection due to administrator command",
            "in use is closed: true",
            "while it is gone: 08001 " + NOT_AVAILABLE + "08001 Connection to first refused",
            "after the restart: 1",
            "connections: 0 old of 3");
  }

  private static void restart(Hosts hosts, Sightings seen) throws Exception {
    Host host = hosts.first();
    try (HikariDataSource pool = pool(hosts.jdbcUrl(""))) {
      Set<Integer> before = pids(pool);
      try (Connection borrowed = pool.getConnection()) {
        host.stop(Signal.INT);
        seen.write("in use", () -> one(borrowed, "SELECT 1"));
        seen.write("in use is closed", borrowed::isClosed);
      }
      untilNoneIsTrusted();
      seen.write("while it is gone", () -> borrow(pool));
      host.start();
      seen.write("after the restart", () -> soon(() -> borrow(pool)));
      seen.write("connections", () -> soon(() -> survivors(pool, before)));
    }
  }

  @Test
  void a_connection_just_given_back_is_trusted_although_its_backend_is_gone() {
    List<String> seen = Scenario.onBoth(HikariPoolTest::terminate, PRIMARY);
    assertThat(seen)
        .containsExactly(
            "at once: 57P01 FATAL: terminating connection due to administrator command",
            "later: 1",
            "connections: 0 old of 3");
  }

  private static void terminate(Hosts hosts, Sightings seen) throws Exception {
    String terminate = "SELECT pg_terminate_backend(%d, 5000)";
    try (HikariDataSource pool = pool(hosts.jdbcUrl(""));
        Connection administrator = connect(hosts.first().jdbcUrl())) {
      Set<Integer> before = pids(pool);
      for (int pid : before) {
        one(administrator, terminate.formatted(pid));
      }
      seen.write("at once", () -> borrow(pool));
      untilNoneIsTrusted();
      seen.write("later", () -> soon(() -> borrow(pool)));
      seen.write("connections", () -> soon(() -> survivors(pool, before)));
    }
  }

  @Test
  void a_pool_keeps_a_server_from_its_smart_shutdown_until_it_is_closed() {
    List<String> seen = Scenario.onBoth(HikariPoolTest::smart, PRIMARY);
    assertThat(seen).containsExactly("while it shuts down: 1", "connections: 3 old of 3");
  }

  private static void smart(Hosts hosts, Sightings seen) throws Exception {
    Host host = hosts.first();
    try (HikariDataSource pool = pool(hosts.jdbcUrl(""))) {
      Set<Integer> before = pids(pool);
      host.signalPostmaster(Signal.TERM);
      host.await(Door.State.REFUSED);
      untilNoneIsTrusted();
      seen.write("while it shuts down", () -> borrow(pool));
      seen.write("connections", () -> soon(() -> survivors(pool, before)));
    }
    host.await(Door.State.GONE);
    host.start();
  }

  @Test
  void a_pool_moves_to_the_next_host() {
    List<String> seen = Scenario.onBoth(HikariPoolTest::move, PRIMARY, PRIMARY);
    assertThat(seen)
        .containsExactly(
            "at first: first",
            "the first is gone: second",
            "connections: 0 old of 3",
            "the first is back: second");
  }

  private static void move(Hosts hosts, Sightings seen) throws Exception {
    try (HikariDataSource pool = pool(hosts.jdbcUrl("hostRecheckSeconds=0"))) {
      Set<Integer> before = pids(pool);
      seen.write("at first", () -> port(pool));
      untilNoneIsTrusted();
      hosts.first().stop(Signal.QUIT);
      seen.write("the first is gone", () -> soon(() -> port(pool)));
      seen.write("connections", () -> soon(() -> survivors(pool, before)));
      hosts.first().start();
      seen.write("the first is back", () -> port(pool));
    }
  }

  @Test
  void a_pool_for_the_primary_finds_the_standby_that_was_promoted() {
    List<String> seen = Scenario.onBoth(HikariPoolTest::failover, PRIMARY, STANDBY);
    assertThat(seen)
        .containsExactly(
            "at first: first",
            "the primary is gone: 08001 "
                + NOT_AVAILABLE
                + "08001 Could not find a server"
                + " with specified targetServerType: primary",
            "the standby is promoted: second",
            "connections: 0 old of 3");
  }

  private static void failover(Hosts hosts, Sightings seen) throws Exception {
    String url = hosts.jdbcUrl("targetServerType=primary&hostRecheckSeconds=0");
    try (HikariDataSource pool = pool(url)) {
      Set<Integer> before = pids(pool);
      seen.write("at first", () -> port(pool));
      untilNoneIsTrusted();
      hosts.first().stop(Signal.QUIT);
      seen.write("the primary is gone", () -> port(pool));
      hosts.second().promote();
      seen.write("the standby is promoted", () -> soon(() -> port(pool)));
      seen.write("connections", () -> soon(() -> survivors(pool, before)));
    }
    hosts.first().start();
  }

  @Test
  void a_pool_of_readers_lives_through_the_promotion_of_its_standby() {
    List<String> seen = Scenario.onBoth(HikariPoolTest::readers, PRIMARY, STANDBY);
    assertThat(seen)
        .containsExactly(
            "at first: second",
            "the standby is promoted: second",
            "connections: 3 old of 3",
            "… and stopped: first",
            "connections: 0 old of 3");
  }

  private static void readers(Hosts hosts, Sightings seen) throws Exception {
    String url = hosts.jdbcUrl("targetServerType=preferSecondary&hostRecheckSeconds=0");
    try (HikariDataSource pool = pool(url)) {
      Set<Integer> before = pids(pool);
      seen.write("at first", () -> port(pool));
      hosts.second().promote();
      untilNoneIsTrusted();
      seen.write("the standby is promoted", () -> soon(() -> port(pool)));
      seen.write("connections", () -> soon(() -> survivors(pool, before)));
      hosts.second().stop(Signal.INT);
      untilNoneIsTrusted();
      seen.write("… and stopped", () -> soon(() -> port(pool)));
      seen.write("connections", () -> soon(() -> survivors(pool, before)));
    }
  }

  private static Object port(HikariDataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return one(connection, "SHOW port");
    }
  }
}
