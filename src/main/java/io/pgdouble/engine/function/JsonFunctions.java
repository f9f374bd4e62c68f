package io.pgdouble.engine.function;

import io.pgdouble.engine.function.JsonbChanging.Nulls;
import io.pgdouble.type.ArrayValue;
import io.pgdouble.type.JsonEscapes;
import io.pgdouble.type.TypeOid;

/** Functions of {@code json}, and those that make it. Source: {@code json.c}. A table. */
final class JsonFunctions {
  private JsonFunctions() {}

  /** Null where there is no such function. A table. */
  static Builtin find(String prosrc) {
    return switch (prosrc) {
      case "json_object_field" -> (c, a) -> JsonReading.field(resolved(a), text(a, 1));
      case "json_object_field_text" ->
          (c, a) -> JsonReading.text(JsonReading.field(resolved(a), text(a, 1)));
      case "json_array_element" -> (c, a) -> JsonReading.element(resolved(a), (Integer) a[1]);
      case "json_array_element_text" ->
          (c, a) -> JsonReading.text(JsonReading.element(resolved(a), (Integer) a[1]));
      case "json_extract_path" -> (c, a) -> JsonReading.path(resolved(a), array(a, 1));
      case "json_extract_path_text" -> (c, a) -> JsonReading.pathText(resolved(a), array(a, 1));
      case "json_typeof" -> (c, a) -> JsonReading.typeName(text(a, 0));
      case "json_array_length" -> (c, a) -> JsonReading.arrayLength(text(a, 0));
      case "json_array_elements" ->
          heavy((c, a) -> JsonReading.elements(text(a, 0), "json_array_elements", v -> v));
      case "json_array_elements_text" ->
          heavy(
              (c, a) ->
                  JsonReading.elements(resolved(a), "json_array_elements_text", JsonReading::text));
      case "json_object_keys" -> heavy((c, a) -> JsonReading.keys(resolved(a)));
      case "json_each" -> heavy((c, a) -> JsonReading.each(resolved(a)));
      case "json_each_text" -> heavy((c, a) -> JsonReading.eachText(resolved(a)));
      case "json_strip_nulls" -> (c, a) -> JsonReading.stripNulls(resolved(a), Nulls.asked(a));
      case "to_json" -> (c, a) -> JsonText.of(a[0], c.argumentType(0), c.types());
      case "row_to_json" -> (c, a) -> JsonText.of(a[0], TypeOid.RECORD, c.types());
      case "row_to_json_pretty" ->
          (c, a) ->
              JsonText.of(
                  a[0],
                  TypeOid.RECORD,
                  c.types(),
                  (Boolean) a[1] ? JsonText.Pretty.OBJECT_LINES : JsonText.Pretty.NONE);
      case "array_to_json" -> (c, a) -> JsonText.of(a[0], c.argumentType(0), c.types());
      case "array_to_json_pretty" ->
          (c, a) ->
              JsonText.of(
                  a[0],
                  c.argumentType(0),
                  c.types(),
                  (Boolean) a[1] ? JsonText.Pretty.ARRAY_LINES : JsonText.Pretty.NONE);
      case "json_build_array" -> JsonBuilding::jsonArray;
      case "json_build_array_noargs" -> (c, a) -> "[]";
      case "json_build_object" -> JsonBuilding::jsonObject;
      case "json_build_object_noargs" -> (c, a) -> "{}";
      case "json_object" -> (c, a) -> JsonBuilding.json(JsonBuilding.pairs(array(a, 0)));
      case "json_object_two_arg" ->
          (c, a) -> JsonBuilding.json(JsonBuilding.pairs(array(a, 0), array(a, 1)));
      case "jsonb_object" -> (c, a) -> JsonBuilding.jsonb(JsonBuilding.pairs(array(a, 0)));
      case "jsonb_object_two_arg" ->
          (c, a) -> JsonBuilding.jsonb(JsonBuilding.pairs(array(a, 0), array(a, 1)));
      default -> prosrc.startsWith("json_") ? JsonRecords.find(prosrc) : null;
    };
  }

  /** A text that is taken apart with its escapes resolved, wherever they stand in it. */
  private static String resolved(Object[] a) {
    return JsonEscapes.checked(text(a, 0));
  }

  private static Builtin heavy(Builtin function) {
    return new HeavyBuiltin(function);
  }

  private static String text(Object[] a, int index) {
    return (String) a[index];
  }

  private static ArrayValue array(Object[] a, int index) {
    return (ArrayValue) a[index];
  }
}
