package io.pgdouble.engine.function;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.ArrayValue;
import io.pgdouble.type.Jsonb;
import io.pgdouble.type.JsonbBuilder;
import io.pgdouble.type.RecordValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The aggregates that build JSON. Source: {@code json.c}, {@code jsonb.c}. */
final class JsonAggregates {
  private JsonAggregates() {}

  /** How the variants differ: whether nulls are left out, whether a key may come twice. */
  private record Rules(boolean strict, boolean unique) {}

  /** Null where there is no such aggregate. */
  static Aggregate find(String transition) {
    Rules rules = new Rules(transition.contains("_strict_"), transition.contains("_unique_"));
    String base = transition.replace("_strict", "").replace("_unique", "");
    return switch (base) {
      case "json_agg_transfn" -> c -> new JsonArray(c, rules);
      case "jsonb_agg_transfn" -> c -> new JsonbArray(c, rules);
      case "json_object_agg_transfn" -> c -> new JsonObject(c, rules);
      case "jsonb_object_agg_transfn" -> c -> new JsonbObject(c, rules);
      default -> null;
    };
  }

  /** {@code json_agg}. */
  private static final class JsonArray implements Accumulator {
    private final CallContext context;
    private final Rules rules;
    private final StringBuilder text = new StringBuilder("[");
    private boolean begun;

    JsonArray(CallContext context, Rules rules) {
      this.context = context;
      this.rules = rules;
    }

    @Override
    public void add(Object[] arguments) {
      begun = true;
      Object value = arguments[0];
      if (rules.strict && value == null) {
        return;
      }
      boolean first = text.length() == 1;
      boolean wide = value instanceof ArrayValue || value instanceof RecordValue;
      text.append(first ? "" : ", ").append(!first && wide ? "\n " : "");
      text.append(JsonText.of(value, context.argumentType(0), context.types()));
    }

    @Override
    public Object result() {
      return begun ? text + "]" : null;
    }
  }

  /** {@code json_object_agg}. */
  private static final class JsonObject implements Accumulator {
    private final CallContext context;
    private final Rules rules;
    private final StringBuilder text = new StringBuilder("{ ");
    private final Set<String> keys = new HashSet<>();
    private boolean begun;

    JsonObject(CallContext context, Rules rules) {
      this.context = context;
      this.rules = rules;
    }

    @Override
    public void add(Object[] arguments) {
      begun = true;
      boolean skipped = rules.strict && arguments[1] == null;
      if (arguments[0] == null) {
        throw JsonBuilding.nullField(context);
      }
      if (skipped && !rules.unique) {
        return;
      }
      String key = JsonBuilding.key(context, arguments[0], context.argumentType(0));
      if (rules.unique && !keys.add(key)) {
        throw new ReportedError(
            SqlState.DUPLICATE_JSON_OBJECT_KEY_VALUE, "duplicate JSON object key value: " + key);
      }
      if (!skipped) {
        text.append(text.length() > 2 ? ", " : "").append(key).append(" : ");
        text.append(JsonText.of(arguments[1], context.argumentType(1), context.types()));
      }
    }

    @Override
    public Object result() {
      return begun ? text + " }" : null;
    }
  }

  /** {@code jsonb_agg}. */
  private static final class JsonbArray implements Accumulator {
    private final CallContext context;
    private final Rules rules;
    private final List<Jsonb> elements = new ArrayList<>();
    private boolean begun;

    JsonbArray(CallContext context, Rules rules) {
      this.context = context;
      this.rules = rules;
    }

    @Override
    public void add(Object[] arguments) {
      begun = true;
      if (!rules.strict || arguments[0] != null) {
        elements.add(JsonbMaking.of(context, arguments[0], context.argumentType(0)));
      }
    }

    @Override
    public Object result() {
      return begun ? new Jsonb.Array(elements) : null;
    }
  }

  /** {@code jsonb_object_agg}. */
  private static final class JsonbObject implements Accumulator {
    private final CallContext context;
    private final Rules rules;
    private final List<Jsonb.Member> members = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private boolean begun;
    private boolean repeated;

    JsonbObject(CallContext context, Rules rules) {
      this.context = context;
      this.rules = rules;
    }

    @Override
    public void add(Object[] arguments) {
      begun = true;
      if (arguments[0] == null) {
        throw FunctionErrors.invalidParameter("field name must not be null");
      }
      boolean skipped = rules.strict && arguments[1] == null;
      if (skipped && !rules.unique) {
        return;
      }
      String key = JsonBuilding.jsonbKey(context, arguments[0], context.argumentType(0));
      repeated |= rules.unique && !keys.add(key);
      if (!skipped) {
        members.add(
            new Jsonb.Member(key, JsonbMaking.of(context, arguments[1], context.argumentType(1))));
      }
    }

    @Override
    public Object result() {
      if (repeated) {
        // The object is looked at as a whole, so a null key has been complained of before.
        throw new ReportedError(
            SqlState.DUPLICATE_JSON_OBJECT_KEY_VALUE, "duplicate JSON object key value");
      }
      return begun ? JsonbBuilder.object(members) : null;
    }
  }
}
