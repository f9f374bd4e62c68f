package io.pgdouble.engine.command;

import io.pgdouble.engine.authorization.AccessMode;
import io.pgdouble.engine.authorization.Securable;
import io.pgdouble.engine.catalog.TypeEntry;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.type.TypeOid;

/** USAGE of the types that definitions are made of ({@code aclcheck_error_type}). */
record TypeUsage(SessionMemory memory) {

  /**
   * @throws ReportedError 42501 where the current user lacks it
   */
  void require(int type) {
    Principal user = new Principal(memory);
    FactRow row =
        memory
            .changes()
            .current()
            .table("pg_type")
            .byOid(Integer.toUnsignedLong(type))
            .orElseThrow();
    boolean permitted =
        new ObjectRights(memory)
            .access()
            .permits(Securable.TYPE, row, user.oid(), AccessMode.of("U"));
    if (!permitted) {
      throw denied(type);
    }
  }

  private ReportedError denied(int oid) {
    TypeEntry type = memory.catalog().type(oid);
    int shown = type.isTrueArray() ? type.element() : oid;
    return new ReportedError(
        SqlState.INSUFFICIENT_PRIVILEGE,
        "permission denied for type "
            + memory
                .execution()
                .types()
                .objectNames()
                .name(TypeOid.REGTYPE, Integer.toUnsignedLong(shown))
                .orElseThrow());
  }
}
