package io.pgdouble.engine.function;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.JsonPath.Item;
import io.pgdouble.type.Jsonb;
import java.util.List;

/** Subscripts of arrays, and {@code last} in them. */
final class JsonPathSubscripts {
  private final JsonPathRun run;
  private long innermostSize = -1;

  /** The subscript that was computed last. */
  private int index;

  JsonPathSubscripts(JsonPathRun run) {
    this.run = run;
  }

  Jsonb last() {
    return JsonPathRun.number(innermostSize - 1);
  }

  JsonPathOutcome execute(JsonPathStep step, Jsonb value, JsonPathFound found) {
    if (!(value instanceof Jsonb.Array) && !run.isLax()) {
      return run.error(
          SqlState.SQL_JSON_ARRAY_NOT_FOUND,
          "jsonpath array accessor can only be applied to an array");
    }
    List<Jsonb> elements = value instanceof Jsonb.Array array ? array.elements() : List.of(value);
    long outerSize = innermostSize;
    innermostSize = elements.size();
    JsonPathOutcome outcome = JsonPathOutcome.NOT_FOUND;
    List<List<Item>> bounds = step.item().arguments();
    for (int i = 0; i < bounds.size(); i += 2) {
      outcome = range(bounds.subList(i, i + 2), value);
      if (outcome == JsonPathOutcome.OK) {
        outcome = between(step, elements, found);
      }
      boolean decided = outcome == JsonPathOutcome.OK && !found.isWanted();
      if (decided || outcome == JsonPathOutcome.ERROR) {
        break;
      }
    }
    innermostSize = outerSize;
    return outcome;
  }

  private int from;
  private int to;

  private JsonPathOutcome range(List<List<Item>> bounds, Jsonb value) {
    JsonPathOutcome outcome = index(bounds.get(0), value);
    from = index;
    int first = index;
    if (outcome == JsonPathOutcome.OK && !bounds.get(1).isEmpty()) {
      outcome = index(bounds.get(1), value);
    }
    from = first;
    to = index;
    boolean outside = from < 0 || from > to || to >= innermostSize;
    if (outcome == JsonPathOutcome.OK && outside && !run.isLax()) {
      return run.error(
          SqlState.INVALID_SQL_JSON_SUBSCRIPT, "jsonpath array subscript is out of bounds");
    }
    return outcome;
  }

  private JsonPathOutcome between(JsonPathStep step, List<Jsonb> elements, JsonPathFound found) {
    int end = Math.min(to, elements.size() - 1);
    JsonPathOutcome outcome = JsonPathOutcome.NOT_FOUND;
    for (int i = Math.max(from, 0); i <= end; i++) {
      outcome = run.next(step, elements.get(i), found);
      boolean decided = outcome == JsonPathOutcome.OK && !found.isWanted();
      if (decided || outcome == JsonPathOutcome.ERROR) {
        break;
      }
    }
    return outcome;
  }

  /** {@code getArrayIndex}. */
  private JsonPathOutcome index(List<Item> items, Jsonb value) {
    JsonPathFound found = JsonPathFound.all();
    JsonPathOutcome outcome = run.execute(JsonPathStep.first(items), value, found);
    if (outcome == JsonPathOutcome.ERROR) {
      return outcome;
    }
    if (found.values().size() != 1 || !(found.values().get(0) instanceof Jsonb.Number number)) {
      return run.error(
          SqlState.INVALID_SQL_JSON_SUBSCRIPT,
          "jsonpath array subscript is not a single numeric value");
    }
    try {
      index = (int) number.value().trunc(0).toLong(32, "integer");
    } catch (ReportedError tooFar) {
      return run.error(
          SqlState.INVALID_SQL_JSON_SUBSCRIPT, "jsonpath array subscript is out of integer range");
    }
    return JsonPathOutcome.OK;
  }
}
