package io.pgdouble.engine;

import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.execution.ExecutePrivilege;
import io.pgdouble.engine.function.ExecutionContext;
import io.pgdouble.engine.function.Quoting;
import java.util.Optional;

/** The functions that a frontend may call by their OIDs ({@code fastpath.c}). */
public final class CalledFunctions {
  private final EngineSession session;
  private final ExecutionContext context;

  CalledFunctions(EngineSession session, ExecutionContext context) {
    this.session = session;
    this.context = context;
  }

  /** What the catalog knows of a function. */
  public Optional<ProcEntry> find(int oid) {
    return session
        .changes()
        .current()
        .table("pg_proc")
        .byOid(Integer.toUnsignedLong(oid))
        .map(row -> session.catalog().proc(oid));
  }

  /** {@code object_aclcheck} for EXECUTE. Throws 42501 where the current user may not. */
  public void checkMayExecute(ProcEntry function) {
    ExecutePrivilege.require(context, function);
  }

  /** An identifier with quotes where it needs them. */
  public String quoted(String identifier) {
    return Quoting.identifier(identifier, session.engine().facts());
  }
}
