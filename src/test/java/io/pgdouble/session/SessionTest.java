package io.pgdouble.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.engine.Interrupt;
import io.pgdouble.engine.SessionStart;
import io.pgdouble.engine.SessionStart.StartupSetting;
import io.pgdouble.message.Bind;
import io.pgdouble.message.Describe;
import io.pgdouble.message.Execute;
import io.pgdouble.message.MalformedMessage;
import io.pgdouble.message.Parse;
import io.pgdouble.message.Query;
import io.pgdouble.message.Sync;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a frontend is told, as PostgreSQL 16.9 was seen to tell it. */
class SessionTest {
  private final Talk talk = Talk.ready();

  private static SessionStart start(String user, String database, StartupSetting... settings) {
    return new SessionStart(user, database, Optional.empty(), List.of(settings));
  }

  @Test
  void a_start_reports_fourteen_parameters_in_the_servers_order() {
    Talk started = Talk.started(start("postgres", "postgres"));
    assertThat(started.take())
        .containsExactly(
            "ParameterStatus in_hot_standby=off",
            "ParameterStatus integer_datetimes=on",
            "ParameterStatus TimeZone=UTC",
            "ParameterStatus IntervalStyle=postgres",
            "ParameterStatus is_superuser=on",
            "ParameterStatus application_name=",
            "ParameterStatus default_transaction_read_only=off",
            "ParameterStatus scram_iterations=4096",
            "ParameterStatus DateStyle=ISO, MDY",
            "ParameterStatus standard_conforming_strings=on",
            "ParameterStatus session_authorization=postgres",
            "ParameterStatus client_encoding=UTF8",
            "ParameterStatus server_version=16.9",
            "ParameterStatus server_encoding=UTF8");
  }

  @Test
  void a_missing_role_is_refused_before_a_missing_database() {
    assertThat(Talk.started(start("nobody", "nowhere")).take())
        .containsExactly("FATAL 28000 role \"nobody\" does not exist", "(end)");
    assertThat(Talk.started(start("postgres", "nowhere")).take())
        .containsExactly("FATAL 3D000 database \"nowhere\" does not exist", "(end)");
    assertThat(Talk.started(start("postgres", "template0")).take())
        .containsExactly(
            "FATAL 55000 database \"template0\" is not currently accepting connections", "(end)");
  }

  @Test
  void a_startup_setting_that_cannot_be_is_fatal() {
    assertThat(
            Talk.started(start("postgres", "postgres", new StartupSetting("work_mem", "x"))).take())
        .containsExactly("FATAL 22023 invalid value for parameter \"work_mem\": \"x\"", "(end)");
  }

  @Test
  void a_failed_block_refuses_everything_but_its_end() {
    assertThat(talk.query("BEGIN")).containsExactly("BEGIN", "ReadyForQuery T");
    assertThat(talk.query("SHOW nothing")).last().isEqualTo("ReadyForQuery E");
    assertThat(talk.query("SHOW work_mem"))
        .containsExactly(
            "ERROR 25P02 current transaction is aborted, commands ignored until end of transaction"
                + " block",
            "ReadyForQuery E");
    assertThat(talk.query("COMMIT")).containsExactly("ROLLBACK", "ReadyForQuery I");
  }

  @Test
  void statements_of_one_string_share_a_transaction_that_an_error_undoes() {
    talk.query("SET work_mem = 100; SHOW nothing");
    assertThat(talk.query("SHOW work_mem")).contains("DataRow 4MB");
    talk.query("SET work_mem = 100; COMMIT; SHOW nothing");
    assertThat(talk.query("SHOW work_mem")).contains("DataRow 100kB");
  }

  @Test
  void a_savepoint_brings_the_settings_back() {
    talk.query("BEGIN; SET work_mem = 100; SAVEPOINT a; SET work_mem = 200");
    talk.query("SHOW nothing");
    assertThat(talk.query("ROLLBACK TO a")).containsExactly("ROLLBACK", "ReadyForQuery T");
    assertThat(talk.query("SHOW work_mem")).contains("DataRow 100kB");
  }

  @Test
  void a_chained_transaction_keeps_the_characteristics_unless_the_top_level_failed() {
    talk.query("BEGIN ISOLATION LEVEL REPEATABLE READ; SAVEPOINT a");
    talk.query("SHOW nothing");
    assertThat(talk.query("ROLLBACK AND CHAIN")).containsExactly("ROLLBACK", "ReadyForQuery T");
    assertThat(talk.query("SHOW transaction_isolation")).contains("DataRow repeatable read");
    talk.query("SHOW nothing");
    talk.query("ROLLBACK AND CHAIN");
    assertThat(talk.query("SHOW transaction_isolation")).contains("DataRow read committed");
  }

