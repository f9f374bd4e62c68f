package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.catalog.TypeEntry;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.engine.expression.CallForm;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.ExpressionWalker;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.TargetEntry;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.SelectStmt;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.List;
import java.util.Optional;

/** The expressions in definitions of tables ({@code heap.c: cookDefault, cookConstraint}). */
public final class DefinitionExpressions {
  private final ParseState state;

  public DefinitionExpressions(AnalysisContext context) {
    this.state = new ParseState(context, ParameterTypes.none());
  }

  /** The default of a column of a table. */
  public Expression columnDefault(AttributeEntry column, Expr raw) {
    Expression value = ExpressionAnalyzer.analyze(state, raw, ClauseKind.COLUMN_DEFAULT);
    return collated(assigned(column, value));
  }

  /** The same for one that was not written. */
  public Expression columnDefault(AttributeEntry column, Expression value) {
    return assigned(column, value);
  }

  /** {@code ATPrepAlterColumnType}: what a column's values become under another type. */
  public Expression conversion(
      RelationEntry relation, AttributeEntry column, Optional<Expr> using) {
    FromClause.addDefined(state, relation);
    AttributeEntry before = relation.attributes().get(column.number() - 1);
    Expression value =
        using.isPresent()
            ? ExpressionAnalyzer.analyze(state, using.get(), ClauseKind.ALTER_TRANSFORM)
            : new Expression.Var(
                0, 0, before.number(), before.type(), before.typmod(), before.collation(), -1);
    CastTarget target =
        CastTarget.assignment(column.type()).withType(column.type(), column.typmod());
    return collated(
        Coercion.toTarget(state, value, target)
            .orElseThrow(() -> noConversion(column, using.isPresent())));
  }

  private static ReportedError noConversion(AttributeEntry column, boolean using) {
    String type = TypeFacts.name(column.type());
    String what = using ? "result of USING clause for column " : "column ";
    String hint =
        using
            ? "You might need to add an explicit cast."
            : "You might need to specify \"USING "
                + column.name()
                + "::"
                + io.pgdouble.type.TypeName.format(column.type(), column.typmod())
                + "\".";
    return ErrorReport.error(
            SqlState.DATATYPE_MISMATCH,
            what + "\"" + column.name() + "\" cannot be cast automatically to type " + type)
        .withHint(hint)
        .toException();
  }

  /** A default that was there before under another type. */
  public Expression defaultForType(AttributeEntry column, Expression before) {
    CastTarget target =
        CastTarget.assignment(column.type()).withType(column.type(), column.typmod());
    return Coercion.toTarget(state, stripped(before), target)
        .orElseThrow(
            () ->
                new ReportedError(
                    SqlState.DATATYPE_MISMATCH,
                    "default for column \""
                        + column.name()
                        + "\" cannot be cast automatically to type "
                        + TypeFacts.name(column.type())));
  }

  /** {@code strip_implicit_coercions}. */
  private static Expression stripped(Expression value) {
    if (value instanceof Expression.FuncExpr call && call.form() == CallForm.IMPLICIT_CAST) {
      return stripped(call.arguments().get(0));
    }
    if (value instanceof Expression.RelabelType cast && cast.form() == CallForm.IMPLICIT_CAST) {
      return stripped(cast.argument());
    }
    return value instanceof Expression.CoerceViaIO cast && cast.form() == CallForm.IMPLICIT_CAST
        ? stripped(cast.argument())
        : value;
  }

  /** What generates a column. */
  public Expression generation(RelationEntry relation, AttributeEntry column, Expr raw) {
    FromClause.addDefined(state, relation);
    Expression value = ExpressionAnalyzer.analyze(state, raw, ClauseKind.GENERATED_COLUMN);
    new GeneratedReferences(relation).walk(value);
    return collated(assigned(column, value));
  }

  /** {@code parse_relation.c: scanNSItemForColumn}: what a generated column may not refer to. */
  private static final class GeneratedReferences extends ExpressionWalker {
    private final RelationEntry relation;

    GeneratedReferences(RelationEntry relation) {
      this.relation = relation;
    }

    @Override
    public Boolean onVar(Expression.Var node) {
      if (SystemColumns.isOfRow(node)) {
        throw Complaint.error(
            node.location(),
            SqlState.INVALID_COLUMN_REFERENCE,
            "cannot use system column \""
                + SystemColumns.name(node)
                + "\" in column generation expression");
      }
      if (node.attribute() == 0) {
        throw Complaint.at(
                node.location(),
                SqlState.INVALID_OBJECT_DEFINITION,
                "cannot use whole-row variable in column generation expression")
            .withDetail("This would cause the generated column to depend on its own value.")
            .toException();
      }
      boolean generated =
          node.attribute() > 0
              && !relation.attributes().get(node.attribute() - 1).generated().isEmpty();
      if (generated) {
        String name = relation.attributes().get(node.attribute() - 1).name();
        throw Complaint.at(
                node.location(),
                SqlState.INVALID_OBJECT_DEFINITION,
                "cannot use generated column \"" + name + "\" in column generation expression")
            .withDetail("A generated column cannot reference another generated column.")
            .toException();
      }
      return false;
    }
  }

