package io.pgdouble.engine.function;

import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.Wording;
import io.pgdouble.type.ModifiedType;
import io.pgdouble.type.RecordValue;
import io.pgdouble.type.RowType;
import io.pgdouble.type.TypeOid;
import io.pgdouble.type.Types;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a text is one that a type reads, and what is wrong with it if not. Source: {@code misc.c:
 * pg_input_is_valid_common}.
 */
final class InputChecks {
  private static final RowType ROW =
      new RowType(
          TypeOid.RECORD,
          List.of(
              new RowType.Field("message", TypeOid.TEXT, -1),
              new RowType.Field("detail", TypeOid.TEXT, -1),
              new RowType.Field("hint", TypeOid.TEXT, -1),
              new RowType.Field("sql_error_code", TypeOid.TEXT, -1)));

  /** Complaints that are not the same where they are told softly. */
  private static final Set<String> HARD_NAMES =
      Set.of(SqlState.SYNTAX_ERROR.code(), SqlState.INVALID_SCHEMA_NAME.code());

  private InputChecks() {}

  static boolean isValid(CallContext context, String text, String type) {
    return complaint(context, text, type).isEmpty();
  }

  /** All null for a text that is valid. */
  static RecordValue errorInfo(CallContext context, String text, String type) {
    Optional<ErrorReport> complaint = complaint(context, text, type);
    if (complaint.isEmpty()) {
      return new RecordValue(ROW, null, null, null, null);
    }
    ErrorReport report = Wording.of(context.types().major()).of(complaint.get());
    return new RecordValue(
        ROW,
        report.message(),
        report.field(ErrorField.DETAIL).orElse(null),
        report.field(ErrorField.HINT).orElse(null),
        report.code());
  }

  /** The server points at places within the name, and not within the query. */
  private static ModifiedType type(CallContext context, String name) {
    try {
      return context.types().objectNames().type(name);
    } catch (ReportedError e) {
      if (e.report().code().equals(SqlState.SYNTAX_ERROR.code())) {
        throw ErrorReport.notSimulated("names of types that are none").toException();
      }
      throw e;
    }
  }

  /** What is wrong with the name of the type is thrown, what is wrong with the text returned. */
  private static Optional<ErrorReport> complaint(CallContext context, String text, String name) {
    ModifiedType type = type(context, name);
    try {
      Types.io(type.oid()).input(text, type.typmod(), context.types());
      return Optional.empty();
    } catch (ReportedError e) {
      if (e.report().code().equals(SqlState.FEATURE_NOT_SUPPORTED.code())) {
        throw e;
      }
      boolean asName = type.oid() == TypeOid.REGTYPE;
      if (asName && HARD_NAMES.contains(e.report().code())) {
        throw ErrorReport.notSimulated("texts that are no names of types").toException();
      }
      return Optional.of(e.report());
    }
  }
}