  @Test
  void a_savepoint_in_a_pipeline_finds_no_block_and_discard_all_says_pipeline() {
    assertThat(talk.send(Talk.pipelined("SHOW work_mem", "SAVEPOINT a")))
        .contains("ERROR 25P01 SAVEPOINT can only be used in transaction blocks");
    assertThat(talk.send(Talk.pipelined("SHOW work_mem", "DISCARD ALL")))
        .contains("ERROR 25001 DISCARD ALL cannot be executed within a pipeline");
    assertThat(talk.send(Talk.pipelined("DISCARD ALL", "SHOW work_mem")))
        .contains("DISCARD ALL", "SHOW");
  }

  @Test
  void a_parameter_status_comes_just_before_ready_for_query_and_only_once() {
    assertThat(talk.query("SET application_name = 'a'; SET application_name = 'b'"))
        .containsExactly("SET", "SET", "ParameterStatus application_name=b", "ReadyForQuery I");
    assertThat(talk.query("BEGIN; SET application_name = 'c'; ROLLBACK"))
        .containsExactly("BEGIN", "SET", "ROLLBACK", "ReadyForQuery I");
  }

  @Test
  void a_completed_portal_shows_nothing_more_and_keeps_its_tag() {
    assertThat(
            talk.send(
                new Parse("", "SHOW work_mem", new int[0]),
                Talk.bind("", ""),
                new Execute("", 1),
                new Execute("", 1),
                new Execute("", 0),
                new Sync()))
        .containsExactly(
            "ParseComplete",
            "BindComplete",
            "DataRow 4MB",
            "PortalSuspended",
            "SHOW",
            "SHOW",
            "ReadyForQuery I");
  }

  @Test
  void a_portal_of_a_command_runs_once() {
    assertThat(
            talk.send(
                new Parse("", "SET work_mem = 100", new int[0]),
                Talk.bind("", ""),
                new Execute("", 0),
                new Execute("", 0),
                new Sync()))
        .contains("SET", "ERROR 55000 portal \"\" cannot be run");
  }

  @Test
  void the_unnamed_statement_is_gone_after_a_simple_query() {
    talk.send(new Parse("", "SHOW work_mem", new int[0]), new Sync());
    talk.query("SHOW work_mem");
    assertThat(talk.send(Talk.bind("", ""), new Sync()))
        .containsExactly(
            "ERROR 26000 unnamed prepared statement does not exist", "ReadyForQuery I");
  }

  @Test
  void a_simple_query_between_execute_and_sync_ends_the_portals() {
    talk.send(
        new Parse("a", "SHOW work_mem", new int[0]), Talk.bind("p", "a"), new Execute("p", 1));
    assertThat(talk.query("SHOW work_mem")).last().isEqualTo("ReadyForQuery I");
    assertThat(talk.send(new Execute("p", 0)))
        .containsExactly("ERROR 34000 portal \"p\" does not exist");
  }

  @Test
  void a_bind_is_checked_in_the_servers_order() {
    talk.send(new Parse("s", "SHOW work_mem", new int[0]), new Sync());
    assertThat(talk.send(Talk.bind("", "s", "1"), new Sync()))
        .contains(
            "ERROR 08P01 bind message supplies 1 parameters, but prepared statement \"s\" requires"
                + " 0");
    Bind formats = new Bind("", "s", new short[] {0, 0}, new byte[1][], new short[0]);
    assertThat(talk.send(formats, new Sync()))
        .contains("ERROR 08P01 bind message has 2 parameter formats but 1 parameters");
    byte[] body = "\0missing\0garbage".getBytes(StandardCharsets.UTF_8);
    assertThat(talk.send(new MalformedMessage('B', body, Talk.MALFORMED), new Sync()))
        .contains("ERROR 26000 prepared statement \"missing\" does not exist");
  }

  @Test
  void result_formats_must_fit_the_columns() {
    talk.send(new Parse("s", "SHOW work_mem", new int[0]));
    Bind two = new Bind("", "s", new short[0], new byte[0][], new short[] {0, 1});
    assertThat(talk.send(two))
        .containsExactly("ERROR 08P01 bind message has 2 result formats but query has 1 columns");
  }

