package io.pgdouble.engine.analysis;

import io.pgdouble.engine.analysis.AnalyzedStatement.AnalyzedQuery;
import io.pgdouble.engine.expression.CallForm;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Expression.CoerceViaIO;
import io.pgdouble.engine.expression.Expression.Param;
import io.pgdouble.engine.expression.Locations;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.TargetEntry;
import io.pgdouble.engine.tree.Indirection;
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
   * @param type of the variable
   * @param parts what follows its name: the part that is assigned to
   * @param parameter number of the parameter that stands for the variable, where it has parts
   * @param location of all that in the text
   */
  public record Target(
      String name, TypeAndModifier type, List<Indirection> parts, int parameter, int location) {}

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

  /** Analyses an assignment: the value is of the variable's type unless both are rows. */
  public static AnalyzedQuery assignment(
      SelectStmt source, Target target, VariableResolver variables, AnalysisContext context) {
    ParseState state = new ParseState(context, ParameterTypes.hooked(variables));
    state.resolveUnknowns = false;
    Optional<PartPath> part =
        target.parts().isEmpty() ? Optional.empty() : Optional.of(part(state.child(), target));
    Query query = Statements.analyze(state, source);
    int columns = query.visibleTargets().size();
    if (columns != 1) {
      throw Complaint.error(
          -1,
          SqlState.SYNTAX_ERROR,
          "assignment source returned " + columns + (columns == 1 ? " column" : " columns"));
    }
    List<TargetEntry> targets = new ArrayList<>(query.targets());
    TargetEntry value = targets.get(0);
    Expression raw = value.expression();
    Expression assigned =
        part.map(path -> path.store(variable(state, target), path.cast(raw)))
            .orElseGet(() -> value(state, raw, target));
    targets.set(0, value.withExpression(assigned));
    Query whole = query.withTargets(targets);
    return new AnalyzedQuery(whole, Analyzer.columns(whole, context));
  }

  private static PartPath part(ParseState state, Target target) {
    int collation = Coercion.collationOf(state, target.type().type());
    PartPath.Target whole =
        new PartPath.Target(target.name(), target.type().type(), target.type().typmod(), collation);
    return PartPath.of(
        state, whole, target.parts(), new PartPath.Place(CastContext.PLPGSQL, target.location()));
  }

  private static Expression variable(ParseState state, Target target) {
    int collation = Coercion.collationOf(state, target.type().type());
    return new Param(
        target.parameter(), target.type().type(), target.type().typmod(), collation, -1);
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
