package io.pgdouble.auth;

import io.pgdouble.auth.HbaErrors.BadLineException;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import java.util.List;
import java.util.Optional;

/** Makes a record of a line of {@code pg_ident.conf}: {@code hba.c: parse_ident_line}. */
final class IdentParser {
  private final RegularExpressions expressions;
  private final List<ErrorReport> reports;

  /**
   * @param reports gets what the server log is told
   */
  IdentParser(RegularExpressions expressions, List<ErrorReport> reports) {
    this.expressions = expressions;
    this.reports = reports;
  }

  /** Which user of a system may be which user of a database. {@code hba.h: IdentLine}. */
  record IdentLine(String map, AuthToken systemUser, AuthToken user) {}

  /** A line, and what became of it. */
  record Parsed(Optional<IdentLine> record, Optional<String> error) {}

  /** Reads a line; what is wrong with it goes to the reports. */
  Parsed parse(AuthLine line) {
    if (line.error().isPresent()) {
      return new Parsed(Optional.empty(), line.error());
    }
    try {
      AuthToken map = field(line, 0);
      AuthToken systemUser = field(line, 1);
      AuthToken user = field(line, 2);
      return new Parsed(
          Optional.of(
              new IdentLine(map.string(), compiled(line, systemUser), compiled(line, user))),
          Optional.empty());
    } catch (BadLineException e) {
      reports.add(e.report());
      return new Parsed(Optional.empty(), Optional.of(e.report().message()));
    }
  }

  private static AuthToken field(AuthLine line, int index) {
    if (index >= line.fields().size()) {
      throw HbaErrors.bad(line.place(), "missing entry at end of line");
    }
    List<AuthToken> field = line.fields().get(index);
    if (field.size() > 1) {
      throw HbaErrors.bad(line.place(), "multiple values in ident field");
    }
    return field.get(0);
  }

  private AuthToken compiled(AuthLine line, AuthToken token) {
    try {
      return token.compiled(expressions);
    } catch (ReportedError e) {
      throw HbaErrors.badExpression(line.place(), token.string(), e.report());
    }
  }
}
