package io.pgdouble.engine.planning;

import io.pgdouble.engine.authorization.Membership;
import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.definition.ViewOptions;
import io.pgdouble.engine.definition.ViewQueries;
import io.pgdouble.engine.execution.RelationSource;
import io.pgdouble.engine.expression.FromNode;
import io.pgdouble.engine.expression.Modification;
import io.pgdouble.engine.expression.ModificationKind;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.RangeColumn;
import io.pgdouble.engine.expression.RangeEntry;
import io.pgdouble.engine.expression.WrittenView;
import io.pgdouble.engine.storage.ImpliedLock;
import io.pgdouble.engine.storage.LockMode;
import io.pgdouble.facts.FactRow;
import io.pgdouble.type.RowType;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The queries around an expression that is compiled, and what the whole plan shares. */
final class Scope {
  /** Around an expression that stands in no query. */
  static final Scope NONE = new Scope(Optional.empty(), Optional.empty(), RelationSource.NONE);

  private final Optional<Query> query;
  private final Optional<Scope> outer;
  private final RelationSource relations;

  /** Functions of the whole plan that not everybody may execute. */
  private final List<ProcEntry> restricted;

  /** The owner of the view that it stands in: relations are read in his name. */
  private final Optional<Long> owner;

  /** Whose row an expression is over that stands in no query. */
  private Optional<RelationEntry> row = Optional.empty();

  /** Relations of the whole plan that are written to. */
  private final List<RelationEntry> written;

  /** How the tables of the whole plan are locked, by their OIDs in the order of first mention. */
  private final Map<Integer, LockMode> locks;

  /** The tables of the whole plan whose rows are looked at, by their OIDs. */
  private final Set<Integer> scanned;

  /** Those among them that a standby does not have. */
  private final Set<Integer> unlogged;

  /** What the whole plan locks by the way. */
  private final Set<ImpliedLock> implied;

  /** What the current user must be allowed to do with relations of the whole plan. */
  private final List<TablePrivilege> privileges;

  private Scope(Optional<Query> query, Optional<Scope> outer, RelationSource relations) {
    this(query, outer, relations, outer.flatMap(around -> around.owner));
  }

  private Scope(
      Optional<Query> query,
      Optional<Scope> outer,
      RelationSource relations,
      Optional<Long> owner) {
    this.query = query;
    this.outer = outer;
    this.owner = owner;
    this.relations = relations;
    this.restricted = outer.map(around -> around.restricted).orElseGet(ArrayList::new);
    this.written = outer.map(around -> around.written).orElseGet(ArrayList::new);
    this.privileges = outer.map(around -> around.privileges).orElseGet(ArrayList::new);
    this.locks = outer.map(around -> around.locks).orElseGet(LinkedHashMap::new);
    this.implied = outer.map(around -> around.implied).orElseGet(LinkedHashSet::new);
    this.scanned = outer.map(around -> around.scanned).orElseGet(LinkedHashSet::new);
    this.unlogged = outer.map(around -> around.unlogged).orElseGet(HashSet::new);
  }

  static Scope of(Query query, RelationSource relations) {
    return new Scope(Optional.of(query), Optional.empty(), relations);
  }

  /** The scope of a query inside. */
  Scope inner(Query inside) {
    return new Scope(Optional.of(inside), Optional.of(this), relations);
  }

  /** The same, for the query of a view. */
  Scope ofView(RelationEntry view) {
    boolean own = ViewOptions.of(relations.catalog(), view).invoker();
    Optional<Long> whose =
        own ? Optional.empty() : Optional.of(Integer.toUnsignedLong(view.owner()));
    return new Scope(query, Optional.of(this), relations, whose);
  }

  /** A table is to be locked at least so. */
  void locks(RelationEntry table, LockMode mode) {
    implied.add(new ImpliedLock(table.oid(), mode, RelationIndexes.place(table)));
    locks.merge(table.oid(), mode, (known, other) -> known.compareTo(other) >= 0 ? known : other);
  }

