package io.pgdouble.engine.function;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/** Names of files that functions are given. Source: {@code path.c}, {@code genfile.c}. */
final class ServerPaths {
  private static final String READERS = "pg_read_server_files";

  /** {@code limits.h}. */
  private static final int PATH_MAX = 4096;

  private static final int NAME_MAX = 255;

  private ServerPaths() {}

  /** {@code convert_and_check_filename}. */
  static String checked(CallContext context, String name) {
    ExecutionContext execution = context.execution();
    String path = canonical(name, execution.facts().major());
    if (!execution.session().hasPrivilegesOf(READERS)) {
      check(path, execution.files().dataDirectory(), execution.session().logDirectory());
    }
    return path;
  }

  /** What those may read who may not read everything. */
  static void check(String path, Optional<String> dataDirectory, String logDirectory) {
    if (!path.startsWith("/")) {
      if (path.equals("..") || path.startsWith("../")) {
        throw denied("path must be in or below the data directory");
      }
      return;
    }
    boolean inside = dataDirectory.filter(directory -> isPrefix(directory, path)).isPresent();
    if (!inside && !(logDirectory.startsWith("/") && isPrefix(logDirectory, path))) {
      throw denied("absolute path not allowed");
    }
  }

  private static boolean isPrefix(String directory, String path) {
    return path.startsWith(directory)
        && (path.length() == directory.length() || path.charAt(directory.length()) == '/');
  }

  private static ReportedError denied(String message) {
    return new ReportedError(SqlState.INSUFFICIENT_PRIVILEGE, message);
  }

  /** {@code canonicalize_path}. */
  static String canonical(String path, int major) {
    Deque<String> kept = new ArrayDeque<>();
    boolean absolute = path.startsWith("/");
    refuseLong(path, major);
    for (String name : path.split("/")) {
      boolean dots = name.equals(".") || name.equals("..");
      if (dots && !MajorChange.CANONICAL_PATHS.isIn(major) && !path.equals(".")) {
        throw ErrorReport.notSimulated("paths with . and .. before PostgreSQL 15").toException();
      }
      if (name.equals("..")) {
        parent(kept, absolute);
      } else if (!name.isEmpty() && !dots) {
        kept.addLast(name);
      }
    }
    String joined = String.join("/", kept);
    if (absolute) {
      return "/" + joined;
    }
    return joined.isEmpty() && !path.isEmpty() ? "." : joined;
  }

  private static void refuseLong(String path, int major) {
    boolean tooLong =
        bytes(path) >= PATH_MAX
            || Arrays.stream(path.split("/")).anyMatch(name -> bytes(name) > NAME_MAX);
    if (tooLong && MajorChange.NAME_TOO_LONG_IS_A_STATE.isIn(major)) {
      throw ErrorReport.notSimulated("paths of such a length").toException();
    }
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static void parent(Deque<String> kept, boolean absolute) {
    boolean named = !kept.isEmpty() && !kept.getLast().equals("..");
    if (named) {
      kept.removeLast();
    } else if (!absolute) {
      kept.addLast("..");
    }
  }
}
