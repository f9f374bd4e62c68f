package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.definition.TableDefinitions;
import io.pgdouble.engine.definition.TableEntry.CheckEntry;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Sameness;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The CHECK constraints of the parents of a new table ({@code MergeCheckConstraint}). */
record InheritedChecks(SessionMemory memory) {

  /** A constraint that some parents have. */
  private record Shared(Expression condition, int parents) {}

  /** Stores them for a table that has its columns. */
  void add(RelationEntry table, List<RelationEntry> parents) {
    Map<String, Shared> found = new LinkedHashMap<>();
    for (RelationEntry parent : parents) {
      TableDefinitions.of(memory.catalog(), parent).checks().stream()
          .filter(this::isInherited)
          .forEach(
              check ->
                  found.merge(
                      check.name(),
                      new Shared(moved(parent, table, check), 1),
                      (known, other) -> same(check.name(), known, other)));
    }
    found.forEach(
        (name, shared) -> {
          ObjectAddress made =
              new CheckConstraints(memory).addLike(table, name, shared.condition());
          CatalogRows rows = new CatalogRows(memory.changes());
          rows.change("pg_constraint", made.oid(), "conislocal", "f");
          rows.change(
              "pg_constraint", made.oid(), "coninhcount", Integer.toString(shared.parents()));
        });
  }

  private boolean isInherited(CheckEntry check) {
    FactRow row =
        memory
            .changes()
            .current()
            .table("pg_constraint")
            .byOid(Integer.toUnsignedLong(check.oid()))
            .orElseThrow();
    return !row.bool("connoinherit");
  }

  static Expression moved(RelationEntry parent, RelationEntry table, CheckEntry check) {
    return MovedExpression.of(
        parent,
        LikenedTable.numbers(parent, table),
        check.expression(),
        "Constraint \"" + check.name() + "\"");
  }

  private static Shared same(String name, Shared known, Shared other) {
    if (!Sameness.same(known.condition(), other.condition())) {
      throw new ReportedError(
          SqlState.DUPLICATE_OBJECT,
          "check constraint name \""
              + name
              + "\" appears multiple times but with different expressions");
    }
    return new Shared(known.condition(), known.parents() + 1);
  }
}
