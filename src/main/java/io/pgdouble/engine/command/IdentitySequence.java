package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.facts.FactRow;

/** The sequence of an identity column ({@code pg_depend.c: getIdentitySequence}). */
final class IdentitySequence {
  private IdentitySequence() {}

  /** Its row of {@code pg_sequence}. */
  static FactRow of(CatalogRows rows, RelationEntry table, AttributeEntry column) {
    long oid = Integer.toUnsignedLong(table.oid());
    return rows.dependentsOf(ObjectAddress.relation(oid)).stream()
        .filter(row -> row.integer("refobjsubid") == column.number())
        .filter(row -> row.letter("deptype") == 'i')
        .flatMap(
            row -> rows.facts().table("pg_sequence").where("seqrelid", row.text("objid")).stream())
        .findFirst()
        .orElseThrow();
  }
}
