package io.pgdouble.failover;

import static io.pgdouble.conformance.ServerKind.PRIMARY;
import static io.pgdouble.failover.Pgjdbc.connect;
import static io.pgdouble.failover.Pgjdbc.one;
import static io.pgdouble.failover.Pgjdbc.pid;
import static io.pgdouble.failover.Pgjdbc.reached;
import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.conformance.Door;
import io.pgdouble.conformance.Signal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Sessions of pgjdbc on one server that crashes, stops and comes back. */
class PgjdbcSessionTest {

  @Test
  void every_session_is_lost_when_one_backend_is_killed_and_new_ones_wait_for_the_recovery() {
    List<String> seen = Scenario.onBoth(PgjdbcSessionTest::crash, PRIMARY);
    assertThat(seen)
        .containsExactly(
            "victim: 08006 An I/O error occurred while sending to the backend.",
            "idle: 08006 An I/O error occurred while sending to the backend.",
            "busy: 08006 An I/O error occurred while sending to the backend.",
            "idle is valid: false",
            "idle is closed: true",
            "newcomer: 57P03 FATAL: the database system is in recovery mode",
            "newcomer: first",
            "idle: 08003 This connection has been closed.");
  }

  private static void crash(Hosts hosts, Sightings seen) throws Exception {
    Host host = hosts.first();
    String url = hosts.jdbcUrl("");
    try (Connection victim = connect(url);
        Connection idle = connect(url);
        Connection working = connect(url)) {
      BusyStatement busy = BusyStatement.on(working, idle);
      host.crashAndStayInRecovery(pid(victim));
      seen.write("victim", () -> one(victim, "SELECT 1"));
      seen.write("idle", () -> one(idle, "SELECT 1"));
      seen.write("busy", busy::end);
      seen.write("idle is valid", () -> idle.isValid(1));
      seen.write("idle is closed", idle::isClosed);
      seen.write("newcomer", () -> reached(url));
      host.recover();
      seen.write("newcomer", () -> reached(url));
      seen.write("idle", () -> one(idle, "SELECT 1"));
    }
  }

  @Test
  void a_fast_shutdown_tells_every_session_why_it_ends() {
    List<String> seen =
        Scenario.onBoth((hosts, seeing) -> stopAndStart(Signal.INT, hosts, seeing), PRIMARY);
    assertThat(seen)
        .containsExactly(
            "idle: 57P01 FATAL: terminating connection due to administrator command",
            "in transaction: 57P01 FATAL: terminating connection due to administrator command",
            "busy: 57P01 FATAL: terminating connection due to administrator command",
            "busy is closed: true",
            "newcomer: 08001 Connection to first refused",
            "newcomer: first",
            "in transaction: 08003 This connection has been closed.");
  }

  @Test
  void an_immediate_shutdown_looks_like_a_broken_line() {
    List<String> seen =
        Scenario.onBoth((hosts, seeing) -> stopAndStart(Signal.QUIT, hosts, seeing), PRIMARY);
    assertThat(seen)
        .containsExactly(
            "idle: 08006 An I/O error occurred while sending to the backend.",
            "in transaction: 08006 An I/O error occurred while sending to the backend.",
            "busy: 08006 An I/O error occurred while sending to the backend.",
            "busy is closed: true",
            "newcomer: 08001 Connection to first refused",
            "newcomer: first",
            "in transaction: 08003 This connection has been closed.");
  }

  private static void stopAndStart(Signal signal, Hosts hosts, Sightings seen) throws Exception {
    Host host = hosts.first();
    String url = hosts.jdbcUrl("");
    try (Connection idle = connect(url);
        Connection inTransaction = connect(url);
        Connection working = connect(url)) {
      inTransaction.setAutoCommit(false);
      one(inTransaction, "SELECT 1");
      BusyStatement busy = BusyStatement.on(working, idle);
      host.stop(signal);
      seen.write("idle", () -> one(idle, "SELECT 1"));
      seen.write("in transaction", () -> one(inTransaction, "SELECT 1"));
      seen.write("busy", busy::end);
      seen.write("busy is closed", working::isClosed);
      seen.write("newcomer", () -> reached(url));
      host.start();
      seen.write("newcomer", () -> reached(url));
      seen.write("in transaction", () -> one(inTransaction, "SELECT 1"));
    }
  }

