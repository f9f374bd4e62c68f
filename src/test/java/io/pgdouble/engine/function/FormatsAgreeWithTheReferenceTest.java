package io.pgdouble.engine.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.engine.function.FunctionDifferences.ResultShape;
import io.pgdouble.error.ReportedError;
import io.pgdouble.reference.SharedReference;
import io.pgdouble.type.TypeOid;
import io.pgdouble.type.Types;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What {@code to_timestamp}, {@code to_date} and {@code to_number} make of random texts and
 * patterns here and on a real server; the seed can be set with {@code -Dpgdouble.format.seed}.
 */
class FormatsAgreeWithTheReferenceTest {
  private static final long SEED = Long.getLong("pgdouble.format.seed", 20_000_101L);
  private static final int PAIRS = Integer.getInteger("pgdouble.format.pairs", 4000);

  private static Connection connection;

  @BeforeAll
  static void connect() throws SQLException {
    connection = SharedReference.connect();
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'; SET DateStyle = 'ISO, MDY'");
    }
  }

  @AfterAll
  static void disconnect() throws SQLException {
    connection.close();
  }

  @Test
  void dates_are_read_as_a_server_reads_them() {
    Random random = new Random(SEED);
    FormatSamples samples = new FormatSamples(random);
    List<FormatSamples.Pair> pairs = new ArrayList<>();
    for (int i = 0; i < PAIRS; i++) {
      pairs.add(samples.date());
    }
    compare("to_timestamp", TypeOid.TIMESTAMPTZ, pairs);
    compare("to_date", TypeOid.DATE, pairs.subList(0, PAIRS / 4));
  }

  @Test
  void numbers_are_read_as_a_server_reads_them() {
    FormatSamples samples = new FormatSamples(new Random(SEED));
    List<FormatSamples.Pair> pairs = new ArrayList<>();
    for (int i = 0; i < PAIRS; i++) {
      pairs.add(samples.number());
    }
    compare("to_number", TypeOid.NUMERIC, pairs);
  }

  private static void compare(String function, int type, List<FormatSamples.Pair> pairs) {
    List<String> differences = new ArrayList<>();
    int refused = 0;
    int values = 0;
    for (FormatSamples.Pair pair : pairs) {
      String call = function + "(" + literal(pair.text()) + ", " + literal(pair.pattern()) + ")";
      String ours = ours(function, type, pair);
      if (ours.startsWith("0A000 pgdouble")) {
        refused++;
        continue;
      }
      String theirs = FunctionDifferences.theirs(connection, "SELECT " + call, ResultShape.VALUE);
      values += theirs.startsWith("=") ? 1 : 0;
      if (!ours.equals(theirs)) {
        differences.add(call + "\n    server: " + theirs + "\n    double: " + ours);
      }
    }
    assertThat(differences).as("%s, seed %d", function, SEED).isEmpty();
    assertThat(refused).as("refused").isLessThan(pairs.size() / 20);
    assertThat(values).as("calls with a result").isGreaterThan(pairs.size() / 5);
  }

  private static String literal(String text) {
    return Quoting.literal(text);
  }

  private static String ours(String function, int type, FormatSamples.Pair pair) {
    TestExecution execution = new TestExecution();
    int[] types = {TypeOid.TEXT, TypeOid.TEXT};
    CallSite site = new CallSite(types, type, 100, CallSite.Variadic.SPREAD);
    String prosrc = function.equals("to_number") ? "numeric_to_number" : function;
    try {
      Object[] arguments = {pair.text(), pair.pattern()};
      Object value =
          Builtins.find(prosrc).orElseThrow().call(new CallContext(site, execution), arguments);
      return value == null ? "NULL" : "=" + Types.io(type).output(value, execution.types());
    } catch (ReportedError e) {
      return FunctionDifferences.error(e.report());
    } catch (RuntimeException e) {
      return "crash: " + e + " at " + e.getStackTrace()[0];
    }
  }
}
