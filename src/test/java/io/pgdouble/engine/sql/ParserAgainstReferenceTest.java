package io.pgdouble.engine.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.reference.SharedReference;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the parser says of a query string is what a real server says: nothing, or the same words.
 */
final class ParserAgainstReferenceTest {
  private static final long SEED = 20240613;
  private static final int MUTATIONS = 4000;
  private static RawParserOfReference reference;

  @BeforeAll
  static void connect() throws IOException {
    reference = new RawParserOfReference(SharedReference.get());
  }

  @AfterAll
  static void disconnect() throws IOException {
    reference.close();
  }

  /** The strings of a file: one after another, with a line of two percent signs between. */
  private static List<String> strings(String file) throws IOException {
    try (InputStream in = ParserAgainstReferenceTest.class.getResourceAsStream(file)) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(all.split("\n%%\n")).filter(sql -> !sql.isBlank()).toList();
    }
  }

  private static List<String> ours(String sql, ParserSettings settings) {
    List<String> reports = new ArrayList<>();
    try {
      Parser.parse(sql, settings, notice -> reports.add("N " + text(notice)));
    } catch (ReportedError error) {
      reports.add("E " + text(error.report()));
    }
    return reports;
  }

  private static String text(ErrorReport report) {
    return report.code()
        + " "
        + report.message()
        + report.field(ErrorField.POSITION).map(p -> " @" + p).orElse("")
        + report.field(ErrorField.DETAIL).map(d -> " DETAIL " + d).orElse("")
        + report.field(ErrorField.HINT).map(h -> " HINT " + h).orElse("");
  }

  private static boolean isRefused(List<String> reports) {
    return reports.stream().anyMatch(report -> report.contains("pgdouble does not simulate"));
  }

  private static List<String> divergences(Iterable<String> strings) throws IOException {
    List<String> found = new ArrayList<>();
    for (String sql : strings) {
      List<String> ours = ours(sql, ParserSettings.DEFAULTS);
      List<String> theirs = isRefused(ours) ? ours : reference.reports(sql);
      if (!ours.equals(theirs)) {
        found.add(sql + "\n  PostgreSQL: " + theirs + "\n  pgdouble:   " + ours);
      }
    }
    return found;
  }

  @Test
  void statements_are_accepted_as_the_server_accepts_them() throws IOException {
    List<String> statements = strings("statements.sql");
    assertThat(statements).hasSizeGreaterThan(100);
    assertThat(divergences(statements)).isEmpty();
  }

  @Test
  void definitions_are_accepted_and_refused_as_the_server_does() throws IOException {
    List<String> definitions = strings("definitions.sql");
    assertThat(definitions).hasSizeGreaterThan(100);
    assertThat(divergences(definitions)).isEmpty();
  }

  @Test
  void literals_and_names_are_read_as_the_server_reads_them() throws IOException {
    List<String> strings = strings("lexical.sql");
    assertThat(strings).hasSizeGreaterThan(80);
    assertThat(divergences(strings)).isEmpty();
  }

  @Test
  void mistakes_are_told_as_the_server_tells_them() throws IOException {
    List<String> mistakes = strings("mistakes.sql");
    assertThat(mistakes).hasSizeGreaterThan(80);
    assertThat(divergences(mistakes)).isEmpty();
  }

  @Test
  void a_token_too_many_or_too_few_is_reported_where_the_server_reports_it() throws IOException {
    List<String> valid = new ArrayList<>(strings("statements.sql"));
    valid.addAll(strings("definitions.sql"));
    Mutations mutations = new Mutations(valid, SEED);
    List<String> strings = new ArrayList<>();
    for (int i = 0; i < MUTATIONS; i++) {
      strings.add(mutations.next());
    }
    assertThat(divergences(strings)).as("seed %d", SEED).isEmpty();
  }

  @Test
  void backslashes_in_plain_strings_are_warned_of_where_they_are_escapes() throws IOException {
    ParserSettings escaping =
        new ParserSettings(false, BackslashQuote.SAFE_ENCODING, true, true, 16);
    try (RawParserOfReference other = new RawParserOfReference(SharedReference.get())) {
      other.query("SET standard_conforming_strings = off");
      for (String sql : strings("escapes.sql")) {
        assertThat(ours(sql, escaping)).as(sql).isEqualTo(other.reports(sql));
      }
    }
  }
}
