package io.pgdouble.engine.analysis;

import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Sameness;
import io.pgdouble.engine.expression.TargetEntry;
import io.pgdouble.engine.tree.AConst;
import io.pgdouble.engine.tree.ColumnRef;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.IntegerValue;
import io.pgdouble.error.SqlState;
import java.util.List;

/** Which target an item of ORDER BY or GROUP BY means ({@code findTargetlistEntrySQL92}). */
final class TargetFinder {
  private static final int NONE = -1;

  private final ParseState state;
  private final List<TargetEntry> targets;

  TargetFinder(ParseState state, List<TargetEntry> targets) {
    this.state = state;
    this.targets = targets;
  }

  /** Index of a target: by an output column's name or number, or else by expression. */
  int byNameOrNumber(Expr item, ClauseKind kind) {
    if (item instanceof ColumnRef ref && ref.fields().size() == 1 && !ref.star()) {
      String name = ref.fields().get(0);
      // GROUP BY prefers a column of the FROM clause.
      boolean input =
          kind == ClauseKind.GROUP_BY
              && Namespaces.columnInLevel(state, name, ref.location()).isPresent();
      int named = input ? NONE : byName(name, ref.location(), kind);
      if (named != NONE) {
        return named;
      }
    }
    if (item instanceof AConst constant) {
      return byNumber(constant, kind);
    }
    return byExpression(item, kind);
  }

  private int byName(String name, int location, ClauseKind kind) {
    int found = NONE;
    for (int i = 0; i < targets.size(); i++) {
      TargetEntry target = targets.get(i);
      if (target.junk() || !target.name().equals(name)) {
        continue;
      }
      boolean another =
          found != NONE && !Sameness.same(targets.get(found).expression(), target.expression());
      if (another) {
        throw Complaint.error(
            location, SqlState.AMBIGUOUS_COLUMN, kind.words() + " \"" + name + "\" is ambiguous");
      }
      found = found == NONE ? i : found;
    }
    return found;
  }

  private int byNumber(AConst constant, ClauseKind kind) {
    if (!(constant.value() instanceof IntegerValue number)) {
      throw Complaint.error(
          constant.location(), SqlState.SYNTAX_ERROR, "non-integer constant in " + kind.words());
    }
    int position = 0;
    for (int i = 0; i < targets.size(); i++) {
      if (!targets.get(i).junk() && ++position == number.value()) {
        return i;
      }
    }
    throw Complaint.error(
        constant.location(),
        SqlState.INVALID_COLUMN_REFERENCE,
        kind.words() + " position " + number.value() + " is not in select list");
  }

  /** {@code findTargetlistEntrySQL99}: an equal target, or a new one that is not sent. */
  int byExpression(Expr item, ClauseKind kind) {
    Expression expression = ExpressionAnalyzer.analyze(state, item, kind);
    Expression wanted = Sameness.of(expression);
    for (int i = 0; i < targets.size(); i++) {
      Expression target = ImplicitCasts.strip(targets.get(i).expression());
      if (Sameness.of(target).equals(wanted)) {
        return i;
      }
    }
    targets.add(new TargetEntry(expression, "", 0, true, 0, 0));
    return targets.size() - 1;
  }
}
