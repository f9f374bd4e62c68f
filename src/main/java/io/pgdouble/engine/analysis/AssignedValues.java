package io.pgdouble.engine.analysis;

import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.SubLinkKind;
import io.pgdouble.engine.expression.TargetEntry;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.Locations;
import io.pgdouble.engine.tree.MultiAssignRef;
import io.pgdouble.engine.tree.ResTarget;
import io.pgdouble.engine.tree.RowExpr;
import io.pgdouble.engine.tree.SetToDefault;
import io.pgdouble.engine.tree.SubLink;
import io.pgdouble.engine.tree.SubLinkType;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The values behind SET ({@code transformTargetList}, {@code transformMultiAssignRef}). */
final class AssignedValues {
  private final ParseState state;
  private final Defaults defaults;
  private List<Expression> row = List.of();

  AssignedValues(ParseState state, Defaults defaults) {
    this.state = state;
    this.defaults = defaults;
  }

  List<Expression> of(List<ResTarget> assignments) {
    ClauseKind outer = state.kind;
    state.kind = ClauseKind.UPDATE_SOURCE;
    List<Expression> values = new ArrayList<>();
    for (ResTarget assignment : assignments) {
      values.add(value(assignment.val()));
    }
    state.kind = outer;
    return values;
  }

  private Expression value(Expr raw) {
    if (raw instanceof SetToDefault standard) {
      return defaults.mark(standard);
    }
    if (!(raw instanceof MultiAssignRef part)) {
      return state.expressions.part(raw);
    }
    if (part.colno() == 1) {
      row = row(part);
    }
    return row.get(part.colno() - 1);
  }

  private List<Expression> row(MultiAssignRef part) {
    if (part.source() instanceof RowExpr values) {
      List<Expression> fields =
          defaults.expressions(state, values.args(), ClauseKind.UPDATE_SOURCE);
      requireCount(part, fields.size(), values.location());
      return fields;
    }
    if (part.source() instanceof SubLink link && link.subLinkType() == SubLinkType.EXPR) {
      return columns(part, link);
    }
    throw Complaint.error(
        Locations.of(part.source()),
        SqlState.FEATURE_NOT_SUPPORTED,
        "source for a multiple-column UPDATE item must be a sub-SELECT or ROW() expression");
  }

  private static void requireCount(MultiAssignRef part, int values, int location) {
    if (values != part.ncolumns()) {
      throw mismatch(location);
    }
  }

  private static ReportedError mismatch(int location) {
    return Complaint.error(
        location, SqlState.SYNTAX_ERROR, "number of columns does not match number of values");
  }

  /** The columns of the only row of a subquery, or nulls where it has none. */
  private List<Expression> columns(MultiAssignRef part, SubLink link) {
    Query query = SelectAnalyzer.analyze(state.child(), link.subselect());
    List<TargetEntry> targets = query.visibleTargets();
    requireCount(part, targets.size(), link.location());
    List<Expression> columns = new ArrayList<>();
    for (TargetEntry target : targets) {
      columns.add(column(query, target.expression(), columns.size() + 1));
    }
    return columns;
  }

  private Expression column(Query query, Expression value, int number) {
    int location = io.pgdouble.engine.expression.Locations.of(value);
    Expression row =
        new Expression.SubLink(
            SubLinkKind.ROW, Optional.empty(), query, TypeOid.RECORD, -1, location);
    return new Expression.FieldSelect(
        row,
        number,
        value.type(),
        value.typmod(),
        Coercion.collationOf(state, value.type()),
        location);
  }
}
