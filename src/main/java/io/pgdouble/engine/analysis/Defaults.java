package io.pgdouble.engine.analysis;

import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Expression.Const;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.SetToDefault;
import io.pgdouble.type.TypeOid;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Where a statement says DEFAULT instead of a value, until it is known for which column. */
final class Defaults {
  private final Set<Expression> marks = Collections.newSetFromMap(new IdentityHashMap<>());

  /** The values of a list, stars expanded. */
  List<Expression> expressions(ParseState state, List<Expr> raw, ClauseKind kind) {
    ClauseKind outer = state.kind;
    state.kind = kind;
    List<Expression> values =
        raw.stream().flatMap(value -> expression(state, value).stream()).toList();
    state.kind = outer;
    return values;
  }

  private List<Expression> expression(ParseState state, Expr raw) {
    return raw instanceof SetToDefault standard
        ? List.of(mark(standard))
        : TargetLists.expressions(state, List.of(raw));
  }

  Expression mark(SetToDefault raw) {
    Expression mark = new Const(TypeOid.UNKNOWN, -1, 0, null, raw.location());
    marks.add(mark);
    return mark;
  }

  boolean isMark(Expression value) {
    return marks.contains(value);
  }
}