  @Test
  void a_smart_shutdown_waits_for_the_sessions_that_are_there() {
    List<String> seen = Scenario.onBoth(PgjdbcSessionTest::smart, PRIMARY);
    assertThat(seen)
        .containsExactly(
            "present: 1",
            "newcomer: 57P03 FATAL: the database system is shutting down",
            "present: 2",
            "newcomer: 08001 Connection to first refused",
            "newcomer: first");
  }

  private static void smart(Hosts hosts, Sightings seen) throws Exception {
    Host host = hosts.first();
    String url = hosts.jdbcUrl("");
    try (Connection present = connect(url)) {
      host.signalPostmaster(Signal.TERM);
      host.await(Door.State.REFUSED);
      seen.write("present", () -> one(present, "SELECT 1"));
      seen.write("newcomer", () -> reached(url));
      seen.write("present", () -> one(present, "SELECT 2"));
    }
    host.await(Door.State.GONE);
    seen.write("newcomer", () -> reached(url));
    host.start();
    seen.write("newcomer", () -> reached(url));
  }

  @Test
  void a_backend_that_is_terminated_takes_nobody_with_it() {
    List<String> seen = Scenario.onBoth(PgjdbcSessionTest::terminate, PRIMARY);
    assertThat(seen)
        .containsExactly(
            "other: true",
            "terminated: 57P01 FATAL: terminating connection due to administrator command",
            "other: 1",
            "newcomer: first");
  }

  private static void terminate(Hosts hosts, Sightings seen) throws Exception {
    String url = hosts.jdbcUrl("");
    try (Connection terminated = connect(url);
        Connection other = connect(url)) {
      String terminate = "SELECT pg_terminate_backend(" + pid(terminated) + ", 5000)";
      seen.write("other", () -> one(other, terminate));
      seen.write("terminated", () -> one(terminated, "SELECT 1"));
      seen.write("other", () -> one(other, "SELECT 1"));
      seen.write("newcomer", () -> reached(url));
    }
  }

  @Test
  void a_paused_postmaster_lets_sessions_go_on_and_newcomers_wait() {
    List<String> seen = Scenario.onBoth(PgjdbcSessionTest::pause, PRIMARY);
    assertThat(seen)
        .containsExactly(
            "present: 1",
            "sslResponseTimeout: 08001 The connection attempt failed.",
            "socketTimeout: 08001 The connection attempt failed.",
            "loginTimeout: 08001 Connection attempt timed out.",
            "newcomer: first");
  }

  private static void pause(Hosts hosts, Sightings seen) throws Exception {
    Host host = hosts.first();
    try (Connection present = connect(hosts.jdbcUrl(""))) {
      host.signalPostmaster(Signal.STOP);
      seen.write("present", () -> one(present, "SELECT 1"));
      seen.write("sslResponseTimeout", () -> reached(hosts.jdbcUrl("sslResponseTimeout=1000")));
      seen.write("socketTimeout", () -> reached(hosts.jdbcUrl("sslmode=disable&socketTimeout=1")));
      seen.write("loginTimeout", () -> reached(hosts.jdbcUrl("loginTimeout=1")));
      host.signalPostmaster(Signal.CONTINUE);
      seen.write("newcomer", () -> reached(hosts.jdbcUrl("")));
    }
  }

  @Test
  void a_process_id_names_one_backend_of_one_server_only() {
    List<String> seen = Scenario.onBoth(PgjdbcSessionTest::processes, PRIMARY, PRIMARY);
    assertThat(seen).containsExactly("of the first: 5", "and of the second: 10", "restarted: 15");
  }

  private static void processes(Hosts hosts, Sightings seen) throws Exception {
    Set<Integer> pids = new TreeSet<>();
    seen.write("of the first", () -> withFiveMore(pids, hosts.first()));
    seen.write("and of the second", () -> withFiveMore(pids, hosts.second()));
    hosts.first().stop(Signal.INT);
    hosts.first().start();
    seen.write("restarted", () -> withFiveMore(pids, hosts.first()));
  }

  private static int withFiveMore(Set<Integer> pids, Host host) throws SQLException {
    for (int i = 0; i < 5; i++) {
      try (Connection connection = connect(host.jdbcUrl())) {
        pids.add(pid(connection));
      }
    }
    return pids.size();
  }
}
