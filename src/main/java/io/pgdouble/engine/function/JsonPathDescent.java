package io.pgdouble.engine.function;

import io.pgdouble.type.JsonPath.Levels;
import io.pgdouble.type.Jsonb;
import java.util.List;

/** What stands in a value at some levels: {@code .**} ({@code executeAnyItem}). */
final class JsonPathDescent {
  private final JsonPathRun run;
  private final JsonPathStep step;
  private final Levels levels;

  JsonPathDescent(JsonPathRun run, JsonPathStep step, Levels levels) {
    this.run = run;
    this.step = step;
    this.levels = levels;
  }

  /** The elements of an array, or the values of an object's members. */
  static List<Jsonb> parts(Jsonb value) {
    if (value instanceof Jsonb.Array array) {
      return array.elements();
    }
    return value instanceof Jsonb.Object object
        ? object.members().stream().map(Jsonb.Member::value).toList()
        : List.of();
  }

  JsonPathOutcome below(Jsonb value, JsonPathFound found) {
    return below(value, found, 1);
  }

  private JsonPathOutcome below(Jsonb value, JsonPathFound found, long level) {
    JsonPathOutcome outcome = JsonPathOutcome.NOT_FOUND;
    if (level > levels.last()) {
      return outcome;
    }
    for (Jsonb part : parts(value)) {
      if (isWanted(part, level)) {
        outcome = look(part, found);
      }
      if (!isDecided(outcome, found) && level < levels.last() && JsonPathRun.isContainer(part)) {
        outcome = below(part, found, level + 1);
      }
      if (isDecided(outcome, found)) {
        break;
      }
    }
    return outcome;
  }

  private static boolean isDecided(JsonPathOutcome outcome, JsonPathFound found) {
    return outcome == JsonPathOutcome.ERROR || outcome == JsonPathOutcome.OK && !found.isWanted();
  }

  /** Of the last level, only what has nothing below it. */
  private boolean isWanted(Jsonb part, long level) {
    boolean leaves = levels.first() == Levels.LAST && levels.last() == Levels.LAST;
    return level >= levels.first() || leaves && !JsonPathRun.isContainer(part);
  }

  private JsonPathOutcome look(Jsonb part, JsonPathFound found) {
    if (step.isEnd()) {
      found.add(part);
      return JsonPathOutcome.OK;
    }
    return run.execute(step, part, found);
  }
}
