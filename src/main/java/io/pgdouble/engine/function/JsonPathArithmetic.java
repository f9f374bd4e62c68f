package io.pgdouble.engine.function;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.JsonPath.Item;
import io.pgdouble.type.JsonPathKind;
import io.pgdouble.type.Jsonb;
import io.pgdouble.type.Numeric;
import java.util.List;

/** Operators on numbers in a path. */
final class JsonPathArithmetic {
  private final JsonPathRun run;

  JsonPathArithmetic(JsonPathRun run) {
    this.run = run;
  }

  /** {@code executeBinaryArithmExpr}. */
  JsonPathOutcome binary(JsonPathStep step, Jsonb value, JsonPathFound found) {
    Item item = step.item();
    JsonPathFound left = JsonPathFound.all();
    JsonPathFound right = JsonPathFound.all();
    if (run.unwrapped(item.arguments().get(0), value, left) == JsonPathOutcome.ERROR
        || run.unwrapped(item.arguments().get(1), value, right) == JsonPathOutcome.ERROR) {
      return JsonPathOutcome.ERROR;
    }
    if (!isNumber(left)) {
      return notNumber("left", item);
    }
    if (!isNumber(right)) {
      return notNumber("right", item);
    }
    Numeric result;
    try {
      result = compute(item.kind(), number(left), number(right));
    } catch (ReportedError e) {
      boolean refused = e.report().code().equals(SqlState.FEATURE_NOT_SUPPORTED.code());
      if (run.throwsErrors() || refused) {
        throw e;
      }
      return JsonPathOutcome.ERROR;
    }
    return run.next(step, new Jsonb.Number(result), found);
  }

  private static boolean isNumber(JsonPathFound operand) {
    List<Jsonb> values = operand.values();
    return values.size() == 1 && values.get(0) instanceof Jsonb.Number;
  }

  private static Numeric number(JsonPathFound operand) {
    return ((Jsonb.Number) operand.values().get(0)).value();
  }

  private JsonPathOutcome notNumber(String side, Item item) {
    return run.error(
        SqlState.SINGLETON_SQL_JSON_ITEM_REQUIRED,
        side
            + " operand of jsonpath operator "
            + item.kind().sign()
            + " is not a single numeric value");
  }

  private static Numeric compute(JsonPathKind kind, Numeric left, Numeric right) {
    if (kind == JsonPathKind.ADD) {
      return left.add(right);
    }
    if (kind == JsonPathKind.SUB) {
      return left.subtract(right);
    }
    if (kind == JsonPathKind.MUL) {
      return left.multiply(right);
    }
    return kind == JsonPathKind.DIV ? left.divide(right) : left.mod(right);
  }

  /** {@code executeUnaryArithmExpr}: of each number. */
  JsonPathOutcome unary(JsonPathStep step, Jsonb value, JsonPathFound found) {
    Item item = step.item();
    JsonPathFound operands = JsonPathFound.all();
    if (run.unwrapped(item.arguments().get(0), value, operands) == JsonPathOutcome.ERROR) {
      return JsonPathOutcome.ERROR;
    }
    if (!found.isWanted() && !step.hasNext()) {
      boolean any = operands.values().stream().anyMatch(Jsonb.Number.class::isInstance);
      return any ? JsonPathOutcome.OK : JsonPathOutcome.NOT_FOUND;
    }
    JsonPathOutcome outcome = JsonPathOutcome.NOT_FOUND;
    for (Jsonb operand : operands.values()) {
      JsonPathOutcome one = signed(step, operand, found);
      boolean decided = one == JsonPathOutcome.OK && !found.isWanted();
      if (decided || one == JsonPathOutcome.ERROR) {
        return one;
      }
      outcome = one == JsonPathOutcome.OK ? one : outcome;
    }
    return outcome;
  }

  private JsonPathOutcome signed(JsonPathStep step, Jsonb operand, JsonPathFound found) {
    JsonPathKind kind = step.item().kind();
    if (!(operand instanceof Jsonb.Number number)) {
      return run.error(
          SqlState.SQL_JSON_NUMBER_NOT_FOUND,
          "operand of unary jsonpath operator " + kind.sign() + " is not a numeric value");
    }
    return run.next(
        step,
        kind == JsonPathKind.PLUS ? number : new Jsonb.Number(number.value().negate()),
        found);
  }
}
