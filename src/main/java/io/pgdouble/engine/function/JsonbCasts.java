package io.pgdouble.engine.function;

import io.pgdouble.facts.MajorChange;
import io.pgdouble.type.Jsonb;
import io.pgdouble.type.Numeric;
import java.util.function.Function;

/** Casts of {@code jsonb} to scalar types. Source: {@code jsonb.c: cannotCastJsonbValue}. */
final class JsonbCasts {
  private JsonbCasts() {}

  /** Null for JSON's null, where that has become SQL's. */
  static Object toBoolean(CallContext context, Jsonb value) {
    if (value instanceof Jsonb.Bool bool) {
      return bool.value();
    }
    return elseNull(context, value, "boolean");
  }

  /** The same of a number that becomes a value of the type of that name. */
  static Object toNumber(
      CallContext context, Jsonb value, String type, Function<Numeric, Object> cast) {
    return value instanceof Jsonb.Number number
        ? cast.apply(number.value())
        : elseNull(context, value, type);
  }

  private static Object elseNull(CallContext context, Jsonb value, String type) {
    if (value == Jsonb.Null.NULL && MajorChange.JSON_NULL_IS_NULL.isIn(context.types().major())) {
      return null;
    }
    String kind = JsonbReading.typeName(value);
    String name = kind.equals("number") ? "numeric" : kind;
    throw FunctionErrors.invalidParameter("cannot cast jsonb " + name + " to type " + type);
  }
}
