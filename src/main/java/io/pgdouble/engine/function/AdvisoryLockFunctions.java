package io.pgdouble.engine.function;

import io.pgdouble.engine.storage.AdvisoryLocks;
import io.pgdouble.engine.storage.AdvisoryLocks.Lasting;
import io.pgdouble.engine.storage.AdvisoryTag;
import io.pgdouble.engine.storage.LockMode;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;

/**
 * Manual: {@code functions-admin § Advisory Lock Functions}; source: {@code lockfuncs.c}. A table.
 */
final class AdvisoryLockFunctions {
  /** What a function of {@code void} yields. */
  private static final String VOID = "";

  private AdvisoryLockFunctions() {}

  /** Null where there is no such function. A table. */
  static Builtin find(String prosrc) {
    return switch (prosrc) {
      case "pg_advisory_lock_int8" ->
          heavy((c, a) -> lock(c, one(c, a), LockMode.EXCLUSIVE, Lasting.SESSION));
      case "pg_advisory_lock_int4" ->
          heavy((c, a) -> lock(c, two(c, a), LockMode.EXCLUSIVE, Lasting.SESSION));
      case "pg_advisory_lock_shared_int8" ->
          heavy((c, a) -> lock(c, one(c, a), LockMode.SHARE, Lasting.SESSION));
      case "pg_advisory_lock_shared_int4" ->
          heavy((c, a) -> lock(c, two(c, a), LockMode.SHARE, Lasting.SESSION));
      case "pg_advisory_xact_lock_int8" ->
          heavy((c, a) -> lock(c, one(c, a), LockMode.EXCLUSIVE, Lasting.TRANSACTION));
      case "pg_advisory_xact_lock_int4" ->
          heavy((c, a) -> lock(c, two(c, a), LockMode.EXCLUSIVE, Lasting.TRANSACTION));
      case "pg_advisory_xact_lock_shared_int8" ->
          heavy((c, a) -> lock(c, one(c, a), LockMode.SHARE, Lasting.TRANSACTION));
      case "pg_advisory_xact_lock_shared_int4" ->
          heavy((c, a) -> lock(c, two(c, a), LockMode.SHARE, Lasting.TRANSACTION));
      case "pg_try_advisory_lock_int8" ->
          heavy((c, a) -> tryLock(c, one(c, a), LockMode.EXCLUSIVE, Lasting.SESSION));
      case "pg_try_advisory_lock_int4" ->
          heavy((c, a) -> tryLock(c, two(c, a), LockMode.EXCLUSIVE, Lasting.SESSION));
      case "pg_try_advisory_lock_shared_int8" ->
          heavy((c, a) -> tryLock(c, one(c, a), LockMode.SHARE, Lasting.SESSION));
      case "pg_try_advisory_lock_shared_int4" ->
          heavy((c, a) -> tryLock(c, two(c, a), LockMode.SHARE, Lasting.SESSION));
      case "pg_try_advisory_xact_lock_int8" ->
          heavy((c, a) -> tryLock(c, one(c, a), LockMode.EXCLUSIVE, Lasting.TRANSACTION));
      case "pg_try_advisory_xact_lock_int4" ->
          heavy((c, a) -> tryLock(c, two(c, a), LockMode.EXCLUSIVE, Lasting.TRANSACTION));
      case "pg_try_advisory_xact_lock_shared_int8" ->
          heavy((c, a) -> tryLock(c, one(c, a), LockMode.SHARE, Lasting.TRANSACTION));
      case "pg_try_advisory_xact_lock_shared_int4" ->
          heavy((c, a) -> tryLock(c, two(c, a), LockMode.SHARE, Lasting.TRANSACTION));
      case "pg_advisory_unlock_int8" -> heavy((c, a) -> unlock(c, one(c, a), LockMode.EXCLUSIVE));
      case "pg_advisory_unlock_int4" -> heavy((c, a) -> unlock(c, two(c, a), LockMode.EXCLUSIVE));
      case "pg_advisory_unlock_shared_int8" ->
          heavy((c, a) -> unlock(c, one(c, a), LockMode.SHARE));
      case "pg_advisory_unlock_shared_int4" ->
          heavy((c, a) -> unlock(c, two(c, a), LockMode.SHARE));
      case "pg_advisory_unlock_all" -> heavy((c, a) -> unlockAll(c));
      default -> null;
    };
  }

  private static Builtin heavy(Builtin function) {
    return new HeavyBuiltin(function);
  }

  private static AdvisoryLocks locks(CallContext context) {
    return context.execution().storage().advisoryLocks();
  }

  private static AdvisoryTag one(CallContext context, Object[] a) {
    return locks(context).tag((Long) a[0]);
  }

  private static AdvisoryTag two(CallContext context, Object[] a) {
    return locks(context).tag((Integer) a[0], (Integer) a[1]);
  }

  private static String lock(CallContext context, AdvisoryTag tag, LockMode mode, Lasting lasting) {
    locks(context).lock(tag, mode, lasting);
    return VOID;
  }

  private static boolean tryLock(
      CallContext context, AdvisoryTag tag, LockMode mode, Lasting lasting) {
    return locks(context).tryLock(tag, mode, lasting);
  }

  /** {@code lock.c: LockRelease}. */
  private static boolean unlock(CallContext context, AdvisoryTag tag, LockMode mode) {
    boolean held = locks(context).unlock(tag, mode);
    if (!held) {
      context
          .execution()
          .report(
              ErrorReport.warning(SqlState.WARNING, "you don't own a lock of type " + mode.word()));
    }
    return held;
  }

  private static String unlockAll(CallContext context) {
    locks(context).unlockAll();
    return VOID;
  }
}
