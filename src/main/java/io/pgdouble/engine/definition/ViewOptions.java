package io.pgdouble.engine.definition;

import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.RelationEntry;
import java.util.List;

/**
 * What WITH says of a view ({@code rel.h: ViewOptions}).
 *
 * @param barrier whether its own condition comes before those of who reads it
 * @param invoker whether what it reads is read in the name of who reads it
 */
public record ViewOptions(Check check, boolean barrier, boolean invoker) {
  /** WITH CHECK OPTION. */
  public enum Check {
    NONE,
    LOCAL,
    CASCADED
  }

  public static ViewOptions of(Catalog catalog, RelationEntry view) {
    List<String> options =
        catalog
            .facts()
            .table("pg_class")
            .byOid(Integer.toUnsignedLong(view.oid()))
            .map(row -> row.list("reloptions"))
            .orElse(List.of());
    Check check = options.contains("check_option=local") ? Check.LOCAL : Check.NONE;
    return new ViewOptions(
        options.contains("check_option=cascaded") ? Check.CASCADED : check,
        options.contains("security_barrier=true"),
        options.contains("security_invoker=true"));
  }
}
