package io.pgdouble.engine.command;

import io.pgdouble.engine.tree.CreateTableAsStmt;
import io.pgdouble.engine.tree.IntoClause;
import io.pgdouble.engine.tree.ObjectType;
import io.pgdouble.engine.tree.RawStmt;
import io.pgdouble.engine.tree.SelectStmt;
import io.pgdouble.engine.tree.SetOperation;
import io.pgdouble.engine.tree.Statement;
import java.util.Optional;

/** SELECT INTO is CREATE TABLE AS ({@code analyze.c: transformOptionalSelectInto}). */
final class SelectInto {
  private SelectInto() {}

  static boolean is(Statement statement) {
    return statement instanceof SelectStmt select && leftmost(select).intoClause().isPresent();
  }

  /** The statement that is meant. */
  static RawStmt converted(RawStmt raw) {
    if (!(raw.stmt() instanceof SelectStmt select)) {
      return raw;
    }
    Optional<IntoClause> into = leftmost(select).intoClause();
    return into.map(clause -> converted(raw, select, clause)).orElse(raw);
  }

  private static RawStmt converted(RawStmt raw, SelectStmt select, IntoClause into) {
    return new RawStmt(
        new CreateTableAsStmt(without(select), into, ObjectType.TABLE, true, false),
        raw.location(),
        raw.length());
  }

  private static SelectStmt leftmost(SelectStmt select) {
    return select.op() == SetOperation.NONE ? select : leftmost(select.larg().orElseThrow());
  }

  private static SelectStmt without(SelectStmt select) {
    return select.op() == SetOperation.NONE
        ? select.withoutInto()
        : select.withLeft(without(select.larg().orElseThrow()));
  }
}
