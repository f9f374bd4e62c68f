package io.pgdouble.engine.execution;

import io.pgdouble.engine.authorization.AccessMode;
import io.pgdouble.engine.authorization.Membership;
import io.pgdouble.engine.authorization.ObjectAccess;
import io.pgdouble.engine.authorization.Securable;
import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.function.ExecutionContext;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.Facts;

/** EXECUTE on a function ({@code execExpr.c: ExecInitFunc}). */
public final class ExecutePrivilege {
  private ExecutePrivilege() {}

  /**
   * @throws ReportedError 42501 where the current user may not execute it
   */
  public static void require(ExecutionContext context, ProcEntry function) {
    if (!function.restricted() || context.session().isSuperuser()) {
      return;
    }
    Facts facts = context.facts();
    FactRow row =
        facts.table("pg_proc").byOid(Integer.toUnsignedLong(function.oid())).orElseThrow();
    ObjectAccess access =
        new ObjectAccess(facts, new Membership(facts, context.session().database()));
    long user = access.role(context.session().currentUser());
    if (!access.permits(Securable.ROUTINE, row, user, AccessMode.of("X"))) {
      throw new ReportedError(
          SqlState.INSUFFICIENT_PRIVILEGE,
          "permission denied for " + word(function) + " " + function.name());
    }
  }

  private static String word(ProcEntry function) {
    return switch (function.kind()) {
      case 'a' -> "aggregate";
      case 'p' -> "procedure";
      default -> "function";
    };
  }
}
