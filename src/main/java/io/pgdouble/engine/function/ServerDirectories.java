package io.pgdouble.engine.function;

import io.pgdouble.engine.function.ServerFileReading.Missing;
import io.pgdouble.engine.function.ServerFileSystem.Kind;
import io.pgdouble.engine.function.ServerFileSystem.Status;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.RecordValue;
import io.pgdouble.type.RowType;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/** {@code pg_ls_dir} and its kin. Source: {@code genfile.c}. */
final class ServerDirectories {
  private static final RowType FILE =
      new RowType(
          TypeOid.RECORD,
          List.of(
              new RowType.Field("name", TypeOid.TEXT, -1),
              new RowType.Field("size", TypeOid.INT8, -1),
              new RowType.Field("modification", TypeOid.TIMESTAMPTZ, -1)));

  private ServerDirectories() {}

  static Iterator<String> names(CallContext context, Object name) {
    return names(context, name, Missing.ERROR).iterator();
  }

  /**
   * @param dots whether the directory itself and its parent are listed
   */
  static Iterator<String> names(CallContext context, Object[] arguments, Object dots) {
    List<String> names = names(context, arguments[0], Missing.of(arguments[1]));
    if (names != MISSING && Boolean.TRUE.equals(dots)) {
      names = new ArrayList<>(names);
      names.addAll(List.of(".", ".."));
    }
    return names.iterator();
  }

  /** Told from a directory with nothing in it. */
  private static final List<String> MISSING = Collections.unmodifiableList(new ArrayList<>());

  private static List<String> names(CallContext context, Object name, Missing missing) {
    return list(context, ServerPaths.checked(context, (String) name), missing);
  }

  private static List<String> list(CallContext context, String path, Missing missing) {
    try {
      return context.execution().files().names(path);
    } catch (FileAccessException e) {
      if (e.isMissing() && missing == Missing.NULL) {
        return MISSING;
      }
      throw e.reported(path);
    }
  }

  /** {@code pg_ls_dir_files}: the regular files that are not hidden. */
  static Iterator<RecordValue> files(CallContext context, String directory, Missing missing) {
    List<RecordValue> rows = new ArrayList<>();
    for (String name : list(context, directory, missing)) {
      if (!name.startsWith(".")) {
        add(context, directory + "/" + name, rows);
      }
    }
    return rows.iterator();
  }

  private static void add(CallContext context, String path, List<RecordValue> rows) {
    try {
      Status status = context.execution().files().status(path);
      if (status.kind() == Kind.REGULAR) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        rows.add(new RecordValue(FILE, name, status.size(), status.modification()));
      }
    } catch (FileAccessException e) {
      if (!e.isMissing()) {
        throw e.reported(path);
      }
    }
  }

  /** {@code pg_ls_tmpdir}: the tablespaces that every cluster has share a directory. */
  static Iterator<RecordValue> temporary(CallContext context, Object tablespace) {
    if (context.execution().facts().table("pg_tablespace").byOid((Long) tablespace).isEmpty()) {
      throw new ReportedError(
          SqlState.UNDEFINED_OBJECT, "tablespace with OID " + tablespace + " does not exist");
    }
    return temporary(context);
  }

  static Iterator<RecordValue> temporary(CallContext context) {
    return files(context, "base/pgsql_tmp", Missing.NULL);
  }

  /** {@code pg_ls_replslotdir}: there are no slots. */
  static Iterator<RecordValue> slot(Object name) {
    throw new ReportedError(
        SqlState.UNDEFINED_OBJECT, "replication slot \"" + name + "\" does not exist");
  }
}
