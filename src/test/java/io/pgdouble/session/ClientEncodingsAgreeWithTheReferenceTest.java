package io.pgdouble.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.message.ClientEncoding;
import io.pgdouble.reference.SharedReference;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every byte, pairs of bytes from 128 on, and characters of the basic plane, converted here and on
 * a real server. What is refused here is not compared, but there must be enough else.
 */
class ClientEncodingsAgreeWithTheReferenceTest {
  /** Of pairs of bytes and of rare characters, one in so many; 1 takes a minute. */
  private static final int STEP = Integer.getInteger("pgdouble.encoding.step", 23);

  private static final HexFormat HEX = HexFormat.of();

  private static final String ENCODINGS =
      "LATIN1 LATIN2 LATIN3 LATIN4 LATIN5 LATIN7 LATIN9 LATIN10 ISO_8859_5 ISO_8859_6 ISO_8859_7"
          + " ISO_8859_8 WIN866 WIN874 WIN1250 WIN1251 WIN1252 WIN1253 WIN1254 WIN1255 WIN1256"
          + " WIN1257 WIN1258 KOI8R KOI8U EUC_CN EUC_KR UHC EUC_JP SJIS BIG5 GBK GB18030 JOHAB";

  private static Connection connection;

  @BeforeAll
  static void connect() throws SQLException {
    connection = SharedReference.connect();
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE FUNCTION pg_temp.decoded(b bytea, e name) RETURNS text LANGUAGE plpgsql AS $$"
              + " BEGIN RETURN encode(convert_to(convert_from(b, e), 'UTF8'), 'hex');"
              + " EXCEPTION WHEN OTHERS THEN RETURN SQLSTATE || ' ' || SQLERRM; END $$");
      statement.execute(
          "CREATE FUNCTION pg_temp.encoded(i int, e name) RETURNS text LANGUAGE plpgsql AS $$"
              + " BEGIN RETURN encode(convert_to(chr(i), e), 'hex');"
              + " EXCEPTION WHEN OTHERS THEN RETURN SQLSTATE || ' ' || SQLERRM; END $$");
    }
  }

  @AfterAll
  static void disconnect() throws SQLException {
    connection.close();
  }

  static Stream<String> encodings() {
    return Stream.of(ENCODINGS.split(" "));
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void characters_cross_the_wire_as_a_server_converts_them(String name) throws SQLException {
    ClientEncoding encoding = Charsets.of(name);
    List<String> differences = new ArrayList<>();
    int compared =
        compare(
            "SELECT encode(b, 'hex'), pg_temp.decoded(b, '" + name + "') FROM (" + BYTES + ") _",
            differences,
            given -> decoded(encoding, given));
    compared +=
        compare(
            "SELECT i, pg_temp.encoded(i, '"
                + name
                + "') FROM generate_series(1, 65533) i WHERE i NOT BETWEEN 55296 AND 57343"
                + " AND (i < 1792 OR i % "
                + STEP
                + " = 0)",
            differences,
            given -> encoded(encoding, given));
    assertThat(differences).isEmpty();
    assertThat(compared).isGreaterThanOrEqualTo(127);
  }

  private static final String BYTES =
      "SELECT set_byte('\\x00', 0, i) b FROM generate_series(1, 255) i UNION ALL"
          + " SELECT set_byte(set_byte('\\x0000', 0, i), 1, j)"
          + " FROM generate_series(128, 255) i, generate_series(32, 255) j"
          + " WHERE (i * 224 + j) % "
          + STEP
          + " = 0";

  private interface Ours {
    String answer(String given);
  }

  private static int compare(String sql, List<String> differences, Ours ours) throws SQLException {
    int compared = 0;
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        String mine = ours.answer(rows.getString(1));
        if (mine.startsWith(SqlState.FEATURE_NOT_SUPPORTED.code())) {
          continue;
        }
        compared++;
        if (!mine.equals(rows.getString(2))) {
          differences.add(rows.getString(1) + ": " + rows.getString(2) + ", here " + mine);
        }
      }
    }
    return compared;
  }

  private static String decoded(ClientEncoding encoding, String hex) {
    byte[] bytes = HEX.parseHex(hex);
    return told(() -> encoding.decode(bytes, 0, bytes.length).getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(ClientEncoding encoding, String codePoint) {
    return told(() -> encoding.encode(Character.toString(Integer.parseInt(codePoint))));
  }

  private static String told(Supplier<byte[]> converted) {
    try {
      return HEX.formatHex(converted.get());
    } catch (ReportedError e) {
      return e.report().code() + " " + e.getMessage();
    }
  }
}
