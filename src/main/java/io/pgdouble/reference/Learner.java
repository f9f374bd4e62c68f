package io.pgdouble.reference;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks a server for the facts and writes them as tables: one query a table, in {@code learn/}, and
 * a few facts that no query tells and an experiment does.
 */
public final class Learner {
  /** Tables that one query answers, by the names of the queries. A table. */
  private static final List<String> QUERIES =
      List.of(
          "empty_catalogs",
          "encoding_aliases",
          "encodings",
          "errcodes",
          "keywords",
          "pg_aggregate",
          "pg_am",
          "pg_amop",
          "pg_amproc",
          "pg_attribute",
          "pg_auth_members",
          "pg_cast",
          "pg_class",
          "pg_collation",
          "pg_constraint",
          "pg_conversion",
          "pg_database",
          "pg_depend",
          "pg_description",
          "pg_extension",
          "pg_index",
          "pg_init_privs",
          "pg_language",
          "pg_namespace",
          "pg_opclass",
          "pg_operator",
          "pg_opfamily",
          "pg_proc",
          "pg_range",
          "pg_rewrite",
          "pg_roles",
          "pg_settings",
          "pg_shdescription",
          "pg_tablespace",
          "pg_timezone_abbrevs",
          "pg_timezone_names",
          "pg_ts_config",
          "pg_ts_config_map",
          "pg_ts_dict",
          "pg_ts_parser",
          "pg_ts_template",
          "pg_type",
          "pg_views");

  /** Spellings that an enum might understand beside those it lists: {@code guc_tables.c}. */
  private static final List<String> SPELLINGS =
      List.of(
          "0", "1", "debug", "default", "error", "f", "false", "fatal", "info", "lz4", "n", "no",
          "none", "notice", "off", "on", "panic", "pglz", "t", "true", "warn", "warning", "y",
          "yes", "zstd");

  /** A role of every major that may read nothing but what everybody may. */
  private static final String UNPRIVILEGED = "pg_signal_backend";

  /** The first major that tells them. */
  private static final int MAJOR_WITH_SETTING_FLAGS = 15;

  private static final Pattern MISSING_COLUMN =
      Pattern.compile("42703: column \"?([\\w.]+)\"? does not exist");

  private final Reference server;

  private Learner(Reference server) {
    this.server = server;
  }

  /**
   * Learns from a server.
   *
   * @param folder where {@code <table>.tsv} are written; made if it is not there
   * @param progress is told each table's name when it has been written
   * @throws ReferenceException if the server refuses a question
   */
  public static void learn(Reference server, Path folder, Consumer<String> progress)
      throws IOException {
    new Learner(server).learn(folder, progress);
  }

  private void learn(Path folder, Consumer<String> progress) throws IOException {
    Files.createDirectories(folder);
    for (String table : QUERIES) {
      write(folder, table, query(table));
      progress.accept(table);
    }
    write(folder, "reported", reported());
    write(folder, "superuser_only_settings", superuserOnly());
    write(folder, "enum_synonyms", enumSynonyms());
    List.of("reported", "superuser_only_settings", "enum_synonyms").forEach(progress);
  }

  /** Each table in a session of its own, so that no answer depends on an earlier question. */
  private ServerConnection connect() {
    return ServerConnection.open(
        new ReferenceSpec.Address(
            server.spec(),
            server.host(),
            server.port(),
            server.user(),
            server.password(),
            server.database()));
  }

  private ServerConnection.Answer query(String table) throws IOException {
    String sql = text(table);
    if (server.major() < MAJOR_WITH_SETTING_FLAGS) {
      sql = sql.replace("unnest(pg_settings_get_flags(s.name))", unnested("setting_flags.14"));
    }
    try (ServerConnection connection = connect()) {
      return inMajor(connection, sql);
    }
  }

