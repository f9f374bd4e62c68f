package io.pgdouble.facts;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;

/** Why something cannot be done with a relation ({@code pg_class.c}). */
public final class UnsupportedKind {
  private UnsupportedKind() {}

  /** {@code errdetail_relkind_not_supported}. */
  public static String detail(char kind) {
    return switch (kind) {
      case 'r' -> "This operation is not supported for tables.";
      case 'i' -> "This operation is not supported for indexes.";
      case 'S' -> "This operation is not supported for sequences.";
      case 't' -> "This operation is not supported for TOAST tables.";
      case 'v' -> "This operation is not supported for views.";
      case 'm' -> "This operation is not supported for materialized views.";
      case 'c' -> "This operation is not supported for composite types.";
      default -> throw new IllegalArgumentException("no kind of relations: " + kind);
    };
  }

  /** What is said where a table is wanted, and an index or a composite type is there. */
  public static ErrorReport cannotOpen(String relation, char kind, int major) {
    String name = "\"" + relation + "\"";
    if (!MajorChange.UNSUPPORTED_KINDS_CANNOT_BE_OPENED.isIn(major)) {
      String is = kind == 'i' ? " is an index" : " is a composite type";
      return ErrorReport.error(SqlState.WRONG_OBJECT_TYPE, name + is);
    }
    return ErrorReport.error(SqlState.WRONG_OBJECT_TYPE, "cannot open relation " + name)
        .withDetail(detail(kind));
  }
}
