package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.function.Quoting;
import io.pgdouble.type.TypeOid;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Routines as messages name them. */
final class RoutineNames {
  private RoutineNames() {}

  /** {@code regproc.c: format_procedure}. */
  static String signature(ProcEntry function, Spi spi) {
    boolean visible = spi.analysis().searchPath().schemas().contains(function.schema());
    String types =
        Arrays.stream(function.argumentTypes())
            .mapToObj(type -> type(type, spi))
            .collect(Collectors.joining(","));
    String name = Quoting.identifier(function.name(), spi.execution().facts());
    String schema = Quoting.identifier(function.schema(), spi.execution().facts());
    return (visible ? "" : schema + ".") + name + "(" + types + ")";
  }

  /** {@code format_type_be}. */
  static String type(int oid, Spi spi) {
    return spi.execution()
        .types()
        .objectNames()
        .name(TypeOid.REGTYPE, Integer.toUnsignedLong(oid))
        .orElse("???");
  }
}
