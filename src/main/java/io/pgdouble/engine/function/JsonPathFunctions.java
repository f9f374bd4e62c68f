package io.pgdouble.engine.function;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.JsonPath;
import io.pgdouble.type.Jsonb;
import java.util.List;
import java.util.Optional;

/** Functions that search {@code jsonb} by paths. Source: {@code jsonpath_exec.c}. A table. */
final class JsonPathFunctions {
  private JsonPathFunctions() {}

  /** Null where there is no such function. A table. */
  static Builtin find(String prosrc) {
    return switch (prosrc) {
      case "jsonb_path_exists", "jsonb_path_exists_tz", "jsonb_path_exists_opr" ->
          new HeavyBuiltin((c, a) -> exists(c, a));
      case "jsonb_path_match", "jsonb_path_match_tz", "jsonb_path_match_opr" ->
          new HeavyBuiltin((c, a) -> match(c, a));
      case "jsonb_path_query", "jsonb_path_query_tz" ->
          new HeavyBuiltin((c, a) -> query(c, a).iterator());
      case "jsonb_path_query_array", "jsonb_path_query_array_tz" ->
          new HeavyBuiltin((c, a) -> new Jsonb.Array(query(c, a)));
      case "jsonb_path_query_first", "jsonb_path_query_first_tz" ->
          new HeavyBuiltin((c, a) -> query(c, a).stream().findFirst().orElse(null));
      default -> null;
    };
  }

  /** The operators have no more arguments, and pass over errors. */
  private static boolean isSilent(Object[] a) {
    return a.length < 4 || (Boolean) a[3];
  }

  private static JsonPathOutcome run(CallContext c, Object[] a, JsonPathFound found) {
    JsonPath path = (JsonPath) a[1];
    JsonPathRun run =
        new JsonPathRun(
            path,
            (Jsonb) a[0],
            new JsonPathRun.Variables(variables(a), c.types().major()),
            isSilent(a) ? JsonPathRun.Errors.SUPPRESSED : JsonPathRun.Errors.THROWN);
    return run.run(path.items(), found);
  }

  private static Optional<Jsonb.Object> variables(Object[] a) {
    if (a.length < 4) {
      return Optional.empty();
    }
    if (a[2] instanceof Jsonb.Object variables) {
      return Optional.of(variables);
    }
    throw ErrorReport.error(SqlState.INVALID_PARAMETER_VALUE, "\"vars\" argument is not an object")
        .withDetail("Jsonpath parameters should be encoded as key-value pairs of \"vars\" object.")
        .toException();
  }

  private static Boolean exists(CallContext c, Object[] a) {
    JsonPathOutcome outcome = run(c, a, JsonPathFound.whether());
    return outcome == JsonPathOutcome.ERROR ? null : outcome == JsonPathOutcome.OK;
  }

  private static Boolean match(CallContext c, Object[] a) {
    List<Jsonb> found = query(c, a);
    if (found.size() == 1 && found.get(0) instanceof Jsonb.Bool truth) {
      return truth.value();
    }
    boolean unknown = found.size() == 1 && found.get(0) == Jsonb.Null.NULL;
    if (!unknown && !isSilent(a)) {
      throw ErrorReport.error(
              SqlState.SINGLETON_SQL_JSON_ITEM_REQUIRED, "single boolean result is expected")
          .toException();
    }
    return null;
  }

  private static List<Jsonb> query(CallContext c, Object[] a) {
    JsonPathFound found = JsonPathFound.all();
    run(c, a, found);
    return found.values();
  }
}
