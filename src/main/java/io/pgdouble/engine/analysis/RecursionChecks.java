package io.pgdouble.engine.analysis;

import io.pgdouble.engine.tree.CommonTableExpr;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.JoinExpr;
import io.pgdouble.engine.tree.Node;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.engine.tree.SelectStmt;
import io.pgdouble.engine.tree.SelectTail;
import io.pgdouble.engine.tree.SetOperation;
import io.pgdouble.engine.tree.SubLink;
import io.pgdouble.engine.tree.TableRef;
import io.pgdouble.error.SqlState;
import java.util.Optional;

/** What a recursive query may look like ({@code parse_cte.c: checkWellFormedRecursion}). */
final class RecursionChecks extends CommonTableReferences {
  /** Where a reference stands: {@code RecursionContext}. */
  private enum Place {
    ALLOWED(""),
    NON_RECURSIVE_TERM("its non-recursive term"),
    SUBQUERY("a subquery"),
    OUTER_JOIN("an outer join"),
    INTERSECT("INTERSECT"),
    EXCEPT("EXCEPT");

    private final String words;

    Place(String words) {
      this.words = words;
    }
  }

  private final String table;
  private Place place;
  private int references;

  private RecursionChecks(String table, Place place) {
    this.table = table;
    this.place = place;
  }

  /**
   * @param table one that refers to itself
   */
  static void check(CommonTableExpr table) {
    String name = table.ctename();
    if (!(table.ctequery() instanceof SelectStmt select)) {
      throw invalid(table, " must not contain data-modifying statements");
    }
    if (select.op() != SetOperation.UNION) {
      throw invalid(table, " does not have the form non-recursive-term UNION [ALL] recursive-term");
    }
    new RecursionChecks(name, Place.NON_RECURSIVE_TERM).walk(select.larg().orElseThrow());
    new RecursionChecks(name, Place.ALLOWED).walk(select.rarg().orElseThrow());
    SelectTail tail = select.tail();
    tail.withClause()
        .ifPresent(with -> with.ctes().forEach(new RecursionChecks(name, Place.SUBQUERY)::walk));
    refuse("ORDER BY", tail.sortClause().stream().findFirst().map(item -> item.node()));
    refuse("OFFSET", tail.limitOffset());
    refuse("LIMIT", tail.limitCount());
    if (!tail.lockingClause().isEmpty()) {
      throw notImplemented(-1, "FOR UPDATE/SHARE");
    }
  }

  private static RuntimeException invalid(CommonTableExpr table, String why) {
    return Complaint.error(
        table.location(),
        SqlState.INVALID_RECURSION,
        "recursive query \"" + table.ctename() + "\"" + why);
  }

  private static void refuse(String clause, Optional<Expr> expression) {
    if (expression.isPresent()) {
      throw notImplemented(RawLocations.of(expression.get()), clause);
    }
  }

  private static RuntimeException notImplemented(int location, String clause) {
    return Complaint.error(
        location,
        SqlState.FEATURE_NOT_SUPPORTED,
        clause + " in a recursive query is not implemented");
  }

  @Override
  void found(RangeVar relation) {
    if (!relation.relname().equals(table)) {
      return;
    }
    String complaint =
        place != Place.ALLOWED ? "within " + place.words : ++references > 1 ? "more than once" : "";
    if (!complaint.isEmpty()) {
      throw Complaint.error(
          relation.location(),
          SqlState.INVALID_RECURSION,
          "recursive reference to query \"" + table + "\" must not appear " + complaint);
    }
  }

  @Override
  void walk(Node node) {
    if (node instanceof JoinExpr join) {
      join(join);
    } else if (node instanceof SubLink link) {
      walk(link.subselect(), Place.SUBQUERY);
      link.testexpr().ifPresent(this::walk);
    } else {
      super.walk(node);
    }
  }

  /** A side is outside of any outer join only if it was so before. */
  private void walk(Node node, Place there) {
    Place before = place;
    place = there;
    walk(node);
    place = before;
  }

  private void join(JoinExpr join) {
    switch (join.jointype()) {
      case INNER -> {
        walk(join.larg());
        walk(join.rarg());
      }
      case LEFT -> {
        walk(join.larg());
        nullable(join.rarg());
      }
      case RIGHT -> {
        nullable(join.larg());
        walk(join.rarg());
      }
      case FULL -> {
        nullable(join.larg());
        nullable(join.rarg());
      }
    }
    join.quals().ifPresent(this::walk);
  }

  private void nullable(TableRef side) {
    walk(side, place == Place.ALLOWED ? Place.OUTER_JOIN : place);
  }

  /** {@code checkWellFormedSelectStmt}. */
  @Override
  void select(SelectStmt select) {
    boolean restricts =
        place == Place.ALLOWED
            && (select.op() == SetOperation.INTERSECT || select.op() == SetOperation.EXCEPT);
    if (!restricts) {
      super.select(select);
      return;
    }
    Place within = select.op() == SetOperation.EXCEPT ? Place.EXCEPT : Place.INTERSECT;
    walk(select.larg().orElseThrow(), select.all() ? within : place);
    boolean right = select.all() || within == Place.EXCEPT;
    walk(select.rarg().orElseThrow(), right ? within : place);
    children(select.tail());
  }
}
