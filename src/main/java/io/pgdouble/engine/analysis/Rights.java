package io.pgdouble.engine.analysis;

import io.pgdouble.engine.authorization.AccessMode;
import io.pgdouble.engine.authorization.Membership;
import io.pgdouble.engine.authorization.ObjectAccess;
import io.pgdouble.engine.authorization.Securable;
import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.function.ExecutionContext;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.Facts;

/** What the current user may do with the objects that names mean. */
record Rights(AnalysisContext context) {

  /** {@code LookupExplicitNamespace} of a schema that is there; of one that is not, anybody may. */
  static void requireUsage(AnalysisContext context, String named) {
    String schema = context.searchPath().schema(named);
    if (!new Rights(context).mayUse(schema)) {
      throw new ReportedError(
          SqlState.INSUFFICIENT_PRIVILEGE, "permission denied for schema " + schema);
    }
  }

  /** What is searched by its name alone may be used, or was looked at before. */
  boolean mayUse(String schema) {
    long user = context.searchPath().user();
    return user == 0
        || context.searchPath().schemas().contains(schema)
        || facts().table("pg_namespace").where("nspname", schema).stream()
            .allMatch(row -> access().permits(Securable.SCHEMA, row, user, AccessMode.of("U")));
  }

  boolean mayExecute(ProcEntry function) {
    ExecutionContext execution = context.execution();
    return !function.restricted()
        || execution.session().isSuperuser()
        || facts()
            .table("pg_proc")
            .byOid(Integer.toUnsignedLong(function.oid()))
            .filter(
                row ->
                    access()
                        .permits(
                            Securable.ROUTINE,
                            row,
                            access().role(execution.session().currentUser()),
                            AccessMode.of("X")))
            .isPresent();
  }

  private Facts facts() {
    return context.execution().facts();
  }

  private ObjectAccess access() {
    return new ObjectAccess(
        facts(), new Membership(facts(), context.execution().session().database()));
  }
}
