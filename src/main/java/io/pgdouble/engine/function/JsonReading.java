package io.pgdouble.engine.function;

import io.pgdouble.engine.function.JsonbChanging.Nulls;
import io.pgdouble.type.ArrayValue;
import io.pgdouble.type.RecordValue;
import io.pgdouble.type.RowType;
import io.pgdouble.type.TypeOid;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;

/** Parts of {@code json} texts. Source: {@code jsonfuncs.c}. */
final class JsonReading {
  private JsonReading() {}

  /** Of several members of a name the last counts. Null where there is none. */
  static String field(String json, String name) {
    String found = null;
    if (JsonSlices.isObject(json)) {
      for (JsonSlices.Member member : JsonSlices.members(json)) {
        found = member.name().equals(name) ? member.value() : found;
      }
    }
    return found;
  }

  static String element(String json, int index) {
    if (!JsonSlices.isArray(json)) {
      return null;
    }
    List<String> elements = JsonSlices.elements(json);
    long at = index < 0 ? index + (long) elements.size() : index;
    return at >= 0 && at < elements.size() ? elements.get((int) at) : null;
  }

  static String path(String json, ArrayValue path) {
    String current = JsonSlices.trimmed(json);
    for (Object step : path.elements()) {
      if (step == null || current == null) {
        return null;
      }
      current = step(current, (String) step);
    }
    return path.elements().length == 0 ? whole(json, current) : current;
  }

  /** {@code #>>}: a string or null loses the white space that other scalars keep. */
  static String pathText(String json, ArrayValue path) {
    String found = path(json, path);
    if (found == null) {
      return null;
    }
    String trimmed = JsonSlices.trimmed(found);
    boolean bare = trimmed.startsWith("\"") || trimmed.equals("null");
    return bare ? text(trimmed) : found;
  }

  /** At the end of no path, scalars keep the white space before them ({@code get_scalar}). */
  private static String whole(String json, String trimmed) {
    boolean container = JsonSlices.isObject(trimmed) || JsonSlices.isArray(trimmed);
    return container ? trimmed : json.substring(0, json.indexOf(trimmed)) + trimmed;
  }

  private static String step(String json, String step) {
    if (JsonSlices.isObject(json)) {
      return field(json, step);
    }
    Integer index = JsonSlices.isArray(json) ? JsonbChanging.index(step) : null;
    return index == null ? null : element(json, index);
  }

  /** The text of {@code ->>}. */
  static String text(String json) {
    if (json == null || json.equals("null")) {
      return null;
    }
    return json.startsWith("\"") ? JsonSlices.unescaped(json) : json;
  }

  static String typeName(String json) {
    return switch (JsonSlices.kind(json)) {
      case '{' -> "object";
      case '[' -> "array";
      case '"' -> "string";
      case 't', 'f' -> "boolean";
      case 'n' -> "null";
      default -> "number";
    };
  }

  static int arrayLength(String json) {
    if (JsonSlices.isArray(json)) {
      return JsonSlices.elements(json).size();
    }
    throw FunctionErrors.invalidParameter(
        JsonSlices.isObject(json)
            ? "cannot get array length of a non-array"
            : "cannot get array length of a scalar");
  }

  static Iterator<Object> elements(String json, String function, UnaryOperator<String> form) {
    if (!JsonSlices.isArray(json)) {
      throw FunctionErrors.invalidParameter(
          "cannot call "
              + function
              + (JsonSlices.isObject(json) ? " on a non-array" : " on a scalar"));
    }
    return JsonSlices.elements(json).stream().map(e -> (Object) form.apply(e)).iterator();
  }

  static Iterator<Object> keys(String json) {
    if (!JsonSlices.isObject(json)) {
      throw FunctionErrors.invalidParameter(
          "cannot call json_object_keys on "
              + (JsonSlices.isArray(json) ? "an array" : "a scalar"));
    }
    return JsonSlices.members(json).stream().map(m -> (Object) m.name()).iterator();
  }

  static Iterator<Object> each(String json, int valueType, UnaryOperator<String> form) {
    if (!JsonSlices.isObject(json)) {
      throw FunctionErrors.invalidParameter(
          JsonSlices.isArray(json)
              ? "cannot deconstruct an array as an object"
              : "cannot deconstruct a scalar");
    }
    RowType row = JsonRows.row(valueType);
    return JsonSlices.members(json).stream()
        .map(m -> (Object) new RecordValue(row, m.name(), form.apply(m.value())))
        .iterator();
  }

  static Iterator<Object> each(String json) {
    return each(json, TypeOid.JSON, v -> v);
  }

  static Iterator<Object> eachText(String json) {
    return each(json, TypeOid.TEXT, JsonReading::text);
  }

  /** {@code json_strip_nulls}: written anew, without spaces. */
  static String stripNulls(String json, Nulls elements) {
    StringBuilder text = new StringBuilder();
    strip(JsonSlices.trimmed(json), elements, text);
    return text.toString();
  }

  private static void strip(String json, Nulls elements, StringBuilder text) {
    if (JsonSlices.isObject(json)) {
      stripObject(json, elements, text);
    } else if (JsonSlices.isArray(json)) {
      stripArray(json, elements, text);
    } else if (json.startsWith("\"")) {
      JsonText.quote(JsonSlices.unescaped(json), text);
    } else {
      text.append(json);
    }
  }

  private static void stripArray(String json, Nulls elements, StringBuilder text) {
    text.append('[');
    String separator = "";
    for (String element : JsonSlices.elements(json)) {
      if (elements == Nulls.GO && element.equals("null")) {
        continue;
      }
      text.append(separator);
      separator = ",";
      strip(element, elements, text);
    }
    text.append(']');
  }

  private static void stripObject(String json, Nulls elements, StringBuilder text) {
    text.append('{');
    String separator = "";
    for (JsonSlices.Member member : JsonSlices.members(json)) {
      if (member.value().equals("null")) {
        continue;
      }
      text.append(separator);
      separator = ",";
      JsonText.quote(member.name(), text);
      text.append(':');
      strip(member.value(), elements, text);
    }
    text.append('}');
  }
}
