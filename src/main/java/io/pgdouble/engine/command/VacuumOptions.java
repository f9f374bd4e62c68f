package io.pgdouble.engine.command;

import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.StringValue;
import io.pgdouble.engine.tree.VacuumStmt;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.List;
import java.util.Map;

/** The options of VACUUM and ANALYZE, of which the last counts ({@code vacuum.c: ExecVacuum}). */
record VacuumOptions(VacuumStmt node, int major) {
  /** {@code MAX_PARALLEL_WORKER_LIMIT}. */
  private static final int MAX_PARALLEL = 1024;

  /** Those of ANALYZE, and since which major. */
  private static final Map<String, Integer> OF_BOTH = Map.of("verbose", 14, "skip_locked", 14);

  private static final String ONLY_STATISTICS = "only_database_stats";

  /** Those of VACUUM with a truth value. */
  private static final Map<String, Integer> OF_VACUUM =
      Map.of(
          "analyze",
          14,
          "freeze",
          14,
          "full",
          14,
          "disable_page_skipping",
          14,
          "truncate",
          14,
          "process_toast",
          14,
          "process_main",
          16,
          "skip_database_stats",
          16,
          ONLY_STATISTICS,
          16);

  private String command() {
    return node.vacuum() ? "VACUUM" : "ANALYZE";
  }

  /**
   * @throws ReportedError where one is unknown or has no such value, and where what it tells or
   *     moves is not simulated
   */
  void check() {
    node.options().forEach(this::check);
    refuse("verbose");
    refuse("full");
    boolean columns = node.rels().stream().anyMatch(one -> !one.columns().isEmpty());
    if (columns && !analyzes()) {
      throw new ReportedError(
          SqlState.FEATURE_NOT_SUPPORTED,
          "ANALYZE option must be specified when a column list is provided");
    }
    if (onlyStatistics() && !node.rels().isEmpty()) {
      throw new ReportedError(
          SqlState.FEATURE_NOT_SUPPORTED,
          "ONLY_DATABASE_STATS cannot be specified with a list of tables");
    }
  }

  boolean analyzes() {
    return !node.vacuum() || isOn("analyze");
  }

  /** Whether no table is looked at. */
  boolean onlyStatistics() {
    return isOn(ONLY_STATISTICS);
  }

  private void refuse(String option) {
    if (isOn(option)) {
      throw ErrorReport.notSimulated("option " + option + " of " + command()).toException();
    }
  }

  private boolean isOn(String name) {
    List<DefElem> given = node.options().stream().filter(o -> o.name().equals(name)).toList();
    return !given.isEmpty() && flag(given.get(given.size() - 1));
  }

  private static boolean flag(DefElem option) {
    return new DefinitionOptions(List.of(option))
        .flag(option.name(), "t")
        .orElseThrow()
        .equals("t");
  }

  private void check(DefElem option) {
    String name = option.name();
    boolean flag =
        OF_BOTH.containsKey(name)
            || node.vacuum() && OF_VACUUM.getOrDefault(name, Integer.MAX_VALUE) <= major;
    if (flag) {
      flag(option);
    } else if (node.vacuum() && name.equals("index_cleanup")) {
      checkCleanup(option);
    } else if (node.vacuum() && name.equals("parallel")) {
      checkParallel(option);
    } else if (name.equals("buffer_usage_limit") && major >= 16) {
      throw ErrorReport.notSimulated("option " + name + " of " + command()).toException();
    } else {
      throw DefinitionOptions.at(option, "unrecognized " + command() + " option \"" + name + "\"");
    }
  }

  private static void checkCleanup(DefElem option) {
    boolean auto =
        option
            .arg()
            .filter(value -> value instanceof StringValue t && t.value().equalsIgnoreCase("auto"))
            .isPresent();
    if (!auto) {
      flag(option);
    }
  }

  private static void checkParallel(DefElem option) {
    if (option.arg().isEmpty()) {
      throw DefinitionOptions.at(
          option, "parallel option requires a value between 0 and " + MAX_PARALLEL);
    }
    int workers = new DefinitionOptions(List.of(option)).number(option.name(), 0).orElseThrow();
    if (workers < 0 || workers > MAX_PARALLEL) {
      throw DefinitionOptions.at(
          option, "parallel workers for vacuum must be between 0 and " + MAX_PARALLEL);
    }
  }
}
