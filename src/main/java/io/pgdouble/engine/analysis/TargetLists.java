package io.pgdouble.engine.analysis;

import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Expression.Var;
import io.pgdouble.engine.expression.RangeColumn;
import io.pgdouble.engine.expression.RangeEntry;
import io.pgdouble.engine.expression.TargetEntry;
import io.pgdouble.engine.tree.AIndirection;
import io.pgdouble.engine.tree.AStar;
import io.pgdouble.engine.tree.ColumnRef;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.Indirection;
import io.pgdouble.engine.tree.ResTarget;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.List;

/** Output columns ({@code parse_target.c}). */
final class TargetLists {
  /** {@code MaxTupleAttributeNumber}. */
  static final int MAX_COLUMNS = 1664;

  private TargetLists() {}

  static List<TargetEntry> analyze(ParseState state, List<ResTarget> targets) {
    return analyze(state, targets, ClauseKind.SELECT_TARGET);
  }

  /** The columns of SELECT, or of RETURNING. */
  static List<TargetEntry> analyze(ParseState state, List<ResTarget> targets, ClauseKind kind) {
    List<TargetEntry> entries = new ArrayList<>(targets.size());
    for (ResTarget target : targets) {
      Expr value = target.val();
      if (value instanceof ColumnRef ref && ref.star()) {
        ClauseKind outer = state.kind;
        state.kind = kind;
        entries.addAll(StarExpansion.columns(state, ref));
        state.kind = outer;
      } else if (value instanceof AIndirection row && endsInStar(row)) {
        entries.addAll(rowExpansion(state, row, kind));
      } else {
        Expression expression = ExpressionAnalyzer.analyze(state, value, kind);
        String name = target.name().orElseGet(() -> figured(state, value));
        entries.add(entry(state, expression, name));
      }
    }
    return entries;
  }

  /** A definition of the server's own gives the names that could be figured out. */
  private static String figured(ParseState state, Expr value) {
    boolean nameless = state.definition && !(value instanceof ColumnRef);
    return nameless ? ColumnNames.NAMELESS : ColumnNames.of(state, value);
  }

  /** What no row can hold is refused when everything else is known ({@code free_parsestate}). */
  static void checkCount(List<TargetEntry> entries) {
    if (entries.size() > MAX_COLUMNS) {
      throw new ReportedError(
          SqlState.TOO_MANY_COLUMNS, "target lists can have at most " + MAX_COLUMNS + " entries");
    }
  }

  /** A column, with the catalog relation it comes from ({@code markTargetListOrigin}). */
  static TargetEntry entry(ParseState state, Expression expression, String name) {
    if (!(expression instanceof Var column)) {
      return new TargetEntry(expression, name, 0, false, 0, 0);
    }
    ParseState level = state;
    for (int i = 0; i < column.levelsUp(); i++) {
      level = level.parent.orElseThrow();
    }
    RangeEntry entry = level.rangeTable.get(column.relation());
    if (column.attribute() == 0 && !(entry instanceof RangeEntry.Relation)) {
      return new TargetEntry(expression, name, 0, false, 0, 0);
    }
    if (column.attribute() <= 0) {
      int table = SystemColumns.originTable(entry);
      return new TargetEntry(expression, name, 0, false, table, column.attribute());
    }
    RangeColumn origin = entry.columns().get(column.attribute() - 1);
    return new TargetEntry(expression, name, 0, false, origin.originTable(), origin.originColumn());
  }

  private static boolean endsInStar(AIndirection node) {
    List<Indirection> steps = node.indirection();
    return steps.get(steps.size() - 1) instanceof AStar;
  }

  private static List<TargetEntry> rowExpansion(
      ParseState state, AIndirection node, ClauseKind kind) {
    List<Indirection> steps = node.indirection();
    List<Indirection> before = steps.subList(0, steps.size() - 1);
    Expr inner = before.isEmpty() ? node.arg() : new AIndirection(node.arg(), before);
    Expression row = ExpressionAnalyzer.analyze(state, inner, kind);
    List<TargetEntry> entries = new ArrayList<>();
    List<RowFields.Field> fields = StarExpansion.fieldsOf(state, row);
    for (int i = 0; i < fields.size(); i++) {
      Expression field = RowFields.select(row, i + 1, fields.get(i));
      entries.add(new TargetEntry(field, fields.get(i).name(), 0, false, 0, 0));
    }
    return entries;
  }

  /** {@code transformExpressionList}: stars are expanded. */
  static List<Expression> expressions(ParseState state, List<Expr> raw) {
    List<Expression> values = new ArrayList<>(raw.size());
    for (Expr expression : raw) {
      if (expression instanceof ColumnRef ref && ref.star()) {
        StarExpansion.columns(state, ref).forEach(entry -> values.add(entry.expression()));
      } else if (expression instanceof AIndirection row && endsInStar(row)) {
        rowExpansion(state, row, state.kind).forEach(entry -> values.add(entry.expression()));
      } else {
        values.add(state.expressions.part(expression));
      }
    }
    return values;
  }

  /** {@code resolveTargetListUnknowns}: what is still of unknown type becomes text. */
  static void resolveUnknowns(ParseState state, List<TargetEntry> targets) {
    for (int i = 0; i < targets.size(); i++) {
      TargetEntry target = targets.get(i);
      if (target.expression().type() == TypeOid.UNKNOWN) {
        targets.set(i, target.withExpression(asText(state, target.expression())));
      }
    }
  }

  static Expression asText(ParseState state, Expression unknown) {
    return Coercion.coerce(state, unknown, CastTarget.implicit(TypeOid.TEXT));
  }
}
