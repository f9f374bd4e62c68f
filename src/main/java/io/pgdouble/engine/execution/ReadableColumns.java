package io.pgdouble.engine.execution;

import io.pgdouble.engine.authorization.AccessMode;
import io.pgdouble.engine.authorization.Membership;
import io.pgdouble.engine.authorization.ObjectAccess;
import io.pgdouble.engine.authorization.Securable;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.function.ExecutionContext;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.Facts;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What errors may show of a relation's values: what the current user may read. */
record ReadableColumns(ExecutionContext context, RelationEntry relation) {
  private static final int SELECT = AccessMode.of("r");

  boolean areAll() {
    return context.session().isSuperuser()
        || row().filter(row -> access().permits(Securable.TABLE, row, user(), SELECT)).isPresent();
  }

  /**
   * Whether some of them are.
   *
   * @param attributes their indexes
   */
  boolean contain(int[] attributes) {
    List<Integer> numbers = Arrays.stream(attributes).map(index -> index + 1).boxed().toList();
    return context.session().isSuperuser()
        || row().filter(row -> access().permitsColumns(row, user(), SELECT, numbers)).isPresent();
  }

  private Optional<FactRow> row() {
    return context.facts().table("pg_class").byOid(Integer.toUnsignedLong(relation.oid()));
  }

  private ObjectAccess access() {
    Facts facts = context.facts();
    return new ObjectAccess(facts, new Membership(facts, context.session().database()));
  }

  private long user() {
    return access().role(context.session().currentUser());
  }
}
