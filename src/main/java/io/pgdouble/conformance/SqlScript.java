package io.pgdouble.conformance;

import java.util.ArrayList;
import java.util.List;

/**
 * SQL as people write it, made into a case: every paragraph is sent as one query string. Lines at
 * the beginning that say {@code -- title: …} or {@code -- majors: …} are the header.
 */
final class SqlScript {
  static final String ENDING = ".sql";

  private static final String HEADER = "-- (title|majors|mask|settings|roles): .*";

  private SqlScript() {}

  /** The text of a case that has not been recorded. */
  static String toCase(String sql) {
    List<String> lines = new ArrayList<>();
    lines.add(CaseReader.VERSION_LINE);
    List<String> statement = new ArrayList<>();
    boolean begun = false;
    for (String line : (sql + "\n\n").lines().toList()) {
      if (!begun && line.matches(HEADER)) {
        lines.add(line.substring("-- ".length()).replaceFirst(": ", "\t"));
      } else if (!line.isBlank()) {
        begun = connected(begun, lines);
        statement.add(line);
      } else if (!statement.isEmpty()) {
        lines.add("A\tF\tQuery\t" + quoted(String.join("\n", statement)));
        lines.add("A\tuntil\tReadyForQuery");
        statement.clear();
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static boolean connected(boolean begun, List<String> lines) {
    if (!begun) {
      lines.add("");
      lines.add("A\tconnect");
    }
    return true;
  }

  private static String quoted(String text) {
    String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return '"' + escaped.replace("\t", "\\x09") + '"';
  }
}
