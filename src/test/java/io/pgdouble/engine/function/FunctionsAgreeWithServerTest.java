package io.pgdouble.engine.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.reference.SharedReference;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every simulated function and aggregate, called here and on a real server with the same arguments:
 * a sample of their combinations, told by a seed that can be set with {@code
 * -Dpgdouble.function.seed}.
 */
class FunctionsAgreeWithServerTest {
  private static final long SEED = Long.getLong("pgdouble.function.seed", 20_000_101L);
  private static final int ARGUMENT_LISTS = Integer.getInteger("pgdouble.function.lists", 12);
  private static final int ROUNDS = 12;

  /** What has another answer each time or in each session. */
  private static final String OF_THE_MOMENT =
      "now|statement_timestamp|clock_timestamp|timeofday|drandom.*|gen_random_uuid|time_timetz"
          + "|timetz_zone|pgsql_version|current_.*|session_user|pg_backend_pid|inet_.*"
          + "|pg_postmaster_start_time|pg_conf_load_time|show_config.*|set_config.*|to_reg.*"
          + "|text_regclass|.*_is_visible|has_.*|pg_get_userbyid|pg_cancel_backend"
          + "|pg_terminate_backend|pg_sleep|pg_client_encoding|pg_typeof"
          + "|array_shuffle|array_sample|pg_rotate_logfile.*|pg_current_logfile.*"
          + "|txid_current|pg_current_xact_id"
          + "|pg_input_.*|pg_settings_get_flags|pg_collation_for";

  private static Connection connection;

  @BeforeAll
  static void connect() throws SQLException {
    connection = SharedReference.connect();
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'; SET DateStyle = 'ISO, MDY'");
      statement.execute("SET extra_float_digits = 1; SET statement_timeout = '30s'");
    }
  }

  @AfterAll
  static void disconnect() throws SQLException {
    connection.close();
  }

  @Test
  void functions_answer_what_a_server_answers() {
    FunctionDifferences differences = new FunctionDifferences(connection, SEED);
    differences.compareAll(ARGUMENT_LISTS, "(?!(" + OF_THE_MOMENT + ")$).*");
    assertThat(differences.differences()).as("seed " + SEED).isEmpty();
    assertThat(differences.compared()).isGreaterThan(5000);
  }

  @Test
  void aggregates_answer_what_a_server_answers() {
    AggregateDifferences differences = new AggregateDifferences(connection, SEED);
    differences.compareAll(ROUNDS);
    assertThat(differences.differences()).as("seed " + SEED).isEmpty();
    assertThat(differences.compared()).isGreaterThan(1000);
  }
}
