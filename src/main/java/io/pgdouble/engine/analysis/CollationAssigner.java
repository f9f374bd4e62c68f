package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.CollationEntry;
import io.pgdouble.engine.expression.CaseWhen;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.ExpressionMapper;
import io.pgdouble.engine.expression.InputCollations;
import io.pgdouble.engine.expression.Locations;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.QueryMapper;
import io.pgdouble.engine.expression.SubLinkKind;
import io.pgdouble.engine.expression.TargetEntry;
import io.pgdouble.engine.function.CallSite;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides which collation each function uses ({@code parse_collate.c}). Only needed where something
 * has another collation than the database's. Manual: {@code collation-managing}.
 */
final class CollationAssigner extends ExpressionMapper {
  private final ParseState state;
  private Derived current = new Derived();

  private CollationAssigner(ParseState state) {
    this.state = state;
  }

  static Query assign(ParseState state, Query query) {
    if (!state.collationsMatter) {
      return query;
    }
    requireAgreement(state, query.targets());
    return new QueryMapper(new CollationAssigner(state), inner -> inner).map(query);
  }

  /** What rows are sorted or grouped by has one collation. */
  private static void requireAgreement(ParseState state, List<TargetEntry> targets) {
    targets.stream()
        .filter(target -> target.sortGroup() != 0)
        .forEach(one -> common(state, List.of(one.expression()), Disagreement.IS_AN_ERROR));
  }

  /**
   * The collation that an expression's value has ({@code nodeFuncs.c: exprCollation}): 0 for a type
   * without any, and where its parts do not agree.
   */
  static int derived(ParseState state, Expression expression) {
    int ofType = Coercion.collationOf(state, expression.type());
    if (ofType == 0) {
      return 0;
    }
    if (expression instanceof Expression.Const || expression instanceof Expression.Param) {
      return ofType;
    }
    CollationAssigner assigner = new CollationAssigner(state);
    assigner.map(expression);
    return assigner.current.strength == Strength.CONFLICT ? 0 : assigner.current.collation;
  }

  /** What several expressions for one column agree on ({@code select_common_collation}). */
  static int common(ParseState state, List<Expression> expressions, Disagreement disagreement) {
    CollationAssigner assigner = new CollationAssigner(state);
    expressions.forEach(assigner::map);
    Derived found = assigner.current;
    if (found.strength != Strength.CONFLICT) {
      return found.collation;
    }
    if (disagreement == Disagreement.IS_AN_ERROR) {
      throw Complaint.at(
              found.otherLocation,
              SqlState.COLLATION_MISMATCH,
              "collation mismatch between implicit collations \""
                  + assigner.name(found.collation)
                  + "\" and \""
                  + assigner.name(found.other)
                  + "\"")
          .withHint(
              "You can choose the collation by applying the COLLATE clause to one or both"
                  + " expressions.")
          .toException();
    }
    return 0;
  }

  /** What it means that expressions have different collations. */
  enum Disagreement {
    IS_AN_ERROR,
    LEAVES_NONE
  }

  /** How firmly a collation is given, weakest first. */
  private enum Strength {
    NONE,
    IMPLICIT,
    CONFLICT,
    EXPLICIT
  }

  /** The collation that the parts of an expression agree on. */
  private static final class Derived {
    private int collation;
    private int location = -1;
    private Strength strength = Strength.NONE;

    /** The one that it does not agree with. */
    private int other;

    private int otherLocation = -1;
  }

  /** Every expression of a query stands alone; parts of one are merged into it. */
  @Override
  public Expression map(Expression node) {
    Derived outer = current;
    current = new Derived();
    Expression rebuilt = super.map(node);
    Derived parts = current;
    current = outer;
    boolean conflict = parts.strength == Strength.CONFLICT;
    int input = conflict ? CallSite.UNDETERMINED : parts.collation;
    Expression assigned = InputCollations.with(rebuilt, input);
    result(assigned, parts);
    return assigned;
  }

