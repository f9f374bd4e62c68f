package io.pgdouble.engine.function;

import io.pgdouble.engine.storage.AdvisoryLocks;
import io.pgdouble.engine.storage.AdvisoryLocks.Lasting;
import io.pgdouble.engine.storage.AdvisoryTag;
import io.pgdouble.engine.storage.LockMode;
import io.pgdouble.engine.storage.LockStatus;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.ArrayValue;
import io.pgdouble.type.RecordValue;
import io.pgdouble.type.RowType;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * Manual: {@code functions-admin § Advisory Lock Functions}; source: {@code lockfuncs.c}. A table.
 */
final class LockFunctions {
  /** What a function of {@code void} yields. */
  private static final String VOID = "";

  /** What {@code pg_lock_status} yields. */
  private static final RowType STATUS =
      new RowType(
          TypeOid.RECORD,
          List.of(
              field("locktype", TypeOid.TEXT),
              field("database", TypeOid.OID),
              field("relation", TypeOid.OID),
              field("page", TypeOid.INT4),
              field("tuple", TypeOid.INT2),
              field("virtualxid", TypeOid.TEXT),
              field("transactionid", TypeOid.XID),
              field("classid", TypeOid.OID),
              field("objid", TypeOid.OID),
              field("objsubid", TypeOid.INT2),
              field("virtualtransaction", TypeOid.TEXT),
              field("pid", TypeOid.INT4),
              field("mode", TypeOid.TEXT),
              field("granted", TypeOid.BOOL),
              field("fastpath", TypeOid.BOOL),
              field("waitstart", TypeOid.TIMESTAMPTZ)));

  /** What {@code pg_prepared_xact} yields. */
  private static final RowType PREPARED =
      new RowType(
          TypeOid.RECORD,
          List.of(
              field("transaction", TypeOid.XID),
              field("gid", TypeOid.TEXT),
              field("prepared", TypeOid.TIMESTAMPTZ),
              field("ownerid", TypeOid.OID),
              field("dbid", TypeOid.OID)));

  private static final int VIRTUAL_XID = 5;

  /** Those behind {@code objsubid}. */
  private static final int OWN_COLUMNS = 6;

  private LockFunctions() {}

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
      case "pg_blocking_pids" -> heavy((c, a) -> array(blockers(c, (Integer) a[0])));
      case "pg_prepared_xact" -> heavy((c, a) -> prepared(c));
      case "pg_lock_status" -> heavy((c, a) -> status(c));
      case "pg_safe_snapshot_blocking_pids" ->
          heavy((c, a) -> array(c.execution().storage().blockersOfSafeSnapshot((Integer) a[0])));
      case "pg_isolation_test_session_is_blocked" ->
          heavy((c, a) -> isBlocked(c, (Integer) a[0], (ArrayValue) a[1]));
      default -> null;
    };
  }

  private static RowType.Field field(String name, int type) {
    return new RowType.Field(name, type, -1);
  }

  private static Iterator<Object> status(CallContext context) {
    RowType type = context.site().row().orElse(STATUS);
    List<LockStatus> locks = new ArrayList<>(context.execution().storage().lockStatus());
    int behindFastPath = (int) locks.stream().takeWhile(LockStatus::fastPath).count();
    context
        .execution()
        .recovery()
        .startup()
        .ifPresent(startup -> locks.add(behindFastPath, ofStartup(startup)));
    return locks.stream().<Object>map(lock -> new RecordValue(type, row(lock))).iterator();
  }

  /** Its one virtual transaction lasts as long as recovery, and belongs to no transaction. */
  private static LockStatus ofStartup(Recovery.StartupProcess startup) {
    Object[] target = new Object[STATUS.fields().size() - OWN_COLUMNS];
    target[0] = "virtualxid";
    target[VIRTUAL_XID] = startup.backend() + "/1";
    String mode = LockMode.EXCLUSIVE.word();
    return new LockStatus(target, startup.backend() + "/0", startup.pid(), mode, true, true, 0);
  }

  /** {@code twophase.c: pg_prepared_xact}. */
  private static Iterator<Object> prepared(CallContext context) {
    RowType type = context.site().row().orElse(PREPARED);
    return context.execution().preparedTransactions().stream()
        .<Object>map(
            one ->
                new RecordValue(
                    type, one.xid(), one.gid(), one.preparedAt(), one.owner(), one.database()))
        .iterator();
  }

  private static Object[] row(LockStatus lock) {
    Object[] row = Arrays.copyOf(lock.target(), STATUS.fields().size());
    int column = lock.target().length;
    row[column++] = lock.virtualTransaction();
    row[column++] = lock.pid() == 0 ? null : (Object) lock.pid();
    row[column++] = lock.mode();
    row[column++] = lock.granted();
    row[column++] = lock.fastPath();
    row[column] = lock.waitStart() == 0 ? null : (Object) lock.waitStart();
    return row;
  }

  private static List<Integer> blockers(CallContext context, int pid) {
    return context.execution().storage().log().blockersOf(pid);
  }

  private static ArrayValue array(List<Integer> pids) {
    return ArrayValue.of(TypeOid.INT4, pids.toArray());
  }

  /** {@code waitfuncs.c: pg_isolation_test_session_is_blocked}. */
  private static boolean isBlocked(CallContext context, int pid, ArrayValue interesting) {
    return Arrays.stream(interesting.elements()).anyMatch(blockers(context, pid)::contains)
        || !context.execution().storage().blockersOfSafeSnapshot(pid).isEmpty();
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
