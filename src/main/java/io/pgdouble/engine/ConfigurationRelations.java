package io.pgdouble.engine;

import io.pgdouble.engine.command.ServerConfiguration;
import io.pgdouble.engine.command.ServerConfiguration.AuthenticationFile;
import io.pgdouble.settings.ConfigurationItem;
import io.pgdouble.settings.FilePlace;
import io.pgdouble.type.ArrayValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The views of the files that a server is configured by: {@code guc_funcs.c}, {@code hbafuncs.c}.
 */
final class ConfigurationRelations {
  static final Set<String> NAMES =
      Set.of("pg_file_settings", "pg_hba_file_rules", "pg_ident_file_mappings");

  private static final int TEXT = 25;

  private ConfigurationRelations() {}

  /** The rows of a view by its columns; empty where it is none of these. */
  static Optional<Stream<Map<String, Object>>> rows(String view, ServerConfiguration files) {
    return switch (view) {
      case "pg_file_settings" -> Optional.of(settings(files.fileSettings()));
      case "pg_hba_file_rules" ->
          Optional.of(withArrays(files.authentication(AuthenticationFile.HBA)));
      case "pg_ident_file_mappings" ->
          Optional.of(withArrays(files.authentication(AuthenticationFile.IDENT)));
      default -> Optional.empty();
    };
  }

  private static Stream<Map<String, Object>> settings(List<ConfigurationItem> items) {
    return IntStream.range(0, items.size()).mapToObj(i -> setting(items.get(i), i + 1));
  }

  private static Map<String, Object> setting(ConfigurationItem item, int number) {
    Map<String, Object> row = new HashMap<>();
    row.put("sourcefile", item.place().map(FilePlace::file).orElse(null));
    row.put("sourceline", item.place().map(FilePlace::line).orElse(null));
    row.put("seqno", number);
    row.put("name", item.name().orElse(null));
    row.put("setting", item.value().orElse(null));
    row.put("applied", item.fate() == ConfigurationItem.Fate.APPLIED);
    row.put("error", item.error().orElse(null));
    return row;
  }

  private static Stream<Map<String, Object>> withArrays(List<Map<String, Object>> rows) {
    for (Map<String, Object> row : rows) {
      row.replaceAll(
          (column, value) ->
              value instanceof List<?> list ? ArrayValue.of(TEXT, list.toArray()) : value);
    }
    return rows.stream();
  }
}
