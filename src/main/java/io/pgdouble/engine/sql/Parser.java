package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.RawStmt;
import io.pgdouble.error.ErrorReport;
import java.util.List;
import java.util.function.Consumer;

/** The door of this room: query strings in, raw parse trees out. */
public final class Parser {
  private Parser() {}

  /**
   * Parses a whole query string, which may hold any number of statements, or none.
   *
   * @param notices receives the notices and warnings the lexer gives, in order, as they are met:
   *     also before an error
   * @throws io.pgdouble.error.ReportedError 42601 and its kin with the text and the position (in
   *     characters, from 1) that PostgreSQL reports; 0A000 for a statement kind not simulated
   */
  public static List<RawStmt> parse(
      String sql, ParserSettings settings, Consumer<ErrorReport> notices) {
    throw ErrorReport.notSimulated("statements yet").toException();
  }
}
