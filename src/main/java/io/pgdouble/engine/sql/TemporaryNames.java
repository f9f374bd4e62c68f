package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.IntoClause;
import io.pgdouble.engine.tree.OnCommitAction;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.engine.tree.RelPersistence;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import java.util.List;
import java.util.Optional;

/** TEMP, UNLOGGED and their kin ({@code gram.y: OptTemp, OptTempTableName}). */
final class TemporaryNames {
  private final Grammar g;
  private final Tokens t;

  TemporaryNames(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
  }

  /** {@code OptTempTableName}: what SELECT INTO creates. */
  RangeVar target() {
    RelPersistence persistence = RelPersistence.PERMANENT;
    if (t.accept(Keyword.TABLE)) {
      return g.names.qualifiedName();
    }
    int location = t.location();
    boolean global = false;
    if (isPersistence() && isName(t.second())) {
      global = t.is(Keyword.GLOBAL);
      persistence = read();
      t.accept(Keyword.TABLE);
    }
    RangeVar target = Names.withPersistence(g.names.qualifiedName(), persistence);
    if (global) {
      warnOfGlobal(location);
    }
    return target;
  }

  private static boolean isName(int kind) {
    return kind == Keyword.TABLE || Keyword.isColId(kind);
  }

  private boolean isPersistence() {
    return switch (t.kind()) {
      case Keyword.TEMP, Keyword.TEMPORARY, Keyword.UNLOGGED -> true;
      case Keyword.LOCAL, Keyword.GLOBAL ->
          t.second() == Keyword.TEMP || t.second() == Keyword.TEMPORARY;
      default -> false;
    };
  }

  /** {@code OptTemp}, where no name may stand. */
  RelPersistence persistence() {
    int location = t.location();
    boolean global = t.is(Keyword.GLOBAL);
    RelPersistence persistence = read();
    if (global) {
      warnOfGlobal(location);
    }
    return persistence;
  }

  private RelPersistence read() {
    int kind = t.kind();
    switch (kind) {
      case Keyword.UNLOGGED -> {
        t.advance();
        return RelPersistence.UNLOGGED;
      }
      case Keyword.TEMP, Keyword.TEMPORARY -> {
        t.advance();
        return RelPersistence.TEMP;
      }
      case Keyword.LOCAL, Keyword.GLOBAL -> {
        t.advance();
        if (!t.accept(Keyword.TEMP)) {
          t.expect(Keyword.TEMPORARY);
        }
        return RelPersistence.TEMP;
      }
      default -> {
        return RelPersistence.PERMANENT;
      }
    }
  }

  private void warnOfGlobal(int location) {
    String message = "GLOBAL is deprecated in temporary table creation";
    t.warn(ErrorReport.warning(SqlState.WARNING, message).withPosition(location + 1));
  }

  /** An INTO clause with nothing but a target. */
  static IntoClause into(RangeVar target) {
    return new IntoClause(
        target,
        List.of(),
        Optional.empty(),
        List.of(),
        OnCommitAction.NOOP,
        Optional.empty(),
        false);
  }
}
