package io.pgdouble.engine.function;

import io.pgdouble.engine.storage.WalPosition;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.Severity;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;
import io.pgdouble.type.Numeric;
import io.pgdouble.type.RecordValue;
import io.pgdouble.type.RowType;
import io.pgdouble.type.TypeOid;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What tells of positions in the write-ahead log, and moves them. {@code xlogfuncs.c}. */
final class WalFunctions {
  private static final long SEGMENT = 16 * 1024 * 1024;
  private static final long SEGMENTS_OF_ID = 0x1_0000_0000L / SEGMENT;

  /** {@code xlog_internal.h: MAXFNAMELEN}. */
  private static final int MAXFNAMELEN = 64;

  private static final int RESTORE_POINT = 104;
  private static final int RUNNING_TRANSACTIONS = 56;
  private static final String FILE_NAME = "[0-9A-Fa-f]{24}";

  private static final RowType PLACE =
      new RowType(
          TypeOid.RECORD,
          List.of(
              new RowType.Field("file_name", TypeOid.TEXT, -1),
              new RowType.Field("file_offset", TypeOid.INT4, -1)));

  private static final RowType PARTS =
      new RowType(
          TypeOid.RECORD,
          List.of(
              new RowType.Field("segment_number", TypeOid.NUMERIC, -1),
              new RowType.Field("timeline_id", TypeOid.INT8, -1)));

  private WalFunctions() {}

  /** Null where it is nowhere. */
  static Long position(long position) {
    return position == 0 ? null : position;
  }

  static long written(CallContext context) {
    return writable(context, "WAL control functions").written();
  }

  static long inserted(CallContext context) {
    return writable(context, "WAL control functions").inserted();
  }

  static long switchSegment(CallContext context) {
    return writable(context, "WAL control functions").switchSegment();
  }

  static long standbySnapshot(CallContext context) {
    WalPosition wal = writable(context, "pg_log_standby_snapshot()");
    if (isMinimal(context)) {
      throw ErrorReport.error(
              SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
              quoted(
                  context,
                  "pg_log_standby_snapshot() can only be used if *wal_level* >= *replica*"))
          .toException();
    }
    return wal.record(RUNNING_TRANSACTIONS);
  }

  static long restorePoint(CallContext context, String name) {
    WalPosition wal = writable(context, "WAL control functions");
    requireLevel(context);
    if (name.getBytes(StandardCharsets.UTF_8).length >= MAXFNAMELEN) {
      throw FunctionErrors.invalidParameter(
          "value too long for restore point (maximum " + (MAXFNAMELEN - 1) + " characters)");
    }
    long end = wal.record(RESTORE_POINT);
    String at = String.format(Locale.ROOT, "%X/%X", end >>> 32, end & 0xFFFF_FFFFL);
    context
        .execution()
        .report(
            ErrorReport.of(
                Severity.LOG,
                SqlState.SUCCESSFUL_COMPLETION,
                "restore point \"" + name + "\" created at " + at));
    return end;
  }

  private static void requireLevel(CallContext context) {
    if (isMinimal(context)) {
      throw ErrorReport.error(
              SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
              "WAL level not sufficient for creating a restore point")
          .withHint(
              quoted(context, "*wal_level* must be set to")
                  + " \"replica\" or \"logical\" at server start.")
          .toException();
    }
  }

  private static boolean isMinimal(CallContext context) {
    return context.execution().setting("wal_level").filter("minimal"::equals).isPresent();
  }

  private static String quoted(CallContext context, String text) {
    boolean quotes = MajorChange.SETTINGS_ARE_QUOTED.isIn(context.types().major());
    return text.replace("*", quotes ? "\"" : "");
  }

  static String fileName(CallContext context, long position) {
    return fileName(writable(context, "pg_walfile_name()").timeline(), segment(context, position));
  }

  static RecordValue fileAndOffset(CallContext context, long position) {
    int timeline = writable(context, "pg_walfile_name_offset()").timeline();
    return new RecordValue(
        PLACE, fileName(timeline, segment(context, position)), (int) (position % SEGMENT));
  }

  /** Up to 16, where a segment begins is behind the last byte of the one before. */
  private static long segment(CallContext context, long position) {
    boolean own = MajorChange.WAL_FILES_BEGIN_WITH_THEIR_FIRST_BYTE.isIn(context.types().major());
    return Long.divideUnsigned(own ? position : position - 1, SEGMENT);
  }

  private static String fileName(int timeline, long segment) {
    return String.format(
        Locale.ROOT, "%08X%08X%08X", timeline, segment / SEGMENTS_OF_ID, segment % SEGMENTS_OF_ID);
  }

  static RecordValue split(String name) {
    if (!name.matches(FILE_NAME)) {
      throw FunctionErrors.invalidParameter("invalid WAL file name \"" + name + "\"");
    }
    long timeline = Long.parseLong(name.substring(0, 8), 16);
    long id = Long.parseLong(name.substring(8, 16), 16);
    long segment = id * SEGMENTS_OF_ID + Long.parseLong(name.substring(16), 16);
    return new RecordValue(PARTS, Numeric.of(BigDecimal.valueOf(segment)), timeline);
  }

  private static WalPosition writable(CallContext context, String what) {
    if (RecoveryControl.recovery(context).inProgress()) {
      throw ErrorReport.error(SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE, "recovery is in progress")
          .withHint(what + " cannot be executed during recovery.")
          .toException();
    }
    return context.execution().storage().log().wal();
  }
}
