package io.pgdouble.type;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.error.ReportedError;
import io.pgdouble.reference.SharedReference;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Texts that are, or nearly are, values of inet, read and written by PostgreSQL and the double. */
class InetAgreesWithTheReferenceTest {
  private static final long SEED = 20261126;
  private static final int TEXTS = 6000;
  private static final List<String> IPV4 =
      List.of("0", "1", "10", "255", "256", "007", ".", ".", ".", ".", "/", "8", "24", "33", " ");
  private static final List<String> IPV6 =
      List.of(
          "0",
          "1",
          "a",
          "ffff",
          "FFFF",
          "12345",
          "::",
          ":",
          ":",
          ":",
          ":",
          ":",
          "0:0",
          "0:0:0",
          "10.0.0.1",
          "1.2",
          ".",
          "/",
          "64",
          "129",
          "/0",
          "/128",
          "g",
          "::ffff:");

  private static String text(Random random) {
    List<String> parts = random.nextInt(3) == 0 ? IPV4 : IPV6;
    StringBuilder text = new StringBuilder();
    int count = 1 + random.nextInt(random.nextBoolean() ? 8 : 16);
    for (int i = 0; i < count; i++) {
      text.append(parts.get(random.nextInt(parts.size())));
    }
    return text.toString();
  }

  /** One with eight words, some of which are zero. */
  private static String whole(Random random) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      words.add(random.nextInt(3) == 0 ? Integer.toHexString(random.nextInt(0x10000)) : "0");
    }
    return String.join(":", words) + (random.nextBoolean() ? "" : "/" + random.nextInt(129));
  }

  /** Nearly an address: a piece more, or a letter less. */
  private static String mutated(Random random) {
    String host = random.nextBoolean() ? "10.20.30.40" : "2001:db8:0:1::10.0.0.1";
    StringBuilder text = new StringBuilder(random.nextBoolean() ? host : whole(random));
    int at = random.nextInt(text.length());
    if (random.nextBoolean()) {
      text.deleteCharAt(at);
    } else {
      List<String> parts = random.nextBoolean() ? IPV4 : IPV6;
      text.insert(at, parts.get(random.nextInt(parts.size())));
    }
    return text.toString();
  }

  private static String one(Random random, int number) {
    return switch (number % 3) {
      case 0 -> whole(random);
      case 1 -> mutated(random);
      default -> text(random);
    };
  }

  private static String ours(String text) {
    try {
      return InetIo.INET.input(text, -1, StandardTypeEnvironment.INSTANCE).toString();
    } catch (ReportedError e) {
      return "ERROR: " + e.report().message();
    }
  }

  private static String theirs(PreparedStatement query, String text) throws SQLException {
    query.setString(1, text);
    try (ResultSet row = query.executeQuery()) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      return e.getMessage();
    }
  }

  @Test
  void the_same_texts_are_addresses_and_are_written_the_same() throws SQLException {
    Random random = new Random(SEED);
    int addresses = 0;
    try (Connection connection = SharedReference.connect();
        PreparedStatement query = connection.prepareStatement("SELECT ?::text::inet")) {
      for (int i = 0; i < TEXTS; i++) {
        String text = one(random, i);
        String expected = theirs(query, text);
        assertThat(ours(text)).as("%s, seed %d", text, SEED).isEqualTo(expected);
        addresses += expected.startsWith("ERROR") ? 0 : 1;
      }
    }
    assertThat(addresses).isGreaterThan(TEXTS / 3);
  }
}
