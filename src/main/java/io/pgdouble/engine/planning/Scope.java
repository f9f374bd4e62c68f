package io.pgdouble.engine.planning;

import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.execution.RelationSource;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.RangeColumn;
import io.pgdouble.engine.expression.RangeEntry;
import io.pgdouble.type.RowType;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The queries around an expression that is compiled, and what the whole plan shares. */
final class Scope {
  /** Around an expression that stands in no query. */
  static final Scope NONE = new Scope(Optional.empty(), Optional.empty(), RelationSource.NONE);

  private final Optional<Query> query;
  private final Optional<Scope> outer;
  private final RelationSource relations;

  /** Functions of the whole plan that not everybody may execute. */
  private final List<ProcEntry> restricted;

  private Scope(Optional<Query> query, Optional<Scope> outer, RelationSource relations) {
    this.query = query;
    this.outer = outer;
    this.relations = relations;
    this.restricted = outer.map(around -> around.restricted).orElseGet(ArrayList::new);
  }

  static Scope of(Query query, RelationSource relations) {
    return new Scope(Optional.of(query), Optional.empty(), relations);
  }

  /** The scope of a query inside. */
  Scope inner(Query inside) {
    return new Scope(Optional.of(inside), Optional.of(this), relations);
  }

  /** A function that the plan calls. */
  void calls(ProcEntry function) {
    if (function.executors().isPresent() && query.isPresent()) {
      restricted.add(function);
    }
  }

  List<ProcEntry> restricted() {
    return List.copyOf(restricted);
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

  /** The OID of a table, some levels out. */
  long tableOid(int levelsUp, int relation) {
    RangeEntry.Relation table = (RangeEntry.Relation) entry(levelsUp, relation);
    return Integer.toUnsignedLong(table.relation().oid());
  }

  private RangeEntry entry(int levelsUp, int relation) {
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