  private Expression assigned(AttributeEntry column, Expression value) {
    CastTarget target =
        CastTarget.assignment(column.type()).withType(column.type(), column.typmod());
    return Coercion.toTarget(state, value, target)
        .orElseThrow(() -> mismatch(column.name(), column.type(), value.type()));
  }

  /** {@code heap.c: cookDefault}, which calls a domain a column, too. */
  private static RuntimeException mismatch(String name, int wanted, int found) {
    return ErrorReport.error(
            SqlState.DATATYPE_MISMATCH,
            "column \""
                + name
                + "\" is of type "
                + TypeFacts.name(wanted)
                + " but default expression is of type "
                + TypeFacts.name(found))
        .withHint("You will need to rewrite or cast the expression.")
        .toException();
  }

  /** The condition of a CHECK constraint. */
  public Expression check(RelationEntry relation, Expr raw) {
    FromClause.addDefined(state, relation);
    Expression value = ExpressionAnalyzer.analyze(state, raw, ClauseKind.CHECK_CONSTRAINT);
    new SystemReferences().walk(value);
    return collated(Coercion.toBoolean(state, value, "CHECK"));
  }

  /** {@code parse_relation.c: scanNSItemForColumn}: what a constraint may not refer to. */
  private static final class SystemReferences extends ExpressionWalker {
    @Override
    public Boolean onVar(Expression.Var node) {
      if (SystemColumns.isOfRow(node)) {
        throw Complaint.error(
            node.location(),
            SqlState.INVALID_COLUMN_REFERENCE,
            "system column \""
                + SystemColumns.name(node)
                + "\" reference in check constraint is invalid");
      }
      return false;
    }
  }

  /** The condition of a domain's constraint. */
  public Expression domainCheck(TypeEntry domain, Expr raw) {
    state.domainValue =
        Optional.of(
            new Expression.CoerceToDomainValue(
                domain.base(), domain.baseTypmod(), domain.collation(), -1));
    Expression value = ExpressionAnalyzer.analyze(state, raw, ClauseKind.CHECK_CONSTRAINT);
    return collated(Coercion.toBoolean(state, value, "CHECK"));
  }

  /** The default of a domain over a type. */
  public Expression domainDefault(List<String> domain, TypeNames.TypeReference base, Expr raw) {
    Expression value = ExpressionAnalyzer.analyze(state, raw, ClauseKind.COLUMN_DEFAULT);
    CastTarget target = CastTarget.assignment(base.type()).withType(base.type(), base.typmod());
    return collated(
        Coercion.toTarget(state, value, target)
            .orElseThrow(() -> mismatch(domain.get(domain.size() - 1), base.type(), value.type())));
  }

  /** An expression of an index. */
  public Expression index(RelationEntry relation, Expr raw) {
    FromClause.addDefined(state, relation);
    return indexed(collated(ExpressionAnalyzer.analyze(state, raw, ClauseKind.INDEX_EXPRESSION)));
  }

  /** The condition of a partial index. */
  public Expression predicate(RelationEntry relation, Expr raw) {
    FromClause.addDefined(state, relation);
    Expression value = ExpressionAnalyzer.analyze(state, raw, ClauseKind.INDEX_PREDICATE);
    return indexed(collated(Coercion.toBoolean(state, value, "WHERE")));
  }

  /** {@code indexcmds.c: DefineIndex}: what an index may not refer to. */
  private static Expression indexed(Expression value) {
    new ExpressionWalker() {
      @Override
      public Boolean onVar(Expression.Var node) {
        if (node.attribute() < 0) {
          throw new ReportedError(
              SqlState.FEATURE_NOT_SUPPORTED, "index creation on system columns is not supported");
        }
        return false;
      }
    }.walk(value);
    return value;
  }

  /** The condition of a trigger: relation 0 is the old row, relation 1 the new one. */
  public Expression triggerCondition(RelationEntry relation, Expr raw) {
    FromClause.addRow(state, relation, "old");
    FromClause.addRow(state, relation, "new");
    Expression value = ExpressionAnalyzer.analyze(state, raw, ClauseKind.TRIGGER_WHEN);
    return collated(Coercion.toBoolean(state, value, "WHEN"));
  }

  /** Which rows COPY FROM takes. */
  public Expression copied(RelationEntry relation, Expr raw) {
    FromClause.addDefined(state, relation);
    Expression value = ExpressionAnalyzer.analyze(state, raw, ClauseKind.COPY_WHERE);
    return collated(Coercion.toBoolean(state, value, "WHERE"));
  }

  /** {@code assign_expr_collations}. */
  private Expression collated(Expression value) {
    Query nothing = SelectAnalyzer.analyze(state.child(), SelectStmt.ofValues(List.of()));
    TargetEntry target = new TargetEntry(value, "", 0, false, 0, 0);
    Query query = CollationAssigner.assign(state, nothing.withTargets(List.of(target)));
    return query.targets().get(0).expression();
  }
}
