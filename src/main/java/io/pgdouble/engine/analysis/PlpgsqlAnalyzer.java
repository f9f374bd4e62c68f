package io.pgdouble.engine.analysis;

import io.pgdouble.engine.analysis.AnalyzedStatement.AnalyzedQuery;
import io.pgdouble.engine.expression.CallForm;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Expression.CoerceViaIO;
import io.pgdouble.engine.expression.Expression.Param;
import io.pgdouble.engine.expression.Locations;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.TargetEntry;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.ResTarget;
import io.pgdouble.engine.tree.SelectStmt;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What only PL/pgSQL asks of analysis: assignments ({@code transformPLAssignStmt}) and conversions
 * between what a value is and what a variable holds ({@code pl_exec.c: get_cast_hashentry}).
 */
public final class PlpgsqlAnalyzer {
  private PlpgsqlAnalyzer() {}

  /** A type with its modifier, −1 for none. */
  public record TypeAndModifier(int type, int typmod) {}

  /**
   * What is assigned to.
   *
   * @param name as messages show it
   * @param type of what is assigned to: of the element, where there are subscripts
   * @param subscripts of the element that is assigned to, or empty
   */
  public record Target(String name, TypeAndModifier type, List<Expr> subscripts) {}

  /** Whether a value of a type can be assigned to one of another. */
  public static boolean isAssignable(AnalysisContext context, int from, int to) {
    return Coercibility.can(context.catalog(), from, to, CastContext.ASSIGNMENT);
  }

  /** The conversion of parameter 1; empty where a value can stay as it is. */
  public static Optional<Expression> cast(
      AnalysisContext context, TypeAndModifier from, TypeAndModifier to) {
    ParseState state = new ParseState(context, ParameterTypes.none());
    Param value = new Param(1, from.type(), from.typmod(), 0, -1);
    CastTarget target = target(to);
    boolean byText = from.type() == TypeOid.UNKNOWN || from.type() == TypeOid.RECORD;
    Expression cast =
        (byText ? Optional.<Expression>empty() : Coercion.toTarget(state, value, target))
            .orElseGet(() -> throughText(state, value, to));
    boolean same = cast instanceof Expression.RelabelType label && label.argument() == value;
    return cast == value || same ? Optional.empty() : Optional.of(cast);
  }

  private static Expression throughText(ParseState state, Param value, TypeAndModifier to) {
    Expression read = new CoerceViaIO(value, to.type(), CallForm.IMPLICIT_CAST, -1);
    if (to.typmod() == -1) {
      return read;
    }
    CastTarget target =
        new CastTarget(to.type(), to.typmod(), CastContext.ASSIGNMENT, CallForm.IMPLICIT_CAST, -1);
    return Coercion.toTarget(state, read, target).orElse(read);
  }

  private static CastTarget target(TypeAndModifier to) {
    return new CastTarget(to.type(), to.typmod(), CastContext.PLPGSQL, CallForm.IMPLICIT_CAST, -1);
  }

  /**
   * Analyses an assignment. The columns of the result are the subscripts, and last the value, which
   * is of the target's type unless both are rows.
   */
  public static AnalyzedQuery assignment(
      SelectStmt source, Target target, VariableResolver variables, AnalysisContext context) {
    ParseState state = new ParseState(context, ParameterTypes.hooked(variables));
    state.resolveUnknowns = false;
    int subscripts = target.subscripts().size();
    Query query = Statements.analyze(state, withSubscripts(source, target.subscripts()));
    int columns = query.visibleTargets().size() - subscripts;
    if (columns != 1) {
      throw Complaint.error(
          -1,
          SqlState.SYNTAX_ERROR,
          "assignment source returned " + columns + (columns == 1 ? " column" : " columns"));
    }
    List<TargetEntry> targets = new ArrayList<>(query.targets());
    for (int i = 0; i < subscripts; i++) {
      Expression subscript = subscript(state, targets.get(i).expression());
      targets.set(i, targets.get(i).withExpression(subscript));
    }
    TargetEntry value = targets.get(subscripts);
    targets.set(subscripts, value.withExpression(value(state, value.expression(), target)));
    Query assigned = query.withTargets(targets);
    return new AnalyzedQuery(assigned, Analyzer.columns(assigned, context));
  }

  private static SelectStmt withSubscripts(SelectStmt source, List<Expr> subscripts) {
    if (subscripts.isEmpty()) {
      return source;
    }
    List<ResTarget> targets = new ArrayList<>();
    for (Expr subscript : subscripts) {
      targets.add(new ResTarget(Optional.empty(), List.of(), subscript, -1));
    }
    targets.addAll(source.targetList());
    return source.withTargets(targets);
  }

  private static Expression subscript(ParseState state, Expression raw) {
    return Coercion.toTarget(state, raw, CastTarget.assignment(TypeOid.INT4))
        .orElseThrow(
            () ->
                Complaint.error(
                    Locations.of(raw),
                    SqlState.DATATYPE_MISMATCH,
                    "array subscript must have type integer"));
  }

  private static Expression value(ParseState state, Expression raw, Target target) {
    int wanted = target.type().type();
    boolean rows = isRow(state, wanted) && isRow(state, raw.type());
    if (wanted == raw.type() && target.type().typmod() == raw.typmod() || rows) {
      return raw;
    }
    return Coercion.toTarget(state, raw, target(target.type()))
        .orElseThrow(
            () ->
                Complaint.at(
                        Locations.of(raw),
                        SqlState.DATATYPE_MISMATCH,
                        "variable \""
                            + target.name()
                            + "\" is of type "
                            + io.pgdouble.engine.catalog.TypeFacts.name(wanted)
                            + " but expression is of type "
                            + io.pgdouble.engine.catalog.TypeFacts.name(raw.type()))
                    .withHint("You will need to rewrite or cast the expression.")
                    .toException());
  }

  private static boolean isRow(ParseState state, int type) {
    return type == TypeOid.RECORD
        || io.pgdouble.engine.catalog.TypeFacts.isRow(state.catalog(), type);
  }
}
