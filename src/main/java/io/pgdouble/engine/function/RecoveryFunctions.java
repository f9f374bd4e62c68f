package io.pgdouble.engine.function;

/**
 * What tells of recovery and steers it, and what cannot be done during it. Manual: {@code
 * functions-admin § Recovery Control Functions, § Backup Control Functions}. A table.
 */
final class RecoveryFunctions {
  private RecoveryFunctions() {}

  /** Null where there is no such function. A table. */
  static Builtin find(String prosrc) {
    return switch (prosrc) {
      case "pg_is_in_recovery" -> (c, a) -> RecoveryControl.recovery(c).inProgress();
      case "pg_promote" -> new HeavyBuiltin(RecoveryControl::promote);
      case "pg_wal_replay_pause" -> (c, a) -> RecoveryControl.pause(c);
      case "pg_wal_replay_resume" -> (c, a) -> RecoveryControl.resume(c);
      case "pg_is_wal_replay_paused" -> (c, a) -> RecoveryControl.isPaused(c);
      case "pg_get_wal_replay_pause_state" -> (c, a) -> RecoveryControl.replay(c).text();
      case "pg_last_wal_receive_lsn" ->
          (c, a) -> WalFunctions.position(RecoveryControl.recovery(c).received());
      case "pg_last_wal_replay_lsn" ->
          (c, a) -> WalFunctions.position(RecoveryControl.recovery(c).replayed());
      case "pg_last_xact_replay_timestamp" -> (c, a) -> RecoveryControl.lastReplayed(c);
      case "pg_current_wal_lsn", "pg_current_wal_flush_lsn" -> (c, a) -> WalFunctions.written(c);
      case "pg_current_wal_insert_lsn" -> (c, a) -> WalFunctions.inserted(c);
      case "pg_switch_wal" -> (c, a) -> WalFunctions.switchSegment(c);
      case "pg_create_restore_point" -> (c, a) -> WalFunctions.restorePoint(c, (String) a[0]);
      case "pg_log_standby_snapshot" -> (c, a) -> WalFunctions.standbySnapshot(c);
      case "pg_walfile_name" -> (c, a) -> WalFunctions.fileName(c, (Long) a[0]);
      case "pg_walfile_name_offset" -> (c, a) -> WalFunctions.fileAndOffset(c, (Long) a[0]);
      case "pg_split_walfile_name" -> (c, a) -> WalFunctions.split((String) a[0]);
      case "pg_current_xact_id_if_assigned" ->
          (c, a) -> c.execution().storage().transaction().xidIfAssigned().orElse(null);
      case "pg_xact_status" -> (c, a) -> RecoveryControl.transactionStatus(c, (Long) a[0]);
      case "pg_current_xact_id" -> (c, a) -> RecoveryControl.transactionId(c);
      default -> null;
    };
  }
}
