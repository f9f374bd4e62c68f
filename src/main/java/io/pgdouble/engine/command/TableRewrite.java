package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.execution.Plan;
import io.pgdouble.engine.execution.RowSource;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.TargetEntry;
import io.pgdouble.engine.planning.Planner;
import io.pgdouble.engine.storage.Heap;
import io.pgdouble.engine.storage.RowVersion;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the rows of a table anew ({@code tablecmds.c: ATRewriteTable}). */
record TableRewrite(SessionMemory memory) {
  /** The columns as they are; nulls for those that were dropped. */
  static List<Expression> sameColumns(RelationEntry table) {
    List<Expression> values = new ArrayList<>();
    for (AttributeEntry one : table.attributes()) {
      values.add(
          one.dropped()
              ? new Expression.Const(TypeOid.INT4, -1, 0, null, -1)
              : new Expression.Var(
                  0, 0, one.number(), one.type(), one.typmod(), one.collation(), -1));
    }
    return values;
  }

  /**
   * Gives the table another file.
   *
   * @param table as it was before
   * @param values what each column becomes, over the columns as they were
   */
  void run(RelationEntry table, List<Expression> values) {
    Query all =
        new InternalQuery(memory).analyzed("SELECT FROM ONLY " + ExistingRows.name(table)).query();
    List<TargetEntry> targets = new ArrayList<>();
    values.forEach(value -> targets.add(new TargetEntry(value, "", 0, false, 0, 0)));
    Plan plan =
        Planner.plan(
            all.withTargets(targets), Optional.empty(), memory.relations(), memory.execution());
    CatalogRows rows = new CatalogRows(memory.changes());
    long node = rows.newOid();
    RowSource source = new InternalQuery(memory).open(plan);
    memory.storage().created(node);
    Heap fresh = heap(table, node);
    RowVersion.Writing by = memory.storage().transaction().writing();
    for (Object[] row = source.next(); row != RowSource.END; row = source.next()) {
      Object[] stored = RowVersion.room(values.size());
      System.arraycopy(row, 0, stored, 0, values.size());
      fresh.insert(stored, by);
    }
    memory.storage().dropped(table.filenode());
    rows.change(
        "pg_class", Integer.toUnsignedLong(table.oid()), "relfilenode", Long.toString(node));
  }

  private Heap heap(RelationEntry table, long node) {
    Heap.Keeping keeping = Heap.Keeping.of(table.persistence());
    return memory.storage().heap(node, keeping);
  }
}
