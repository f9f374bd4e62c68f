package io.pgdouble.engine.function;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;
import io.pgdouble.type.ArrayValue;
import io.pgdouble.type.Jsonb;
import io.pgdouble.type.JsonbBuilder;
import io.pgdouble.type.RecordValue;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.List;

/** {@code json_build_object} and its kin. Source: {@code json.c}, {@code jsonb.c}. */
final class JsonBuilding {
  private JsonBuilding() {}

  /** Values and their types: the arguments, or the elements of the array they came in. */
  private record Arguments(Object[] values, int[] types) {

    /** Null where they came in a null array. */
    static Arguments of(CallContext context, Object[] arguments) {
      if (context.site().variadicArray() == CallSite.Variadic.SPREAD) {
        return new Arguments(arguments, context.site().argumentTypes());
      }
      ArrayValue array = (ArrayValue) arguments[0];
      if (array == null) {
        return null;
      }
      int[] types = new int[array.elements().length];
      java.util.Arrays.fill(types, array.elementOid());
      return new Arguments(array.elements(), types);
    }
  }

  static Object jsonArray(CallContext context, Object[] arguments) {
    Arguments given = Arguments.of(context, arguments);
    if (given == null) {
      return null;
    }
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < given.values.length; i++) {
      text.append(i == 0 ? "" : ", ");
      text.append(JsonText.of(given.values[i], given.types[i], context.types()));
    }
    return text.append(']').toString();
  }

  static Object jsonObject(CallContext context, Object[] arguments) {
    Arguments given = Arguments.of(context, arguments);
    if (given == null) {
      return null;
    }
    requirePairs(given.values.length, "json_build_object()");
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < given.values.length; i += 2) {
      if (given.values[i] == null) {
        throw nullKey(context, i + 1);
      }
      text.append(i == 0 ? "" : ", ");
      text.append(key(context, given.values[i], given.types[i])).append(" : ");
      text.append(JsonText.of(given.values[i + 1], given.types[i + 1], context.types()));
    }
    return text.append('}').toString();
  }

  private static void requirePairs(int count, String function) {
    if (count % 2 != 0) {
      throw ErrorReport.error(
              SqlState.INVALID_PARAMETER_VALUE, "argument list must have even number of elements")
          .withHint(
              "The arguments of " + function + " must consist of alternating keys and values.")
          .toException();
    }
  }

  /** A key as a JSON string. */
  static String key(CallContext context, Object value, int type) {
    if (value == null) {
      throw nullKey();
    }
    requireScalar(value, type);
    String text = JsonText.of(value, type, context.types());
    return text.startsWith("\"") ? text : '"' + text + '"';
  }

  /** Of an argument, counted from 1. */
  private static ReportedError nullKey(CallContext context, int argument) {
    if (MajorChange.NULL_JSON_KEYS_ARE_NULL_VALUES.isIn(context.types().major())) {
      return nullKey();
    }
    return ErrorReport.error(
            SqlState.INVALID_PARAMETER_VALUE, "argument " + argument + " cannot be null")
        .withHint("Object keys should be text.")
        .toException();
  }

  /** Of an aggregate. */
  static ReportedError nullField(CallContext context) {
    return MajorChange.NULL_JSON_KEYS_ARE_NULL_VALUES.isIn(context.types().major())
        ? nullKey()
        : FunctionErrors.invalidParameter("field name must not be null");
  }

  static ReportedError nullKey() {
    return new ReportedError(
        SqlState.NULL_VALUE_NOT_ALLOWED, "null value not allowed for object key");
  }

  private static void requireScalar(Object value, int type) {
    if (value instanceof ArrayValue
        || value instanceof RecordValue
        || type == TypeOid.JSON
        || type == TypeOid.JSONB) {
      throw FunctionErrors.invalidParameter(
          "key value must be scalar, not array, composite, or json");
    }
  }

  static Object jsonbArray(CallContext context, Object[] arguments) {
    Arguments given = Arguments.of(context, arguments);
    if (given == null) {
      return null;
    }
    List<Jsonb> elements = new ArrayList<>();
    for (int i = 0; i < given.values.length; i++) {
      elements.add(JsonbMaking.of(context, given.values[i], given.types[i]));
    }
    return new Jsonb.Array(elements);
  }

  static Object jsonbObject(CallContext context, Object[] arguments) {
    Arguments given = Arguments.of(context, arguments);
    if (given == null) {
      return null;
    }
    requirePairs(given.values.length, "jsonb_build_object()");
    List<Jsonb.Member> members = new ArrayList<>();
    for (int i = 0; i < given.values.length; i += 2) {
      if (given.values[i] == null) {
        throw FunctionErrors.invalidParameter("argument " + (i + 1) + ": key must not be null");
      }
      members.add(
          new Jsonb.Member(
              jsonbKey(context, given.values[i], given.types[i]),
              JsonbMaking.of(context, given.values[i + 1], given.types[i + 1])));
    }
    return JsonbBuilder.object(members);
  }

  /** A key as its characters. */
  static String jsonbKey(CallContext context, Object value, int type) {
    requireScalar(value, type);
    Jsonb key = JsonbMaking.of(context, value, type);
    return JsonbReading.text(key, context.types());
  }

  /** {@code json_object}: keys and values of texts, one after the other or in two columns. */
  static List<String> pairs(ArrayValue array) {
    int[] dimensions = array.dimensions();
    if (dimensions.length == 1 && dimensions[0] % 2 != 0) {
      throw subscripts("array must have even number of elements");
    }
    if (dimensions.length == 2 && dimensions[1] != 2) {
      throw subscripts("array must have two columns");
    }
    if (dimensions.length > 2) {
      throw subscripts("wrong number of array subscripts");
    }
    List<String> pairs = new ArrayList<>();
    for (Object element : array.elements()) {
      pairs.add((String) element);
    }
    return checkedKeys(pairs);
  }

  /** {@code json_object} of keys and of values. */
  static List<String> pairs(ArrayValue keys, ArrayValue values) {
    if (keys.dimensions().length > 1 || keys.dimensions().length != values.dimensions().length) {
      throw subscripts("wrong number of array subscripts");
    }
    if (keys.elements().length != values.elements().length) {
      throw subscripts("mismatched array dimensions");
    }
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < keys.elements().length; i++) {
      pairs.add((String) keys.elements()[i]);
      pairs.add((String) values.elements()[i]);
    }
    return checkedKeys(pairs);
  }

  private static List<String> checkedKeys(List<String> pairs) {
    for (int i = 0; i < pairs.size(); i += 2) {
      if (pairs.get(i) == null) {
        throw nullKey();
      }
    }
    return pairs;
  }

  private static ReportedError subscripts(String message) {
    return new ReportedError(SqlState.ARRAY_SUBSCRIPT_ERROR, message);
  }

  static String json(List<String> pairs) {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < pairs.size(); i += 2) {
      text.append(i == 0 ? "" : ", ");
      JsonText.quote(pairs.get(i), text);
      text.append(" : ");
      if (pairs.get(i + 1) == null) {
        text.append("null");
      } else {
        JsonText.quote(pairs.get(i + 1), text);
      }
    }
    return text.append('}').toString();
  }

  static Jsonb jsonb(List<String> pairs) {
    List<Jsonb.Member> members = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i += 2) {
      String value = pairs.get(i + 1);
      members.add(
          new Jsonb.Member(pairs.get(i), value == null ? Jsonb.Null.NULL : new Jsonb.Text(value)));
    }
    return JsonbBuilder.object(members);
  }
}
