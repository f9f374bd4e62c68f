package io.pgdouble.failover;

import static io.pgdouble.conformance.ServerKind.PRIMARY;
import static io.pgdouble.failover.Pgjdbc.connect;
import static io.pgdouble.failover.Pgjdbc.pid;
import static io.pgdouble.failover.Pgjdbc.reached;
import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.conformance.Signal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Which of several hosts pgjdbc chooses. It remembers for {@code hostRecheckSeconds} what it knows
 * of a host, in all of the JVM; 0 has it look each time.
 */
class PgjdbcHostsTest {
  private static final String LOOKING = "hostRecheckSeconds=0";

  /** How long it waits for a host that says nothing. */
  private static final String SILENT = "sslResponseTimeout=1000&";

  private static final int CONNECTIONS = 40;

  @Test
  void the_next_host_is_tried_when_one_is_gone_or_recovers() {
    List<String> seen = Scenario.onBoth(PgjdbcHostsTest::next, PRIMARY, PRIMARY);
    assertThat(seen)
        .containsExactly(
            "both are there: first",
            "the first is gone: second",
            "… and the second recovers: 57P03 FATAL: the database system is in recovery mode",
            "the first is there again: first",
            "both recover: 57P03 FATAL: the database system is in recovery mode",
            "the second is there again: second",
            "… and is gone: 08001 Connection to second refused",
            "both are gone: 08001 Connection to second refused",
            "both are there again: first");
  }

  private static void next(Hosts hosts, Sightings seen) throws Exception {
    String url = hosts.jdbcUrl(LOOKING);
    seen.write("both are there", () -> reached(url));
    hosts.first().stop(Signal.INT);
    seen.write("the first is gone", () -> reached(url));
    crash(hosts.second());
    seen.write("… and the second recovers", () -> reached(url));
    hosts.first().start();
    seen.write("the first is there again", () -> reached(url));
    crash(hosts.first());
    seen.write("both recover", () -> reached(url));
    hosts.second().recover();
    seen.write("the second is there again", () -> reached(url));
    hosts.second().stop(Signal.QUIT);
    seen.write("… and is gone", () -> reached(url));
    hosts.first().recover();
    hosts.first().stop(Signal.QUIT);
    seen.write("both are gone", () -> reached(url));
    hosts.first().start();
    hosts.second().start();
    seen.write("both are there again", () -> reached(url));
  }

  private static void crash(Host host) throws Exception {
    try (Connection victim = connect(host.jdbcUrl())) {
      host.crashAndStayInRecovery(pid(victim));
    }
  }

  @Test
  void a_host_that_failed_is_left_alone_for_the_seconds_of_hostRecheckSeconds() {
    List<String> seen = Scenario.onBoth(PgjdbcHostsTest::recheck, PRIMARY, PRIMARY);
    assertThat(seen)
        .containsExactly(
            "the first is there: first",
            "and the second: second",
            "the first is silent: second",
            "the first goes on: second",
            "three seconds later: first");
  }

  private static void recheck(Hosts hosts, Sightings seen) throws Exception {
    String url = hosts.jdbcUrl(SILENT + "hostRecheckSeconds=3");
    seen.write("the first is there", () -> reached(hosts.first().jdbcUrl()));
    seen.write("and the second", () -> reached(hosts.second().jdbcUrl()));
    hosts.first().signalPostmaster(Signal.STOP);
    seen.write("the first is silent", () -> reached(url));
    hosts.first().signalPostmaster(Signal.CONTINUE);
    seen.write("the first goes on", () -> reached(url));
    TimeUnit.MILLISECONDS.sleep(3100);
    seen.write("three seconds later", () -> reached(url));
  }

  @Test
  void loadBalanceHosts_reaches_every_host_that_is_there() {
    List<String> seen = Scenario.onBoth(PgjdbcHostsTest::loadBalance, PRIMARY, PRIMARY, PRIMARY);
    assertThat(seen)
        .containsExactly(
            "all are there: [first, second, third]",
            "the first is gone: [second, third]",
            "the second recovers: [first, third]");
  }

  private static void loadBalance(Hosts hosts, Sightings seen) throws Exception {
    String url = hosts.jdbcUrl("loadBalanceHosts=true&" + LOOKING);
    seen.write("all are there", () -> allReached(hosts, url));
    hosts.first().stop(Signal.INT);
    seen.write("the first is gone", () -> allReached(hosts, url));
    hosts.first().start();
    crash(hosts.second());
    seen.write("the second recovers", () -> allReached(hosts, url));
    hosts.second().recover();
  }

  private static Set<String> allReached(Hosts hosts, String url) throws SQLException {
    Set<String> all = new TreeSet<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      all.add(hosts.named(reached(url).toString()));
    }
    return all;
  }

  @Test
  void two_primaries_are_primaries_and_no_secondaries() {
    List<String> seen = Scenario.onBoth(PgjdbcHostsTest::everyType, PRIMARY, PRIMARY);
    assertThat(seen)
        .containsExactly(
            "any: first",
            "primary: first",
            "secondary: 08001 Could not find a server with specified targetServerType: secondary",
            "preferSecondary: first",
            "preferPrimary: first");
  }

  private static void everyType(Hosts hosts, Sightings seen) {
    List<String> types = List.of("any", "primary", "secondary", "preferSecondary", "preferPrimary");
    for (String type : types) {
      String url = hosts.jdbcUrl("targetServerType=" + type + "&" + LOOKING);
      seen.write(type, () -> reached(url));
    }
  }

  @Test
  void a_host_that_accepts_and_says_nothing_is_given_up_after_a_timeout() {
    List<String> seen = Scenario.onBoth(PgjdbcHostsTest::silence, PRIMARY, PRIMARY);
    assertThat(seen)
        .containsExactly(
            "sslResponseTimeout: second",
            "socketTimeout: second",
            "loginTimeout: 08001 Connection attempt timed out.",
            "it goes on: first");
  }

  private static void silence(Hosts hosts, Sightings seen) {
    hosts.first().signalPostmaster(Signal.STOP);
    seen.write("sslResponseTimeout", () -> reached(hosts.jdbcUrl(SILENT + LOOKING)));
    String socketTimeout = "sslmode=disable&socketTimeout=1&" + LOOKING;
    seen.write("socketTimeout", () -> reached(hosts.jdbcUrl(socketTimeout)));
    seen.write("loginTimeout", () -> reached(hosts.jdbcUrl("loginTimeout=1&" + LOOKING)));
    hosts.first().signalPostmaster(Signal.CONTINUE);
    seen.write("it goes on", () -> reached(hosts.jdbcUrl(LOOKING)));
  }
}
