package io.pgdouble.engine.analysis;

import io.pgdouble.engine.expression.CommonTable;
import io.pgdouble.engine.expression.Locations;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.RangeColumn;
import io.pgdouble.engine.expression.RangeEntry;
import io.pgdouble.engine.expression.TargetEntry;
import io.pgdouble.engine.tree.Alias;
import io.pgdouble.engine.tree.CommonTableExpr;
import io.pgdouble.engine.tree.MergeStmt;
import io.pgdouble.engine.tree.OptimizableStatement;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.engine.tree.SelectStmt;
import io.pgdouble.engine.tree.WithClause;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** WITH ({@code transformWithClause}). */
final class WithAnalyzer {
  private WithAnalyzer() {}

  static List<CommonTable> analyze(ParseState state, Optional<WithClause> clause) {
    return clause.map(with -> analyze(state, with)).orElse(List.of());
  }

  private static List<CommonTable> analyze(ParseState state, WithClause clause) {
    Set<String> names = new HashSet<>();
    for (CommonTableExpr table : clause.ctes()) {
      if (table.ctequery() instanceof MergeStmt) {
        throw noMerge(state, table);
      }
      if (!names.add(table.ctename())) {
        throw Complaint.error(
            table.location(),
            SqlState.DUPLICATE_ALIAS,
            "WITH query name \"" + table.ctename() + "\" specified more than once");
      }
    }
    state.recursive = clause.recursive();
    return clause.recursive() ? recursive(state, clause.ctes()) : plain(state, clause.ctes());
  }

  private static ReportedError noMerge(ParseState state, CommonTableExpr table) {
    return MajorChange.MERGE_MAY_RETURN.isIn(state.context.execution().facts().major())
        ? Complaint.notSimulated("MERGE in WITH")
        : Complaint.error(
            table.location(), SqlState.FEATURE_NOT_SUPPORTED, "MERGE not supported in WITH query");
  }

