package io.pgdouble.engine.command;

import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.Facts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a role owns in one database ({@code pg_shdepend.c: checkSharedDependencies}). */
record OwnedObjects(Facts facts) {
  /** Indexes belong to whom their tables do. */
  private static final String RELATIONS = "rvSmfp";

  /** Types that are made for themselves. */
  private static final String TYPES = "edr";

  List<ObjectAddress> of(long role) {
    String owner = Long.toString(role);
    List<ObjectAddress> objects = new ArrayList<>();
    for (FactRow row : facts.table("pg_class").where("relowner", owner)) {
      if (RELATIONS.indexOf(row.letter("relkind")) >= 0) {
        objects.add(ObjectAddress.relation(row.oid("oid")));
      }
    }
    for (FactRow row : facts.table("pg_namespace").where("nspowner", owner)) {
      objects.add(ObjectAddress.schema(row.oid("oid")));
    }
    for (FactRow row : facts.table("pg_type").where("typowner", owner)) {
      if (TYPES.indexOf(row.letter("typtype")) >= 0 || isFreeComposite(row)) {
        objects.add(ObjectAddress.type(row.oid("oid")));
      }
    }
    for (FactRow row : facts.table("pg_proc").where("proowner", owner)) {
      objects.add(new ObjectAddress(ObjectAddress.PROC, row.oid("oid"), 0));
    }
    objects.sort(
        Comparator.comparingLong(ObjectAddress::oid).thenComparingLong(ObjectAddress::catalog));
    return objects;
  }

  private boolean isFreeComposite(FactRow type) {
    return type.letter("typtype") == 'c'
        && facts
            .table("pg_class")
            .byOid(type.oid("typrelid"))
            .filter(row -> row.letter("relkind") == 'c')
            .isPresent();
  }
}