  /** The same of a table that is planned for: its indexes are looked at as well. */
  void locksWithIndexes(RelationEntry table, LockMode mode) {
    locks(table, mode);
    locksIndexes(table, mode);
  }

  /** {@code plancat.c: get_relation_info}. */
  void locksIndexes(RelationEntry table, LockMode mode) {
    implied.addAll(RelationIndexes.locks(relations.catalog(), table, mode));
  }

  /** A view or a catalog is read, which nobody waits for. */
  void mentions(RelationEntry relation) {
    implied.addAll(RelationIndexes.locksOfRead(relations.catalog(), relation));
  }

  /** The plan looks at rows that are there. */
  void scans(int table) {
    scanned.add(table);
  }

  /** What is locked by the way, in the order of first mention. */
  List<ImpliedLock> implied() {
    return List.copyOf(implied);
  }

  /** Of a relation that is only inserted into nothing is asked, of others even for no rows. */
  private void noteUnlogged(Query reader, int range) {
    boolean inserted =
        reader
            .modification()
            .filter(one -> one.relation() == range && one.kind() == ModificationKind.INSERT)
            .isPresent();
    if (reader.rangeTable().get(range) instanceof RangeEntry.Relation table
        && table.relation().persistence() != 'p'
        && !inserted) {
      unlogged.add(table.relation().oid());
    }
  }

  /** Whether it looks at relations that a standby does not have. */
  boolean looksAtUnlogged() {
    return !unlogged.isEmpty();
  }

  /** Materialized views among them that have never been filled. */
  List<RelationEntry> unpopulated() {
    return scanned.stream()
        .flatMap(oid -> relations.catalog().relation(oid).stream())
        .filter(one -> one.kind() == 'm')
        .filter(one -> !row(one).bool("relispopulated"))
        .toList();
  }

  private FactRow row(RelationEntry relation) {
    long oid = Integer.toUnsignedLong(relation.oid());
    return relations.catalog().facts().table("pg_class").byOid(oid).orElseThrow();
  }

