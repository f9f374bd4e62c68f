package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Sameness;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import java.util.Optional;

/** A CHECK constraint that a table gets of a parent ({@code MergeWithExistingConstraint}). */
record InheritedCheck(AlterTableActions actions) {
  private static final String TABLE = "pg_constraint";

  private SessionMemory memory() {
    return actions.memory();
  }

  private CatalogRows rows() {
    return new CatalogRows(memory().changes());
  }

  Optional<FactRow> find(String name) {
    return ConstraintRows.of(memory(), actions.table()).stream()
        .filter(row -> row.text("conname").equals(name))
        .findFirst();
  }

  /** Adds that of the parent, and tells its OID; empty if it joins one that is there. */
  Optional<Long> add(RelationEntry parent, long constraint) {
    FactRow source = rows().facts().table(TABLE).byOid(constraint).orElseThrow();
    Expression condition = moved(parent, source);
    Optional<FactRow> there = find(source.text("conname"));
    if (there.isPresent()) {
      join(there.get(), condition);
      return Optional.empty();
    }
    CheckConstraints checks = new CheckConstraints(memory());
    long made = checks.addLike(actions.table(), source.text("conname"), condition).oid();
    rows().change(TABLE, made, "conislocal", "f");
    rows().change(TABLE, made, "coninhcount", "1");
    if (source.bool("convalidated")) {
      new ExistingRows(memory()).checkConditions(actions.table());
    } else {
      rows().change(TABLE, made, "convalidated", "f");
    }
    return Optional.of(made);
  }

  /** The condition of a parent's constraint over the columns here. */
  Expression moved(RelationEntry parent, FactRow constraint) {
    return MovedExpression.of(
        parent,
        LikenedTable.numbers(parent, actions.table()),
        new CheckConstraints(memory()).condition(constraint),
        "Constraint \"" + constraint.text("conname") + "\"");
  }

  boolean isSame(FactRow own, Expression condition) {
    return own.letter("contype") == 'c'
        && Sameness.same(new CheckConstraints(memory()).condition(own), condition);
  }

  private void join(FactRow own, Expression condition) {
    String name = own.text("conname");
    if (!isSame(own, condition)) {
      ConstraintRows.requireNew(memory(), actions.table(), name);
    }
    if (own.bool("connoinherit")) {
      throw new ReportedError(
          SqlState.INVALID_OBJECT_DEFINITION,
          "constraint \""
              + name
              + "\" conflicts with non-inherited constraint on relation \""
              + actions.table().name()
              + "\"");
    }
    new CheckConstraints(memory()).noteMerging(name);
    count(own, 1);
  }

  void count(FactRow own, int more) {
    rows()
        .change(
            TABLE,
            own.oid("oid"),
            "coninhcount",
            Integer.toString(own.integer("coninhcount") + more));
  }
}
