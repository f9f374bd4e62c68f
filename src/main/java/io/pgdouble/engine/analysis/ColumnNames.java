package io.pgdouble.engine.analysis;

import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.tree.AArrayExpr;
import io.pgdouble.engine.tree.AConst;
import io.pgdouble.engine.tree.AExpr;
import io.pgdouble.engine.tree.AExprKind;
import io.pgdouble.engine.tree.AIndirection;
import io.pgdouble.engine.tree.BooleanValue;
import io.pgdouble.engine.tree.CaseExpr;
import io.pgdouble.engine.tree.CoalesceExpr;
import io.pgdouble.engine.tree.CollateClause;
import io.pgdouble.engine.tree.ColumnRef;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.FieldName;
import io.pgdouble.engine.tree.FuncCall;
import io.pgdouble.engine.tree.GroupingFunc;
import io.pgdouble.engine.tree.Indirection;
import io.pgdouble.engine.tree.MinMaxExpr;
import io.pgdouble.engine.tree.RowExpr;
import io.pgdouble.engine.tree.SqlValueFunction;
import io.pgdouble.engine.tree.SubLink;
import io.pgdouble.engine.tree.TypeCast;
import io.pgdouble.facts.MajorChange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an output column without a label is called ({@code FigureColname}). */
final class ColumnNames {
  static final String NAMELESS = "?column?";

  private final ParseState state;

  private ColumnNames(ParseState state) {
    this.state = state;
  }

  static String of(ParseState state, Expr expression) {
    return new ColumnNames(state).figure(expression).map(Name::text).orElse(NAMELESS);
  }

  /**
   * The name a function in FROM or an expression of an index gets ({@code FigureIndexColname}),
   * empty if there is none.
   */
  static Optional<String> ofFunction(ParseState state, Expr expression) {
    return new ColumnNames(state).figure(expression).map(Name::text);
  }

  /**
   * A name.
   *
   * @param good whether it is better than the name of a type that a cast could give
   */
  private record Name(String text, boolean good) {}

  private static Optional<Name> good(String text) {
    return Optional.of(new Name(text, true));
  }

  private Optional<Name> figure(Expr node) {
    if (node instanceof ColumnRef ref) {
      return good(ref.fields().get(ref.fields().size() - 1));
    }
    if (node instanceof AIndirection indirection) {
      return ofIndirection(indirection);
    }
    if (node instanceof FuncCall call) {
      return good(call.funcname().get(call.funcname().size() - 1));
    }
    if (node instanceof AExpr operator) {
      return operator.kind() == AExprKind.NULLIF ? good("nullif") : Optional.empty();
    }
    if (node instanceof TypeCast cast) {
      return ofCast(cast);
    }
    if (node instanceof CollateClause collate) {
      return figure(collate.arg().orElseThrow());
    }
    if (node instanceof SubLink link) {
      return ofSubLink(link);
    }
    return ofConstruct(node);
  }

  private Optional<Name> ofIndirection(AIndirection node) {
    List<Indirection> steps = node.indirection();
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (steps.get(i) instanceof FieldName field) {
        return good(field.name());
      }
    }
    return figure(node.arg());
  }

  private Optional<Name> ofCast(TypeCast node) {
    Optional<Name> inner = figure(node.arg());
    if (inner.isPresent() && inner.get().good()) {
      return inner;
    }
    List<String> type = node.typeName().names();
    return Optional.of(new Name(type.get(type.size() - 1), false));
  }

  private Optional<Name> ofSubLink(SubLink link) {
    return switch (link.subLinkType()) {
      case EXISTS -> good("exists");
      case ARRAY -> good("array");
      case EXPR -> state.queryOf(link).flatMap(ColumnNames::firstColumn);
      case ANY, ALL -> Optional.empty();
    };
  }

  private static Optional<Name> firstColumn(Query query) {
    return query.targets().isEmpty() ? Optional.empty() : good(query.targets().get(0).name());
  }

  private Optional<Name> ofConstruct(Expr node) {
    if (node instanceof CaseExpr cases) {
      Optional<Name> otherwise = cases.defresult().flatMap(this::figure);
      return otherwise.isPresent() && otherwise.get().good()
          ? otherwise
          : Optional.of(new Name("case", false));
    }
    if (node instanceof AArrayExpr) {
      return good("array");
    }
    if (node instanceof RowExpr) {
      return good("row");
    }
    if (node instanceof CoalesceExpr) {
      return good("coalesce");
    }
    if (node instanceof MinMaxExpr minMax) {
      return good(minMax.greatest() ? "greatest" : "least");
    }
    if (node instanceof GroupingFunc) {
      return good("grouping");
    }
    if (node instanceof SqlValueFunction function) {
      return good(valueFunction(function));
    }
    return node instanceof AConst constant ? ofConstant(constant) : Optional.empty();
  }

  /** TRUE was a cast to bool once, and got its name. */
  private Optional<Name> ofConstant(AConst constant) {
    boolean cast = !MajorChange.BOOLEAN_LITERALS.isIn(state.context.execution().facts().major());
    return cast && constant.value() instanceof BooleanValue
        ? Optional.of(new Name("bool", false))
        : Optional.empty();
  }

  private static String valueFunction(SqlValueFunction function) {
    String name = function.op().name().toLowerCase(Locale.ROOT);
    return name.endsWith("_n") ? name.substring(0, name.length() - 2) : name;
  }
}