  Map<Integer, LockMode> locks() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(locks));
  }

  /** A function that the plan calls. */
  void calls(ProcEntry function) {
    if (function.restricted() && query.isPresent()) {
      restricted.add(function);
    }
  }

  List<ProcEntry> restricted() {
    return List.copyOf(restricted);
  }

  /** The relations of a query. */
  void reads(Query reader) {
    for (int i = 0; i < reader.rangeTable().size(); i++) {
      RangeEntry entry = reader.rangeTable().get(i);
      noteUnlogged(reader, i);
      List<WrittenView> views = views(reader, i);
      if (!views.isEmpty()) {
        readsThrough(((RangeEntry.Relation) entry).relation(), views);
      } else if (entry instanceof RangeEntry.Relation table && isRead(reader, i, table)) {
        needs(table.relation(), 'r', read(reader, i, table));
        table.relation().calls().forEach(this::calls);
      }
    }
    reader.rowMarks().stream()
        .map(mark -> reader.rangeTable().get(mark.relation()))
        .filter(RangeEntry.Relation.class::isInstance)
        .forEach(locked -> locks(((RangeEntry.Relation) locked).relation()));
  }

  private static List<WrittenView> views(Query query, int range) {
    return query
        .modification()
        .filter(one -> one.relation() == range)
        .map(Modification::views)
        .orElse(List.of());
  }

  /** Who reads what he writes through a view needs all that the view reads. */
  private void readsThrough(RelationEntry table, List<WrittenView> views) {
    if (!views.get(0).read()) {
      return;
    }
    needsThrough(views, 'r');
    RelationEntry innermost = views.get(views.size() - 1).view();
    Query query = ViewQueries.of(relations.catalog(), innermost).orElseThrow();
    int range = ((FromNode.Range) query.from().get(0)).relation();
    RangeEntry.Relation entry = (RangeEntry.Relation) query.rangeTable().get(range);
    namedBy(views).needs(table, 'r', read(query, range, entry));
  }

  /** What is to be allowed of views that are written through, to each one's owner of the next. */
  void needsThrough(List<WrittenView> views, char privilege) {
    Scope user = this;
    for (WrittenView written : views) {
      user.needs(written.view(), privilege, List.of());
      user = user.ofView(written.view());
    }
  }

  /** In whose name a table is used beneath views: the innermost one's owner's. */
  Scope namedBy(List<WrittenView> views) {
    return views.isEmpty() ? this : ofView(views.get(views.size() - 1).view());
  }

  /** What is only written to, or is the row that INSERT proposes, may have no column in use. */
  private boolean isRead(Query query, int range, RangeEntry.Relation table) {
    boolean always =
        query
            .modification()
            .filter(one -> one.relation() == range || isProposed(one, range))
            .isEmpty();
    return table.relation().restricted() && (always || !read(query, range, table).isEmpty());
  }

  private static boolean isProposed(Modification writing, int range) {
    return writing.onConflict().filter(conflict -> conflict.excluded() == range).isPresent();
  }

  private List<Integer> read(Query query, int range, RangeEntry.Relation table) {
    return new ReadColumns(query, range, table).numbers(relations.catalog().facts());
  }

  /** A relation that the plan writes to. */
  void writes(RelationEntry relation) {
    written.add(relation);
  }

  List<RelationEntry> written() {
    return List.copyOf(written);
  }

  /**
   * What whoever runs the plan must be allowed to do.
   *
   * @param columns their numbers
   */
  void needs(RelationEntry relation, char privilege, List<Integer> columns) {
    if (owner.filter(one -> one == Membership.BOOTSTRAP_SUPERUSER).isEmpty()) {
      privileges.add(new TablePrivilege(relation, privilege, columns, owner));
    }
  }

  /** Rows that are locked. */
  void locks(RelationEntry relation) {
    needs(relation, 'w', List.of());
  }

  List<TablePrivilege> privileges() {
    return List.copyOf(privileges);
  }

  RelationSource relations() {
    return relations;
  }

  /** The shape of a whole row of a relation, some levels out. */
  RowType rowType(int levelsUp, int relation) {
    RangeEntry entry = entry(levelsUp, relation);
    int oid =
        entry instanceof RangeEntry.Relation table ? table.relation().rowType() : TypeOid.RECORD;
    return new RowType(oid, entry.columns().stream().map(Scope::field).toList());
  }

  /** A table, some levels out. */
  RelationEntry table(int levelsUp, int relation) {
    return ((RangeEntry.Relation) entry(levelsUp, relation)).relation();
  }

  /** Around an expression over a row of a table, which stands in no query. */
  static Scope ofRow(RelationEntry table) {
    Scope scope = new Scope(Optional.empty(), Optional.empty(), RelationSource.NONE);
    scope.row = Optional.of(table);
    return scope;
  }

  private static RangeEntry entry(RelationEntry table) {
    List<RangeColumn> columns =
        table.attributes().stream()
            .map(
                column ->
                    new RangeColumn(
                        column.name(),
                        column.type(),
                        column.typmod(),
                        column.collation(),
                        table.oid(),
                        column.number()))
            .toList();
    return new RangeEntry.Relation(table.name(), table, Optional.empty(), columns, false);
  }

  private RangeEntry entry(int levelsUp, int relation) {
    if (row.isPresent()) {
      return entry(row.get());
    }
    Scope scope = this;
    for (int i = 0; i < levelsUp; i++) {
      scope = scope.outer.orElseThrow();
    }
    return scope.query.orElseThrow().rangeTable().get(relation);
  }

  private static RowType.Field field(RangeColumn column) {
    return new RowType.Field(column.name(), column.type(), column.typmod());
  }
}
