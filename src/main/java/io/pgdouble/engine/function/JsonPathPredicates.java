package io.pgdouble.engine.function;

import io.pgdouble.type.JsonPath;
import io.pgdouble.type.JsonPath.Item;
import io.pgdouble.type.JsonPathKind;
import io.pgdouble.type.Jsonb;
import java.util.List;
import java.util.function.BiFunction;

/** Predicates of a path ({@code executeBoolItem}). */
final class JsonPathPredicates {
  private final JsonPathRun run;

  JsonPathPredicates(JsonPathRun run) {
    this.run = run;
  }

  private JsonPathTruth test(List<Item> chain, Jsonb value) {
    return test(chain.get(0), value);
  }

  JsonPathTruth test(Item item, Jsonb value) {
    List<List<Item>> arguments = item.arguments();
    if (item.kind() == JsonPathKind.AND) {
      JsonPathTruth left = test(arguments.get(0), value);
      JsonPathTruth right =
          left == JsonPathTruth.FALSE ? JsonPathTruth.TRUE : test(arguments.get(1), value);
      return right == JsonPathTruth.TRUE ? left : right;
    }
    if (item.kind() == JsonPathKind.OR) {
      JsonPathTruth left = test(arguments.get(0), value);
      JsonPathTruth right =
          left == JsonPathTruth.TRUE ? JsonPathTruth.FALSE : test(arguments.get(1), value);
      return right == JsonPathTruth.FALSE ? left : right;
    }
    if (item.kind() == JsonPathKind.NOT) {
      JsonPathTruth truth = test(arguments.get(0), value);
      return truth == JsonPathTruth.UNKNOWN
          ? truth
          : JsonPathTruth.of(truth == JsonPathTruth.FALSE);
    }
    if (item.kind() == JsonPathKind.IS_UNKNOWN) {
      return JsonPathTruth.of(test(arguments.get(0), value) == JsonPathTruth.UNKNOWN);
    }
    return item.kind() == JsonPathKind.EXISTS ? exists(arguments.get(0), value) : of(item, value);
  }

  /** In strict mode all has to be looked at: there may be errors. */
  private JsonPathTruth exists(List<Item> argument, Jsonb value) {
    JsonPathFound found = run.isLax() ? JsonPathFound.whether() : JsonPathFound.all();
    JsonPathOutcome outcome =
        run.suppressing(() -> run.execute(JsonPathStep.first(argument), value, found));
    if (outcome == JsonPathOutcome.ERROR) {
      return JsonPathTruth.UNKNOWN;
    }
    return JsonPathTruth.of(
        found.isWanted() ? !found.values().isEmpty() : outcome == JsonPathOutcome.OK);
  }

  /** {@code executePredicate}: whether it holds for a pair of one side and the other. */
  private JsonPathTruth of(Item item, Jsonb value) {
    JsonPathFound left = JsonPathFound.all();
    JsonPathFound right = JsonPathFound.all();
    boolean failed =
        run.suppressing(() -> run.unwrapped(item.arguments().get(0), value, left))
                == JsonPathOutcome.ERROR
            || run.suppressing(() -> right(item, value, right)) == JsonPathOutcome.ERROR;
    if (failed) {
      return JsonPathTruth.UNKNOWN;
    }
    JsonPathTruth result = JsonPathTruth.FALSE;
    for (Jsonb one : left.values()) {
      JsonPathTruth truth =
          anyOf(one, right.values(), (first, second) -> pair(item, first, second));
      boolean decided = truth == (run.isLax() ? JsonPathTruth.TRUE : JsonPathTruth.UNKNOWN);
      if (decided) {
        return truth;
      }
      result = truth == JsonPathTruth.FALSE ? result : truth;
    }
    return result;
  }

  /** The values of the right side; one that does not matter where there is no such side. */
  private JsonPathOutcome right(Item item, Jsonb value, JsonPathFound found) {
    if (item.kind() == JsonPathKind.LIKE_REGEX) {
      found.add(Jsonb.Null.NULL);
      return JsonPathOutcome.OK;
    }
    List<Item> argument = item.arguments().get(1);
    return item.kind() == JsonPathKind.STARTS_WITH
        ? run.execute(JsonPathStep.first(argument), value, found)
        : run.unwrapped(argument, value, found);
  }

  private static JsonPathTruth pair(Item item, Jsonb one, Jsonb other) {
    if (item.kind() == JsonPathKind.LIKE_REGEX) {
      return matches(one, (JsonPath.Pattern) item.operand());
    }
    return item.kind() == JsonPathKind.STARTS_WITH
        ? startsWith(one, other)
        : JsonPathComparison.of(item.kind(), one, other);
  }

  private JsonPathTruth anyOf(
      Jsonb one, List<Jsonb> right, BiFunction<Jsonb, Jsonb, JsonPathTruth> test) {
    JsonPathTruth result = JsonPathTruth.FALSE;
    for (Jsonb other : right) {
      JsonPathTruth truth = test.apply(one, other);
      boolean decided = truth == (run.isLax() ? JsonPathTruth.TRUE : JsonPathTruth.UNKNOWN);
      if (decided) {
        return truth;
      }
      result = truth == JsonPathTruth.FALSE ? result : truth;
    }
    return result;
  }

  private static JsonPathTruth startsWith(Jsonb whole, Jsonb initial) {
    return whole instanceof Jsonb.Text text && initial instanceof Jsonb.Text start
        ? JsonPathTruth.of(text.value().startsWith(start.value()))
        : JsonPathTruth.UNKNOWN;
  }

  private static JsonPathTruth matches(Jsonb value, JsonPath.Pattern pattern) {
    return value instanceof Jsonb.Text text
        ? JsonPathTruth.of(Patterns.matches(text.value(), pattern.pattern(), pattern.options()))
        : JsonPathTruth.UNKNOWN;
  }
}
