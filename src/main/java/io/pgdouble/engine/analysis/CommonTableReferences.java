package io.pgdouble.engine.analysis;

import io.pgdouble.engine.tree.CommonTableExpr;
import io.pgdouble.engine.tree.DeleteStmt;
import io.pgdouble.engine.tree.InsertStmt;
import io.pgdouble.engine.tree.MergeStmt;
import io.pgdouble.engine.tree.Node;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.engine.tree.SelectStmt;
import io.pgdouble.engine.tree.TreeChildren;
import io.pgdouble.engine.tree.UpdateStmt;
import io.pgdouble.engine.tree.WithClause;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Looks in a raw tree for names of relations that no WITH clause inside it hides ({@code
 * parse_cte.c: WalkInnerWith}).
 */
abstract class CommonTableReferences {
  private final Deque<List<String>> hidden = new ArrayDeque<>();

  /** A name without a schema. */
  abstract void found(RangeVar relation);

  void walk(Node node) {
    if (node instanceof RangeVar relation) {
      relation(relation);
    } else if (node instanceof SelectStmt select) {
      with(select.tail().withClause(), () -> select(select));
    } else if (node instanceof InsertStmt insert) {
      with(insert.withClause(), () -> children(insert));
    } else if (node instanceof UpdateStmt update) {
      with(update.withClause(), () -> children(update));
    } else if (node instanceof DeleteStmt delete) {
      with(delete.withClause(), () -> children(delete));
    } else if (node instanceof MergeStmt merge) {
      with(merge.withClause(), () -> children(merge));
    } else if (!(node instanceof WithClause)) {
      children(node);
    }
  }

  void select(SelectStmt select) {
    children(select);
  }

  final void children(Node node) {
    TreeChildren.visit(node, this::walk);
  }

  private void relation(RangeVar relation) {
    String name = relation.relname();
    boolean plain = relation.schemaname().isEmpty();
    if (plain && hidden.stream().noneMatch(names -> names.contains(name))) {
      found(relation);
    }
  }

  /** The names of a recursive WITH hide others in all of it, those of a plain one after them. */
  private void with(Optional<WithClause> clause, Runnable body) {
    if (clause.isEmpty()) {
      body.run();
      return;
    }
    List<CommonTableExpr> tables = clause.get().ctes();
    List<String> names = new ArrayList<>();
    if (clause.get().recursive()) {
      tables.forEach(table -> names.add(table.ctename()));
    }
    hidden.push(names);
    for (CommonTableExpr table : tables) {
      walk(table.ctequery());
      names.add(table.ctename());
    }
    body.run();
    hidden.pop();
  }
}