  @Test
  void a_statement_gives_its_columns_in_a_failed_block_to_nobody() {
    talk.send(new Parse("s", "SHOW work_mem", new int[0]), new Parse("c", "COMMIT", new int[0]));
    talk.send(new Sync());
    talk.query("BEGIN");
    talk.query("SHOW nothing");
    assertThat(talk.send(new Describe('S', "s"), new Sync()).get(0)).startsWith("ERROR 25P02");
    assertThat(talk.send(new Describe('S', "c"), new Sync()))
        .containsExactly("ParameterDescription", "NoData", "ReadyForQuery E");
  }

  @Test
  void prepared_transactions_are_disabled_and_end_the_block() {
    talk.query("BEGIN");
    assertThat(talk.query("PREPARE TRANSACTION 'x'"))
        .containsExactly("ERROR 55000 prepared transactions are disabled", "ReadyForQuery I");
    assertThat(talk.query("PREPARE TRANSACTION 'x'"))
        .containsExactly(
            "WARNING 25P01 there is no transaction in progress", "ROLLBACK", "ReadyForQuery I");
  }

  @Test
  void notices_obey_client_min_messages() {
    talk.query("SET client_min_messages = error");
    assertThat(talk.query("COMMIT")).containsExactly("COMMIT", "ReadyForQuery I");
  }

  @Test
  void a_cancel_that_comes_between_statements_is_forgotten() {
    talk.host.raise(Interrupt.CANCEL);
    assertThat(talk.query("SHOW work_mem")).contains("SHOW");
  }

  @Test
  void timers_run_while_the_session_is_idle_and_stop_with_the_next_message() {
    talk.query("SET idle_session_timeout = 7000");
    talk.query("BEGIN");
    assertThat(talk.host.timers)
        .containsExactly(
            "arm IDLE_SESSION_TIMEOUT 7000",
            "disarm IDLE_SESSION_TIMEOUT",
            "disarm IDLE_IN_TRANSACTION_SESSION_TIMEOUT");
  }

  @Test
  void a_statement_timer_covers_every_command() {
    talk.query("SET statement_timeout = 5000");
    talk.host.timers.clear();
    talk.query("SHOW work_mem; SHOW work_mem");
    assertThat(talk.host.timers)
        .containsExactly(
            "arm STATEMENT_TIMEOUT 5000",
            "disarm STATEMENT_TIMEOUT",
            "arm STATEMENT_TIMEOUT 5000",
            "disarm STATEMENT_TIMEOUT");
  }

  @Test
  void an_unsimulated_statement_is_refused_before_any_effect() {
    assertThat(talk.query("CREATE EVENT TRIGGER t ON sql_drop EXECUTE FUNCTION f()").get(0))
        .startsWith("ERROR 0A000 pgdouble does not simulate");
    assertThat(talk.send(new Parse("", "LOAD 'a'", new int[0])))
        .containsExactly("ERROR 0A000 pgdouble does not simulate LOAD statements");
  }

  @Test
  void a_long_string_is_not_light() {
    assertThat(talk.session.isLight(new Query("SHOW work_mem"))).isTrue();
    assertThat(talk.session.isLight(new Query("SELECT '" + "x".repeat(20_000) + "'"))).isFalse();
  }

  @Test
  void the_second_close_of_a_session_takes_nothing_from_the_one_that_has_its_number_now() {
    Talk first = Talk.ready();
    first.query("CREATE TEMPORARY TABLE held (a int)");
    first.session.close();
    Talk second = Talk.ready();
    second.query("CREATE TEMPORARY TABLE held (a int)");
    first.session.close();
    assertThat(second.query("SELECT count(*) FROM held"))
        .containsExactly("RowDescription", "DataRow 0", "SELECT 1", "ReadyForQuery I");
    second.session.close();
  }

  @Test
  void a_statement_that_goes_too_deep_fails_and_the_next_one_is_answered() {
    talk.query(
        "CREATE FUNCTION endless(a int) RETURNS int LANGUAGE plpgsql"
            + " AS 'BEGIN RETURN endless(a + 1); END'");
    talk.query("BEGIN");
    assertThat(talk.query("SELECT endless(1)"))
        .contains("ERROR 54001 stack depth limit exceeded", "ReadyForQuery E");
    assertThat(talk.query("ROLLBACK")).containsExactly("ROLLBACK", "ReadyForQuery I");
    talk.query("DROP FUNCTION endless(int)");
  }
}