  private void result(Expression node, Derived parts) {
    if (node instanceof Expression.CollateExpr collate) {
      merge(collate.collation(), Strength.EXPLICIT, collate.location());
      return;
    }
    int ofType = Coercion.collationOf(state, node.type());
    if (ofType == 0) {
      return;
    }
    if (node instanceof Expression.Var column) {
      merge(column.collation(), Strength.IMPLICIT, column.location());
    } else if (node instanceof Expression.JoinColumn column) {
      merge(derived(state, column.value()), Strength.IMPLICIT, column.location());
    } else if (node instanceof Expression.SubLink sub && yieldsValue(sub)) {
      Expression first = sub.query().shownTargets().get(0).expression();
      merge(derived(state, first), Strength.IMPLICIT, Locations.of(first));
    } else if (parts.strength == Strength.NONE) {
      merge(ofType, Strength.IMPLICIT, Locations.of(node));
    } else {
      boolean conflicts = parts.strength.compareTo(current.strength) > 0;
      merge(parts.collation, parts.strength, parts.location);
      current.other = conflicts ? parts.other : current.other;
      current.otherLocation = conflicts ? parts.otherLocation : current.otherLocation;
    }
  }

  private static boolean yieldsValue(Expression.SubLink sub) {
    return sub.kind() == SubLinkKind.SCALAR || sub.kind() == SubLinkKind.ARRAY;
  }

  /** {@code merge_collation_state}. */
  private void merge(int collation, Strength strength, int location) {
    int order = strength.compareTo(current.strength);
    if (order > 0) {
      current.strength = strength;
      current.collation = collation;
      current.location = location;
    } else if (order == 0 && strength == Strength.IMPLICIT) {
      mergeImplicit(collation, location);
    } else if (order == 0 && strength == Strength.EXPLICIT && collation != current.collation) {
      throw Complaint.error(
          location,
          SqlState.COLLATION_MISMATCH,
          "collation mismatch between explicit collations \""
              + name(current.collation)
              + "\" and \""
              + name(collation)
              + "\"");
    }
  }

  /** A collation that is not the database's beats it; two that are not are in conflict. */
  private void mergeImplicit(int collation, int location) {
    if (current.collation == Collations.DEFAULT) {
      current.collation = collation;
      current.location = location;
    } else if (collation != Collations.DEFAULT && collation != current.collation) {
      current.strength = Strength.CONFLICT;
      current.other = collation;
      current.otherLocation = location;
    }
  }

  private String name(int collation) {
    return state.catalog().collation(collation).map(CollationEntry::name).orElse("");
  }

  private Expression alone(Expression node) {
    Derived outer = current;
    current = new Derived();
    Expression assigned = map(node);
    current = outer;
    return assigned;
  }

  /** What CASE tests does not count for what it yields. */
  @Override
  public Expression onCaseExpr(Expression.CaseExpr node) {
    Optional<Expression> argument = node.argument().map(this::alone);
    List<CaseWhen> whens = new ArrayList<>();
    for (CaseWhen when : node.whens()) {
      whens.add(new CaseWhen(alone(when.condition()), map(when.result())));
    }
    return new Expression.CaseExpr(
        node.type(), argument, whens, map(node.otherwise()), node.location());
  }

  /** The fields of a row do not meet. */
  @Override
  public Expression onRowExpr(Expression.RowExpr node) {
    List<Expression> fields = node.arguments().stream().map(this::alone).toList();
    return node.with(fields);
  }

  /** What an aggregate is only ordered by, or filtered by, does not count for its collation. */
  @Override
  public Expression onAggref(Expression.Aggref node) {
    requireAgreement(state, node.arguments());
    List<Expression> direct = new ArrayList<>(node.direct());
    List<TargetEntry> targets = new ArrayList<>(node.arguments());
    if (node.aggregate().isHypotheticalSet()) {
      mapPairs(direct, targets);
    } else {
      direct.replaceAll(this::map);
      targets.replaceAll(
          t -> t.withExpression(t.junk() ? alone(t.expression()) : map(t.expression())));
    }
    return new Expression.Aggref(
        node.function(),
        node.aggregate(),
        node.type(),
        node.inputCollation(),
        direct,
        targets,
        node.order(),
        node.distinct(),
        node.filter().map(this::alone),
        node.variadic(),
        node.star(),
        node.levelsUp(),
        node.location());
  }

  /** {@code assign_hypothetical_collations}: a direct argument meets its column, and no other. */
  private void mapPairs(List<Expression> direct, List<TargetEntry> targets) {
    Derived outer = current;
    for (int i = 0; i < direct.size(); i++) {
      current = new Derived();
      direct.set(i, map(direct.get(i)));
      targets.set(i, targets.get(i).withExpression(map(targets.get(i).expression())));
      if (current.strength == Strength.CONFLICT) {
        throw Complaint.notSimulated("columns of different collations in WITHIN GROUP");
      }
    }
    current = outer;
  }
}
