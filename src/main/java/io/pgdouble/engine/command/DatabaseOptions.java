package io.pgdouble.engine.command;

import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.FloatValue;
import io.pgdouble.engine.tree.IntegerValue;
import io.pgdouble.engine.tree.Node;
import io.pgdouble.engine.tree.StringValue;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What CREATE DATABASE says of a database: the first half of {@code dbcommands.c: createdb}. */
final class DatabaseOptions {
  static final String ENCODING = "encoding";
  static final String TEMPLATE = "template";

  /** Each option, and since which major it is one. */
  private static final Map<String, Integer> KNOWN =
      Map.ofEntries(
          Map.entry("tablespace", 14),
          Map.entry("owner", 14),
          Map.entry(TEMPLATE, 14),
          Map.entry(ENCODING, 14),
          Map.entry("locale", 14),
          Map.entry("lc_collate", 14),
          Map.entry("lc_ctype", 14),
          Map.entry("is_template", 14),
          Map.entry("allow_connections", 14),
          Map.entry("connection_limit", 14),
          Map.entry("location", 14),
          Map.entry("icu_locale", 15),
          Map.entry("locale_provider", 15),
          Map.entry("collation_version", 15),
          Map.entry("oid", 15),
          Map.entry("strategy", 15),
          Map.entry("icu_rules", 16),
          Map.entry("builtin_locale", 17));

  private final List<DefElem> given = new ArrayList<>();
  private final DefinitionOptions options;

  /**
   * @throws ReportedError where one is given twice or unknown
   */
  DatabaseOptions(SessionMemory memory, List<DefElem> all) {
    int major = memory.changes().facts().major();
    DefinitionOptions checked = new DefinitionOptions(given);
    for (DefElem option : all) {
      if (KNOWN.getOrDefault(option.name(), Integer.MAX_VALUE) > major) {
        throw DefinitionOptions.at(option, "option \"" + option.name() + "\" not recognized");
      }
      if (option.name().equals("location")) {
        memory.notice(
            ErrorReport.warning(SqlState.FEATURE_NOT_SUPPORTED, "LOCATION is not supported anymore")
                .withHint("Consider using tablespaces instead.")
                .withPosition(option.location() + 1));
      } else {
        given.add(option);
        checked = new DefinitionOptions(given);
      }
    }
    this.options = checked;
  }

  /** {@code defGetString}; empty also for DEFAULT. */
  Optional<String> text(String name) {
    return argument(name).map(DatabaseOptions::text);
  }

  private static String text(Node value) {
    if (value instanceof StringValue string) {
      return string.value();
    }
    if (value instanceof IntegerValue number) {
      return Integer.toString(number.value());
    }
    return ((FloatValue) value).text();
  }

  Optional<DefElem> find(String name) {
    return given.stream().filter(option -> option.name().equals(name)).findFirst();
  }

  Optional<Node> argument(String name) {
    return find(name).flatMap(DefElem::arg);
  }

  /** The columns that are given a value without more ado. */
  Map<String, String> columns() {
    String template = argument("is_template").flatMap(v -> flag("is_template")).orElse("f");
    String allow =
        argument("allow_connections").flatMap(v -> flag("allow_connections")).orElse("t");
    int limit =
        argument("connection_limit")
            .flatMap(v -> options.number("connection_limit", -1))
            .orElse(-1);
    if (limit < -1) {
      throw new ReportedError(
          SqlState.INVALID_PARAMETER_VALUE, "invalid connection limit: " + limit);
    }
    return Map.of(
        "datistemplate", template,
        "datallowconn", allow,
        "datconnlimit", Integer.toString(limit));
  }

  private Optional<String> flag(String name) {
    return options.flag(name, "t");
  }

  /** Refuses what would make a database unlike the others. */
  void refuseUnusual() {
    for (String name : List.of("icu_locale", "icu_rules", "builtin_locale", "oid")) {
      if (argument(name).isPresent()) {
        throw ErrorReport.notSimulated("databases with " + name).toException();
      }
    }
    if (find("collation_version").isPresent()) {
      throw ErrorReport.notSimulated("databases with collation_version").toException();
    }
  }
}
