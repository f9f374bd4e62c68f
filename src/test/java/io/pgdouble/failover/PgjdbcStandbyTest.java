package io.pgdouble.failover;

import static io.pgdouble.conformance.ServerKind.INCONSISTENT;
import static io.pgdouble.conformance.ServerKind.PRIMARY;
import static io.pgdouble.conformance.ServerKind.STANDBY;
import static io.pgdouble.conformance.ServerKind.STARTING_UP;
import static io.pgdouble.failover.Pgjdbc.connect;
import static io.pgdouble.failover.Pgjdbc.one;
import static io.pgdouble.failover.Pgjdbc.reached;
import static io.pgdouble.failover.Pgjdbc.reported;
import static io.pgdouble.failover.Pgjdbc.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.conformance.Signal;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** pgjdbc between a primary and a standby, and what a promotion changes. */
class PgjdbcStandbyTest {
  private static final String LOOKING = "&hostRecheckSeconds=0";
  private static final String NONE =
      "08001 Could not find a server with specified targetServerType: ";
  private static final List<String> TYPES =
      List.of("any", "primary", "secondary", "preferSecondary", "preferPrimary");

  private static void everyType(String moment, Hosts hosts, Sightings seen) {
    for (String type : TYPES) {
      String url = hosts.jdbcUrl("targetServerType=" + type + LOOKING);
      seen.write(moment + ", " + type, () -> reached(url));
    }
  }

  @Test
  void targetServerType_finds_the_one_it_names_wherever_it_stands() {
    List<String> seen =
        Scenario.onBoth(
            (hosts, seeing) -> everyType("primary, standby", hosts, seeing), PRIMARY, STANDBY);
    assertThat(seen)
        .containsExactly(
            "primary, standby, any: first",
            "primary, standby, primary: first",
            "primary, standby, secondary: second",
            "primary, standby, preferSecondary: second",
            "primary, standby, preferPrimary: first");
    seen =
        Scenario.onBoth(
            (hosts, seeing) -> everyType("standby, primary", hosts, seeing), STANDBY, PRIMARY);
    assertThat(seen)
        .containsExactly(
            "standby, primary, any: first",
            "standby, primary, primary: second",
            "standby, primary, secondary: first",
            "standby, primary, preferSecondary: first",
            "standby, primary, preferPrimary: second");
  }

  @Test
  void a_primary_is_lost_and_the_standby_takes_its_place() {
    List<String> seen = Scenario.onBoth(PgjdbcStandbyTest::failover, PRIMARY, STANDBY);
    assertThat(seen)
        .containsExactly(
            "lost, any: second",
            "lost, primary: " + NONE + "primary",
            "lost, secondary: second",
            "lost, preferSecondary: second",
            "lost, preferPrimary: second",
            "promoted, any: second",
            "promoted, primary: second",
            "promoted, secondary: " + NONE + "secondary",
            "promoted, preferSecondary: second",
            "promoted, preferPrimary: second",
            "two primaries, any: first",
            "two primaries, primary: first",
            "two primaries, secondary: " + NONE + "secondary",
            "two primaries, preferSecondary: first",
            "two primaries, preferPrimary: first");
  }

  private static void failover(Hosts hosts, Sightings seen) throws Exception {
    hosts.first().stop(Signal.QUIT);
    everyType("lost", hosts, seen);
    hosts.second().promote();
    everyType("promoted", hosts, seen);
    hosts.first().start();
    everyType("two primaries", hosts, seen);
  }

  @Test
  void a_session_of_a_standby_lives_through_its_promotion() {
    List<String> seen = Scenario.onBoth(PgjdbcStandbyTest::promotion, STANDBY);
    assertThat(seen)
        .containsExactly(
            "in_hot_standby: on",
            "read only: on",
            "a write: 25006 ERROR: cannot execute CREATE ROLE in a read-only transaction",
            "is read only: false",
            "in_hot_standby, before it is asked: on",
            "read only: off",
            "in_hot_standby: off",
            "a write: done");
  }

  private static void promotion(Hosts hosts, Sightings seen) throws Exception {
    try (Connection session = connect(hosts.jdbcUrl(""))) {
      seen.write("in_hot_standby", () -> reported(session, "in_hot_standby"));
      seen.write("read only", () -> one(session, "SHOW transaction_read_only"));
      seen.write("a write", () -> run(session, "CREATE ROLE somebody"));
      seen.write("is read only", session::isReadOnly);
      hosts.first().promote();
      seen.write("in_hot_standby, before it is asked", () -> reported(session, "in_hot_standby"));
      seen.write("read only", () -> one(session, "SHOW transaction_read_only"));
      seen.write("in_hot_standby", () -> reported(session, "in_hot_standby"));
      seen.write("a write", () -> run(session, "CREATE ROLE somebody"));
    }
  }

  @Test
  void what_is_known_of_a_host_is_believed_for_the_seconds_of_hostRecheckSeconds() {
    List<String> seen = Scenario.onBoth(PgjdbcStandbyTest::recheck, PRIMARY, STANDBY);
    assertThat(seen)
        .containsExactly(
            "primary: first",
            "secondary: second",
            "promoted, primary: second",
            "the first goes on, primary: second",
            "three seconds later, primary: first",
            "secondary: " + NONE + "secondary");
  }

  private static void recheck(Hosts hosts, Sightings seen) throws Exception {
    String rechecked = "sslResponseTimeout=1000&hostRecheckSeconds=3&targetServerType=";
    String primary = hosts.jdbcUrl(rechecked + "primary");
    String secondary = hosts.jdbcUrl(rechecked + "secondary");
    seen.write("primary", () -> reached(primary));
    seen.write("secondary", () -> reached(secondary));
    hosts.first().signalPostmaster(Signal.STOP);
    hosts.second().promote();
    seen.write("promoted, primary", () -> reached(primary));
    hosts.first().signalPostmaster(Signal.CONTINUE);
    seen.write("the first goes on, primary", () -> reached(primary));
    TimeUnit.MILLISECONDS.sleep(3100);
    seen.write("three seconds later, primary", () -> reached(primary));
    seen.write("secondary", () -> reached(secondary));
  }

  @Test
  void servers_that_do_not_accept_yet_are_passed_over() {
    List<String> seen =
        Scenario.onBoth(PgjdbcStandbyTest::notYet, STARTING_UP, INCONSISTENT, PRIMARY);
    assertThat(seen)
        .containsExactly(
            "starting up: 57P03 FATAL: the database system is starting up",
            "inconsistent: 57P03 FATAL: the database system is not yet accepting connections",
            "one primary, any: third",
            "one primary, primary: third",
            "one primary, secondary: " + NONE + "secondary",
            "one primary, preferSecondary: third",
            "one primary, preferPrimary: third",
            "the first has started: first");
  }

  private static void notYet(Hosts hosts, Sightings seen) throws Exception {
    seen.write("starting up", () -> reached(hosts.first().jdbcUrl()));
    seen.write("inconsistent", () -> reached(hosts.second().jdbcUrl()));
    everyType("one primary", hosts, seen);
    hosts.first().recover();
    seen.write("the first has started", () -> reached(hosts.jdbcUrl("hostRecheckSeconds=0")));
  }
}
