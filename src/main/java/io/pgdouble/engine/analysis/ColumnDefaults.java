package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.definition.TableDefinitions;
import io.pgdouble.engine.expression.CallForm;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Expression.Const;
import io.pgdouble.engine.expression.Expression.FuncExpr;
import io.pgdouble.engine.expression.VariadicForm;
import io.pgdouble.facts.FactRow;
import io.pgdouble.type.TypeOid;
import java.util.List;
import java.util.Optional;

/** What a column holds that gets no value ({@code rewriteHandler.c: build_column_default}). */
final class ColumnDefaults {
  private static final String INTERNAL = "i";

  private final ParseState state;
  private final RelationEntry table;

  ColumnDefaults(ParseState state, RelationEntry table) {
    this.state = state;
    this.table = table;
  }

  /** What generates a column is computed when all others are known. */
  Expression of(AttributeEntry column) {
    if (!column.identity().isEmpty()) {
      return nextValue(column);
    }
    return Optional.of(column)
        .filter(one -> one.generated().isEmpty() && mayHaveDefault(one))
        .map(one -> TableDefinitions.of(state.catalog(), table).defaults().get(one.number()))
        .orElseGet(
            () -> Literals.nullOf(column.type(), Coercion.collationOf(state, column.type()), -1));
  }

  /** Its own, or that of its domain. */
  private boolean mayHaveDefault(AttributeEntry column) {
    return column.hasDefault() || state.catalog().type(column.type()).kind() == 'd';
  }

  /** {@code NextValueExpr}. */
  private Expression nextValue(AttributeEntry column) {
    long sequence =
        sequence(column).orElseThrow(() -> Complaint.notSimulated("this identity column"));
    ProcEntry function = state.catalog().procsNamed("nextval").get(0);
    Expression next =
        new FuncExpr(
            function,
            function.resultType(),
            -1,
            CallForm.EXPLICIT_CALL,
            VariadicForm.NONE,
            0,
            List.of(new Const(TypeOid.REGCLASS, -1, 0, sequence, -1)),
            -1);
    return Assignments.to(state, column, next);
  }

  /** {@code getIdentitySequence}. */
  private Optional<Long> sequence(AttributeEntry column) {
    String oid = Integer.toUnsignedString(table.oid());
    String number = Integer.toString(column.number());
    return state.catalog().facts().table("pg_depend").where("refobjid", oid).stream()
        .filter(row -> row.text("refobjsubid").equals(number))
        .filter(row -> row.text("deptype").equals(INTERNAL))
        .map(row -> row.oid("objid"))
        .filter(this::isSequence)
        .findFirst();
  }

  private boolean isSequence(long oid) {
    Optional<FactRow> row = state.catalog().facts().table("pg_class").byOid(oid);
    return row.filter(one -> one.letter("relkind") == 'S').isPresent();
  }
}
