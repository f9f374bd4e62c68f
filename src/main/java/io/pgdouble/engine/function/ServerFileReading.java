package io.pgdouble.engine.function;

import io.pgdouble.engine.function.ServerFileSystem.Section;
import io.pgdouble.engine.function.ServerFileSystem.Status;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.RecordValue;
import io.pgdouble.type.RowType;
import io.pgdouble.type.TypeOid;
import java.util.List;
import java.util.Optional;

/** {@code pg_read_file}, {@code pg_stat_file}. Source: {@code genfile.c}. */
final class ServerFileReading {
  /** {@code MaxAllocSize - VARHDRSZ}. */
  private static final int LONGEST = 0x3fffffff - 4;

  private static final RowType STATUS =
      new RowType(
          TypeOid.RECORD,
          List.of(
              new RowType.Field("size", TypeOid.INT8, -1),
              new RowType.Field("access", TypeOid.TIMESTAMPTZ, -1),
              new RowType.Field("modification", TypeOid.TIMESTAMPTZ, -1),
              new RowType.Field("change", TypeOid.TIMESTAMPTZ, -1),
              new RowType.Field("creation", TypeOid.TIMESTAMPTZ, -1),
              new RowType.Field("isdir", TypeOid.BOOL, -1)));

  private ServerFileReading() {}

  /** What becomes of a file that is not there. */
  enum Missing {
    ERROR,
    NULL;

    static Missing of(Object missingOk) {
      return Boolean.TRUE.equals(missingOk) ? NULL : ERROR;
    }
  }

  /** From name, offset and length. */
  static byte[] section(CallContext context, Object[] arguments, Missing missing) {
    long length = (Long) arguments[2];
    if (length < 0) {
      throw FunctionErrors.invalidParameter("requested length cannot be negative");
    }
    String path = ServerPaths.checked(context, (String) arguments[0]);
    if (length > LONGEST) {
      throw FunctionErrors.invalidParameter("requested length too large");
    }
    Section section = new Section((Long) arguments[1], Optional.of((int) length));
    return read(context, path, section, missing);
  }

  static byte[] whole(CallContext context, Object name, Missing missing) {
    String path = ServerPaths.checked(context, (String) name);
    return read(context, path, new Section(0, Optional.empty()), missing);
  }

  private static byte[] read(CallContext context, String path, Section section, Missing missing) {
    try {
      return context.execution().files().read(path, section);
    } catch (FileAccessException e) {
      return absent(e, path, missing);
    }
  }

  private static byte[] absent(FileAccessException failure, String path, Missing missing) {
    if (failure.isMissing() && missing == Missing.NULL) {
      return null;
    }
    throw failure.reported(path);
  }

  /** Of {@code adminpack} 1.0: everybody may execute it, but not for long. */
  static byte[] ofOldAdminpack(CallContext context, Object[] arguments) {
    if (!context.execution().session().isSuperuser()) {
      throw ErrorReport.error(
              SqlState.INSUFFICIENT_PRIVILEGE, "must be superuser to read files with adminpack 1.0")
          .withHint("Consider using pg_file_read(), which is part of core, instead.")
          .toException();
    }
    return section(context, arguments, Missing.ERROR);
  }

  static RecordValue status(CallContext context, Object name, Missing missing) {
    String path = ServerPaths.checked(context, (String) name);
    try {
      Status status = context.execution().files().status(path);
      return new RecordValue(
          STATUS,
          status.size(),
          status.access(),
          status.modification(),
          status.change(),
          null,
          status.kind() == ServerFileSystem.Kind.DIRECTORY);
    } catch (FileAccessException e) {
      if (e.isMissing() && missing == Missing.NULL) {
        return null;
      }
      throw e.reported(path);
    }
  }
}
