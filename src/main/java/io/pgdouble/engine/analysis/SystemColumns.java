package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.expression.Expression.Var;
import io.pgdouble.engine.expression.RangeEntry;
import io.pgdouble.type.TypeOid;
import java.util.Optional;
import java.util.Set;

/**
 * The columns that every table has and {@code *} does not show. Manual: {@code ddl-system-columns};
 * source: {@code heap.c: SysAtt}.
 */
final class SystemColumns {
  /** {@code sysattr.h: TableOidAttributeNumber}. */
  static final int TABLEOID = -6;

  private static final Set<String> NAMES =
      Set.of("tableoid", "cmax", "xmax", "cmin", "xmin", "ctid");

  private SystemColumns() {}

  static boolean isName(String column) {
    return NAMES.contains(column);
  }

  /**
   * The system column of a name.
   *
   * @param level the query that owns the item
   * @throws io.pgdouble.error.ReportedError 0A000 for those that say where a row is and who wrote
   *     it
   */
  static Optional<NamedColumn> find(ParseState level, NamespaceItem item, String name) {
    return table(level, item).flatMap(table -> find(table, item.relation(), name));
  }

  private static Optional<RelationEntry> table(ParseState level, NamespaceItem item) {
    boolean single = item.relation() >= 0 && item.relation() < level.rangeTable.size();
    return single && level.rangeTable.get(item.relation()) instanceof RangeEntry.Relation entry
        ? Optional.of(entry.relation()).filter(relation -> relation.kind() != 'v')
        : Optional.empty();
  }

  private static Optional<NamedColumn> find(RelationEntry table, int relation, String name) {
    return switch (name) {
      case "tableoid" ->
          Optional.of(
              new NamedColumn(
                  name,
                  new Var(0, relation, TABLEOID, TypeOid.OID, -1, 0, -1),
                  table.oid(),
                  TABLEOID));
      case "ctid", "xmin", "cmin", "xmax", "cmax" ->
          throw Complaint.notSimulated("column " + table.name() + "." + name);
      default -> Optional.empty();
    };
  }

  /** The same as a column of a result, for what refers to it by its number. */
  static int originTable(RangeEntry entry) {
    return ((RangeEntry.Relation) entry).relation().oid();
  }
}
