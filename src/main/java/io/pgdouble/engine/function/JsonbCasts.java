package io.pgdouble.engine.function;

import io.pgdouble.error.ReportedError;
import io.pgdouble.type.Jsonb;
import io.pgdouble.type.Numeric;

/** Casts of {@code jsonb} to scalar types. Source: {@code jsonb.c: cannotCastJsonbValue}. */
final class JsonbCasts {
  private JsonbCasts() {}

  static boolean toBoolean(Jsonb value) {
    if (value instanceof Jsonb.Bool bool) {
      return bool.value();
    }
    throw cannotCast(value, "boolean");
  }

  static Numeric toNumeric(Jsonb value, String type) {
    if (value instanceof Jsonb.Number number) {
      return number.value();
    }
    throw cannotCast(value, type);
  }

  private static ReportedError cannotCast(Jsonb value, String type) {
    String kind = JsonbReading.typeName(value);
    String name = kind.equals("number") ? "numeric" : kind;
    return FunctionErrors.invalidParameter("cannot cast jsonb " + name + " to type " + type);
  }
}
