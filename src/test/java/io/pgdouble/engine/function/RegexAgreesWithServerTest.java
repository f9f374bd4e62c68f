package io.pgdouble.engine.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.error.ReportedError;
import io.pgdouble.reference.SharedReference;
import io.pgdouble.type.StandardTypeEnvironment;
import io.pgdouble.type.TypeOid;
import io.pgdouble.type.Types;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random patterns of groups, choices and quantifiers catch what they catch on a server. */
class RegexAgreesWithServerTest {
  private static final long SEED = Long.getLong("pgdouble.regex.seed", 42);
  private static final int PATTERNS = Integer.getInteger("pgdouble.regex.patterns", 1500);
  private static final String[] QUANTIFIERS = {
    "*", "+", "?", "*?", "+?", "??", "{1,2}", "{0,2}?", "{2}", "", "", ""
  };

  private final Random random = new Random(SEED);

  @Test
  void random_patterns_catch_the_same_parts() throws SQLException {
    try (Connection connection = SharedReference.connect();
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < PATTERNS; i++) {
        String pattern = pattern(3);
        String text = text();
        assertThat(caught(text, pattern))
            .as("seed %d: '%s' ~ '%s'", SEED, text, pattern)
            .isEqualTo(caughtBy(statement, text, pattern));
      }
    }
  }

  private String pattern(int depth) {
    StringBuilder pattern = new StringBuilder();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      pattern.append(atom(depth)).append(QUANTIFIERS[random.nextInt(QUANTIFIERS.length)]);
    }
    return pattern.toString();
  }

  private String atom(int depth) {
    int kind = random.nextInt(depth > 0 ? 10 : 5);
    if (kind < 4) {
      return Character.toString("abc".charAt(random.nextInt(3)));
    }
    if (kind == 4) {
      return ".";
    }
    return kind < 8
        ? (random.nextInt(3) == 0 ? "(?:" : "(") + pattern(depth - 1) + ")"
        : "(" + pattern(depth - 1) + "|" + pattern(depth - 1) + ")";
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i >= 0; i--) {
      text.append("abc".charAt(random.nextInt(3)));
    }
    return text.toString();
  }

  private static String caught(String text, String pattern) {
    try {
      Object parts = RegexCall.of(text, pattern, RegexCall.Flags.NONE).firstParts();
      return parts == null
          ? "no match"
          : Types.io(TypeOid.TEXT_ARRAY).output(parts, StandardTypeEnvironment.INSTANCE);
    } catch (ReportedError e) {
      return e.report().message();
    }
  }

  private static String caughtBy(Statement statement, String text, String pattern)
      throws SQLException {
    String sql =
        "SELECT coalesce(regexp_match('" + text + "', '" + pattern + "')::text, 'no match')";
    try (ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