  /** Asks for every column that some major has, and does without those that this one lacks. */
  private static ServerConnection.Answer inMajor(ServerConnection connection, String sql) {
    try {
      return connection.query(sql);
    } catch (ReferenceException e) {
      Matcher missing = MISSING_COLUMN.matcher(e.getMessage());
      if (!missing.find()) {
        throw e;
      }
      return inMajor(connection, without(missing.group(1), sql, e));
    }
  }

  private static String without(String column, String sql, ReferenceException otherwise) {
    String name = Pattern.quote(column) + "(?![\\w.])";
    String rest = sql.replaceFirst(",\\s*" + name, "");
    rest = rest.equals(sql) ? sql.replaceFirst("(?<![\\w.])" + name + "\\s*,\\s*", "") : rest;
    if (rest.equals(sql)) {
      throw otherwise;
    }
    return rest;
  }

  private static String unnested(String array) throws IOException {
    return "unnest(" + text(array) + ")";
  }

  private static String text(String name) throws IOException {
    try (InputStream sql = Learner.class.getResourceAsStream("learn/" + name + ".sql")) {
      return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** What a session's start tells, in its order. */
  private ServerConnection.Answer reported() {
    try (ServerConnection connection = connect()) {
      return names(connection.reportedParameters());
    }
  }

  private static ServerConnection.Answer names(List<String> names) {
    return new ServerConnection.Answer(
        List.of("name"), names.stream().map(name -> new String[] {name}).toList());
  }

  /** What a superuser sees and a role without privileges does not. */
  private ServerConnection.Answer superuserOnly() {
    try (ServerConnection connection = connect()) {
      List<String> hidden = new ArrayList<>(settingNames(connection));
      connection.query("SET ROLE " + UNPRIVILEGED);
      hidden.removeAll(settingNames(connection));
      return names(hidden);
    }
  }

  private static List<String> settingNames(ServerConnection connection) {
    return connection
        .query("SELECT name FROM pg_settings ORDER BY name COLLATE \"C\"")
        .rows()
        .stream()
        .map(row -> row[0])
        .toList();
  }

  /** Tries every spelling on every enum that a session may set. */
  private ServerConnection.Answer enumSynonyms() {
    List<String[]> found = new ArrayList<>();
    try (ServerConnection connection = connect()) {
      ServerConnection.Answer enums =
          connection.query(
              "SELECT name, array_to_string(enumvals, ',') FROM pg_settings"
                  + " WHERE vartype = 'enum' AND context IN ('user', 'superuser')"
                  + " AND name NOT LIKE 'transaction%'");
      for (String[] setting : enums.rows()) {
        List<String> listed = Arrays.asList(setting[1].split(","));
        TreeSet<String> candidates = new TreeSet<>(SPELLINGS);
        candidates.addAll(listed);
        candidates.forEach(
            value ->
                meaning(connection, setting[0], value)
                    .filter(meant -> !meant.equals(value) || !listed.contains(value))
                    .ifPresent(meant -> found.add(new String[] {setting[0], value, meant})));
      }
    }
    found.sort(Comparator.<String[], String>comparing(row -> row[0]).thenComparing(row -> row[1]));
    return new ServerConnection.Answer(List.of("name", "value", "canonical"), found);
  }

  private static Optional<String> meaning(
      ServerConnection connection, String setting, String value) {
    try {
      connection.query("SET " + setting + " TO '" + value + "'");
      return Optional.of(connection.query("SHOW " + setting).rows().get(0)[0]);
    } catch (ReferenceException refused) {
      return Optional.empty();
    }
  }

  private static void write(Path folder, String table, ServerConnection.Answer answer)
      throws IOException {
    StringBuilder text = new StringBuilder(String.join("\t", answer.columns())).append('\n');
    for (String[] row : answer.rows()) {
      for (int i = 0; i < row.length; i++) {
        text.append(i == 0 ? "" : "\t").append(row[i] == null ? "\\N" : escaped(row[i]));
      }
      text.append('\n');
    }
    Files.writeString(folder.resolve(table + ".tsv"), text);
  }

  /** COPY's text form of a value. */
  private static String escaped(String value) {
    StringBuilder text = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(c);
      }
    }
    return text.toString();
  }
}