  private static List<CommonTable> plain(ParseState state, List<CommonTableExpr> written) {
    List<CommonTable> tables = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      state.laterTables =
          written.subList(i, written.size()).stream().map(CommonTableExpr::ctename).toList();
      tables.add(visible(state, written.get(i), plainTable(state, written.get(i))));
    }
    state.laterTables = List.of();
    return tables;
  }

  private static List<CommonTable> recursive(ParseState state, List<CommonTableExpr> written) {
    List<CommonTableOrder.Item> ordered = CommonTableOrder.of(written);
    ordered.stream()
        .filter(CommonTableOrder.Item::recursive)
        .forEach(item -> RecursionChecks.check(item.table()));
    List<CommonTable> tables = new ArrayList<>();
    for (CommonTableOrder.Item item : ordered) {
      CommonTableExpr table = item.table();
      CommonTable made =
          item.recursive()
              ? recursiveTable(state, table, (SelectStmt) table.ctequery())
              : plainTable(state, table);
      tables.add(visible(state, table, made));
    }
    return tables;
  }

  private static CommonTable visible(ParseState state, CommonTableExpr table, CommonTable made) {
    state.tables.add(
        new VisibleTable(table.ctename(), made.columns(), made.query().yieldsRows(), false));
    return made;
  }

  private static CommonTable.Materialized materialized(CommonTableExpr table) {
    return CommonTable.Materialized.values()[table.materialized().ordinal()];
  }

  private static CommonTable plainTable(ParseState state, CommonTableExpr table) {
    if (table.searchClause().isPresent() || table.cycleClause().isPresent()) {
      throw Complaint.notSimulated("SEARCH and CYCLE");
    }
    Query query = Statements.analyze(state.child(), (OptimizableStatement) table.ctequery());
    if (query.modification().isPresent() && state.parent.isPresent()) {
      throw Complaint.error(
          table.location(),
          SqlState.FEATURE_NOT_SUPPORTED,
          "WITH clause containing a data-modifying statement must be at the top level");
    }
    return new CommonTable(
        table.ctename(),
        table.aliascolnames(),
        materialized(table),
        query,
        false,
        columns(state, table, query));
  }

  /** The left side tells the columns' types; the right one may then refer to the table itself. */
  private static CommonTable recursiveTable(
      ParseState state, CommonTableExpr table, SelectStmt select) {
    if (table.searchClause().isPresent() || table.cycleClause().isPresent()) {
      throw Complaint.notSimulated("SEARCH and CYCLE");
    }
    ParseState before = state.child();
    SelectAnalyzer.with(before, select);
    Query first = SelectAnalyzer.analyze(before.child(), select.larg().orElseThrow());
    List<RangeColumn> columns = columns(state, table, first);
    ParseState child = state.child();
    VisibleTable self = new VisibleTable(table.ctename(), columns, true, true);
    child.tables.add(self);
    Query query = SelectAnalyzer.analyze(child, select);
    child.tables.remove(self);
    requireSameTypes(table, columns, first, query);
    return new CommonTable(
        table.ctename(),
        table.aliascolnames(),
        materialized(table),
        query,
        true,
        withoutOrigin(columns));
  }

  /** What a set operation yields comes from no table's column. */
  private static List<RangeColumn> withoutOrigin(List<RangeColumn> columns) {
    return columns.stream()
        .map(one -> new RangeColumn(one.name(), one.type(), one.typmod(), one.collation(), 0, 0))
        .toList();
  }

  private static void requireSameTypes(
      CommonTableExpr table, List<RangeColumn> columns, Query first, Query query) {
    List<TargetEntry> targets = query.visibleTargets();
    for (int i = 0; i < targets.size() && i < columns.size(); i++) {
      int type = targets.get(i).expression().type();
      int typmod = targets.get(i).expression().typmod();
      RangeColumn column = columns.get(i);
      if (type != column.type() || typmod != column.typmod()) {
        throw Complaint.at(
                Locations.of(first.visibleTargets().get(i).expression()),
                SqlState.DATATYPE_MISMATCH,
                "recursive query \""
                    + table.ctename()
                    + "\" column "
                    + (i + 1)
                    + " has type "
                    + io.pgdouble.type.TypeName.format(column.type(), column.typmod())
                    + " in non-recursive term but type "
                    + io.pgdouble.type.TypeName.format(type, typmod)
                    + " overall")
            .withHint("Cast the output of the non-recursive term to the correct type.")
            .toException();
      }
    }
  }

  private static List<RangeColumn> columns(ParseState state, CommonTableExpr table, Query query) {
    List<RangeColumn> columns = FromClause.columns(state, query);
    List<String> names = table.aliascolnames();
    if (names.size() > columns.size()) {
      throw Complaint.error(
          table.location(),
          SqlState.INVALID_COLUMN_REFERENCE,
          "WITH query \""
              + table.ctename()
              + "\" has "
              + columns.size()
              + " columns available but "
              + names.size()
              + " columns specified");
    }
    List<RangeColumn> known = new ArrayList<>();
    for (RangeColumn column : columns) {
      // A recursive table's unknown columns are text before the other side is seen.
      boolean unknown = column.type() == TypeOid.UNKNOWN;
      known.add(
          unknown
              ? new RangeColumn(column.name(), TypeOid.TEXT, -1, Collations.DEFAULT, 0, 0)
              : column);
    }
    return names.isEmpty()
        ? known
        : RangeEntries.renamed(known, Optional.of(new Alias(table.ctename(), names)));
  }

  /**
   * The entry for a reference to a common table, if the name is one's ({@code
   * scanNameSpaceForCTE}).
   */
  static Optional<RangeEntry> reference(ParseState state, RangeVar node) {
    String name = node.relname();
    Optional<ParseState> level = Optional.of(state);
    for (int up = 0; level.isPresent(); up++) {
      ParseState current = level.get();
      Optional<VisibleTable> table =
          current.tables.stream().filter(t -> t.name().equals(name)).findFirst();
      if (table.isPresent()) {
        return Optional.of(reference(table.get(), node, up));
      }
      level = current.parent;
    }
    return Optional.empty();
  }

  private static RangeEntry reference(VisibleTable table, RangeVar node, int levelsUp) {
    if (!table.yieldsRows()) {
      throw Complaint.error(
          node.location(),
          SqlState.FEATURE_NOT_SUPPORTED,
          "WITH query \"" + table.name() + "\" does not have a RETURNING clause");
    }
    String alias = node.alias().map(Alias::aliasname).orElse(table.name());
    List<RangeColumn> columns = RangeEntries.renamed(table.columns(), node.alias());
    return new RangeEntry.CommonTableReference(
        alias, table.name(), levelsUp, table.self(), columns);
  }

  /** {@code isFutureCTE}: whether a name is one's that comes later in a WITH around. */
  static boolean comesLater(ParseState state, String name) {
    Optional<ParseState> level = Optional.of(state);
    while (level.isPresent()) {
      if (level.get().laterTables.contains(name)) {
        return true;
      }
      level = level.get().parent;
    }
    return false;
  }
}
