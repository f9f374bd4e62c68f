package io.pgdouble.engine.command;

import io.pgdouble.engine.storage.LockMode;
import io.pgdouble.engine.tree.AlterTableCmd;
import io.pgdouble.engine.tree.AlterTableStmt;
import io.pgdouble.engine.tree.ConstrType;
import io.pgdouble.engine.tree.Constraint;
import java.util.Comparator;

/** How an ALTER TABLE locks its tables ({@code tablecmds.c: AlterTableGetLockLevel}). */
final class AlterTableLocks {
  private AlterTableLocks() {}

  /** The strongest that one of its actions needs. */
  static LockMode mode(AlterTableStmt node) {
    return node.cmds().stream()
        .map(AlterTableLocks::mode)
        .max(Comparator.naturalOrder())
        .orElse(LockMode.SHARE_UPDATE_EXCLUSIVE);
  }

  private static LockMode mode(AlterTableCmd cmd) {
    return switch (cmd.subtype()) {
      case ENABLE_TRIG,
          ENABLE_ALWAYS_TRIG,
          ENABLE_REPLICA_TRIG,
          ENABLE_TRIG_ALL,
          ENABLE_TRIG_USER,
          DISABLE_TRIG,
          DISABLE_TRIG_ALL,
          DISABLE_TRIG_USER ->
          LockMode.SHARE_ROW_EXCLUSIVE;
      case ADD_CONSTRAINT ->
          cmd.def().orElseThrow() instanceof Constraint added
                  && added.contype() == ConstrType.FOREIGN
              ? LockMode.SHARE_ROW_EXCLUSIVE
              : LockMode.ACCESS_EXCLUSIVE;
      case VALIDATE_CONSTRAINT, SET_STATISTICS, SET_OPTIONS, RESET_OPTIONS ->
          LockMode.SHARE_UPDATE_EXCLUSIVE;
      default -> LockMode.ACCESS_EXCLUSIVE;
    };
  }
}
