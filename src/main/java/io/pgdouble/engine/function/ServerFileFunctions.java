package io.pgdouble.engine.function;

import io.pgdouble.engine.function.ServerFileReading.Missing;
import io.pgdouble.type.Utf8;
import java.util.function.BiFunction;

/**
 * What functions tell of the server's files. Manual: {@code functions-admin}, {@code Generic File
 * Access Functions}. A table.
 */
final class ServerFileFunctions {
  private ServerFileFunctions() {}

  /** Null where there is no such function. A table. */
  static Builtin find(String prosrc) {
    return switch (prosrc) {
      case "pg_read_file_all" -> text((c, a) -> ServerFileReading.whole(c, a[0], Missing.ERROR));
      case "pg_read_file_all_missing" ->
          text((c, a) -> ServerFileReading.whole(c, a[0], Missing.of(a[1])));
      case "pg_read_file_off_len" -> text((c, a) -> ServerFileReading.section(c, a, Missing.ERROR));
      case "pg_read_file_off_len_missing", "pg_read_file_v2" ->
          text((c, a) -> ServerFileReading.section(c, a, Missing.of(a[3])));
      case "pg_read_file" -> text(ServerFileReading::ofOldAdminpack);
      case "pg_read_binary_file_all" ->
          heavy((c, a) -> ServerFileReading.whole(c, a[0], Missing.ERROR));
      case "pg_read_binary_file_all_missing" ->
          heavy((c, a) -> ServerFileReading.whole(c, a[0], Missing.of(a[1])));
      case "pg_read_binary_file_off_len" ->
          heavy((c, a) -> ServerFileReading.section(c, a, Missing.ERROR));
      case "pg_read_binary_file_off_len_missing", "pg_read_binary_file" ->
          heavy((c, a) -> ServerFileReading.section(c, a, Missing.of(a[3])));
      case "pg_stat_file_1arg" -> heavy((c, a) -> ServerFileReading.status(c, a[0], Missing.ERROR));
      case "pg_stat_file" -> heavy((c, a) -> ServerFileReading.status(c, a[0], Missing.of(a[1])));
      case "pg_ls_dir_1arg" -> heavy((c, a) -> ServerDirectories.names(c, a[0]));
      case "pg_ls_dir" -> heavy((c, a) -> ServerDirectories.names(c, a, a[2]));
      case "pg_ls_logdir" ->
          heavy(
              (c, a) ->
                  ServerDirectories.files(
                      c, c.execution().session().logDirectory(), Missing.ERROR));
      case "pg_ls_waldir" -> files("pg_wal", Missing.ERROR);
      case "pg_ls_tmpdir_noargs" -> heavy((c, a) -> ServerDirectories.temporary(c));
      case "pg_ls_tmpdir_1arg" -> heavy((c, a) -> ServerDirectories.temporary(c, a[0]));
      case "pg_ls_archive_statusdir" -> files("pg_wal/archive_status", Missing.NULL);
      case "pg_ls_summariesdir" -> files("pg_wal/summaries", Missing.NULL);
      case "pg_ls_logicalsnapdir" -> files("pg_logical/snapshots", Missing.ERROR);
      case "pg_ls_logicalmapdir" -> files("pg_logical/mappings", Missing.ERROR);
      case "pg_ls_replslotdir" -> heavy((c, a) -> ServerDirectories.slot(a[0]));
      default -> null;
    };
  }

  private static Builtin heavy(Builtin function) {
    return new HeavyBuiltin(function);
  }

  private static Builtin files(String directory, Missing missing) {
    return heavy((c, a) -> ServerDirectories.files(c, directory, missing));
  }

  private static Builtin text(BiFunction<CallContext, Object[], byte[]> bytes) {
    return heavy(
        (c, a) -> {
          byte[] read = bytes.apply(c, a);
          return read == null ? null : Utf8.decode(read);
        });
  }
}
