package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.expression.Expression.Var;
import io.pgdouble.engine.expression.RangeEntry;
import io.pgdouble.type.TypeOid;
import java.util.Map;
import java.util.Optional;

/**
 * The columns that every table has and {@code *} does not show. Manual: {@code ddl-system-columns};
 * source: {@code heap.c: SysAtt}.
 */
final class SystemColumns {
  /** Number and type of each. {@code sysattr.h}. */
  private record SystemColumn(int number, int type) {}

  private static final int TABLEOID = -6;

  private static final Map<String, SystemColumn> COLUMNS =
      Map.of(
          "ctid", new SystemColumn(-1, TypeOid.TID),
          "xmin", new SystemColumn(-2, TypeOid.XID),
          "cmin", new SystemColumn(-3, TypeOid.CID),
          "xmax", new SystemColumn(-4, TypeOid.XID),
          "cmax", new SystemColumn(-5, TypeOid.CID),
          "tableoid", new SystemColumn(TABLEOID, TypeOid.OID));

  private SystemColumns() {}

  static boolean isName(String column) {
    return COLUMNS.containsKey(column);
  }

  /** Whether it tells of a row's version: all but of which table it is. */
  static boolean isOfRow(Var column) {
    return column.attribute() < 0 && column.attribute() != TABLEOID;
  }

  static String name(Var column) {
    return COLUMNS.entrySet().stream()
        .filter(entry -> entry.getValue().number() == column.attribute())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  /**
   * The system column of a name.
   *
   * @param level the query that owns the item
   */
  static Optional<NamedColumn> find(ParseState level, NamespaceItem item, String name) {
    return table(level, item).flatMap(table -> find(table, item.relation(), name));
  }

  private static Optional<RelationEntry> table(ParseState level, NamespaceItem item) {
    boolean placeless = level.excluded.isPresent() && level.excluded.getAsInt() == item.relation();
    boolean single =
        !placeless && item.relation() >= 0 && item.relation() < level.rangeTable.size();
    return single && level.rangeTable.get(item.relation()) instanceof RangeEntry.Relation entry
        ? Optional.of(entry.relation()).filter(relation -> relation.kind() != 'v')
        : Optional.empty();
  }

  private static Optional<NamedColumn> find(RelationEntry table, int relation, String name) {
    return Optional.ofNullable(COLUMNS.get(name))
        .map(
            column ->
                new NamedColumn(
                    name,
                    new Var(0, relation, column.number(), column.type(), -1, 0, -1),
                    table.oid(),
                    column.number()));
  }

  /** The same as a column of a result, for what refers to it by its number. */
  static int originTable(RangeEntry entry) {
    return ((RangeEntry.Relation) entry).relation().oid();
  }
}
