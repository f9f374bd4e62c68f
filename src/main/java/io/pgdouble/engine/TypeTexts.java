package io.pgdouble.engine;

import io.pgdouble.engine.analysis.TypeNames;
import io.pgdouble.engine.sql.Parser;
import io.pgdouble.engine.tree.RawStmt;
import io.pgdouble.engine.tree.ResTarget;
import io.pgdouble.engine.tree.SelectStmt;
import io.pgdouble.engine.tree.TypeCast;
import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.List;
import java.util.Optional;

/** Type names as texts: {@code 'character varying(10)'::regtype} ({@code parseTypeString}). */
final class TypeTexts {
  /** A cast is the shortest statement in which a type name can stand. */
  private static final String CAST = "SELECT NULL::";

  private TypeTexts() {}

  static long resolve(EngineSession session, String text) {
    TypeCast cast = parse(session, text).orElseThrow(() -> invalid(text));
    try {
      return Integer.toUnsignedLong(
          TypeNames.resolve(cast.typeName(), session.analysis(session.execution())).type());
    } catch (ReportedError e) {
      throw withoutPosition(e);
    }
  }

  private static Optional<TypeCast> parse(EngineSession session, String text) {
    List<RawStmt> statements;
    try {
      statements = Parser.parse(CAST + text, session.parserSettings(), notice -> {});
    } catch (ReportedError e) {
      return Optional.empty();
    }
    boolean single =
        statements.size() == 1
            && statements.get(0).stmt() instanceof SelectStmt select
            && select.targetList().size() == 1
            && select.fromClause().isEmpty()
            && text.indexOf(';') < 0;
    if (!single) {
      return Optional.empty();
    }
    ResTarget target = ((SelectStmt) statements.get(0).stmt()).targetList().get(0);
    return target.name().isEmpty() && target.val() instanceof TypeCast cast
        ? Optional.of(cast)
        : Optional.empty();
  }

  private static ReportedError withoutPosition(ReportedError error) {
    ErrorReport report = error.report();
    ErrorReport bare = ErrorReport.of(report.severity(), report.code(), report.message());
    Optional<String> hint = report.field(ErrorField.HINT);
    return (hint.isPresent() ? bare.withHint(hint.get()) : bare).toException();
  }

  private static ReportedError invalid(String text) {
    return ErrorReport.error(SqlState.SYNTAX_ERROR, "invalid type name \"" + text + "\"")
        .toException();
  }
}
