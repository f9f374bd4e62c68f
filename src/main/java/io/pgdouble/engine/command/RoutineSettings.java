package io.pgdouble.engine.command;

import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.VariableSetStmt;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.facts.FactRow;
import io.pgdouble.settings.FunctionSettings;
import io.pgdouble.settings.SessionSettings;
import io.pgdouble.settings.StoredSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What settings a routine has while it runs: {@code pg_proc.proconfig} ({@code functioncmds.c:
 * update_proconfig_value}).
 *
 * @param values by the settings' names
 */
record RoutineSettings(Map<String, String> values) {
  private static final String COLUMN = "proconfig";
  private static final String CLAUSE = "set";

  static RoutineSettings of(FactRow routine) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String text : routine.list(COLUMN)) {
      int end = text.indexOf('=');
      values.put(text.substring(0, end), text.substring(end + 1));
    }
    return new RoutineSettings(values);
  }

  static RoutineSettings none() {
    return new RoutineSettings(Map.of());
  }

  /** Does something with them. */
  <T> T during(SessionMemory memory, Supplier<T> work) {
    return new FunctionSettings(memory.settings(), values).during(work);
  }

  /** With what the SET and RESET clauses of a statement say. */
  RoutineSettings with(List<DefElem> clauses, SessionMemory memory) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    for (DefElem clause : clauses) {
      if (clause.name().equals(CLAUSE)) {
        change(changed, (VariableSetStmt) clause.arg().orElseThrow(), memory);
      }
    }
    return new RoutineSettings(changed);
  }

  private static void change(
      Map<String, String> changed, VariableSetStmt set, SessionMemory memory) {
    SessionSettings settings = memory.settings();
    switch (set.kind()) {
      case SET_VALUE -> {
        List<String> arguments = new SetCommands(memory).arguments(set.args());
        put(changed, set.name(), settings.flatten(set.name(), arguments), settings);
      }
      case SET_CURRENT -> put(changed, set.name(), settings.show(set.name()), settings);
      case SET_DEFAULT, RESET -> {
        if (!changed.isEmpty()) {
          changed.remove(StoredSettings.check(settings, set.name(), Optional.empty()));
        }
      }
      case RESET_ALL -> changed.clear();
      case SET_MULTI ->
          throw ErrorReport.notSimulated("functions with SET " + set.name()).toException();
    }
  }

  private static void put(
      Map<String, String> changed, String name, String value, SessionSettings settings) {
    changed.put(StoredSettings.check(settings, name, Optional.of(value)), value);
  }

  /** As {@code array_out} writes it; empty where there are none. */
  Optional<String> text() {
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(
            values.entrySet().stream()
                .map(one -> element(one.getKey() + "=" + one.getValue()))
                .collect(Collectors.joining(",", "{", "}")));
  }

  private static String element(String text) {
    boolean plain =
        text.codePoints().noneMatch(c -> "{}\",\\".indexOf(c) >= 0 || Character.isWhitespace(c))
            && !text.toLowerCase(Locale.ROOT).equals("null");
    return plain ? text : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
