package io.pgdouble.engine.function;

import io.pgdouble.engine.function.JsonbChanging.Change;
import io.pgdouble.engine.function.JsonbChanging.Nulls;
import io.pgdouble.type.ArrayValue;
import io.pgdouble.type.Jsonb;
import java.util.List;

/** Functions of {@code jsonb}. Source: {@code jsonfuncs.c}, {@code jsonb_op.c}. A table. */
final class JsonbFunctions {
  private JsonbFunctions() {}

  /** Null where there is no such function. A table. */
  static Builtin find(String prosrc) {
    return switch (prosrc) {
      case "jsonb_eq" -> (c, a) -> compare(a) == 0;
      case "jsonb_ne" -> (c, a) -> compare(a) != 0;
      case "jsonb_lt" -> (c, a) -> compare(a) < 0;
      case "jsonb_le" -> (c, a) -> compare(a) <= 0;
      case "jsonb_gt" -> (c, a) -> compare(a) > 0;
      case "jsonb_ge" -> (c, a) -> compare(a) >= 0;
      case "jsonb_cmp" -> (c, a) -> compare(a);
      case "jsonb_object_field" -> (c, a) -> JsonbReading.field(json(a, 0), (String) a[1]);
      case "jsonb_object_field_text" ->
          (c, a) -> text(c, JsonbReading.field(json(a, 0), (String) a[1]));
      case "jsonb_array_element" -> (c, a) -> JsonbReading.element(json(a, 0), (Integer) a[1]);
      case "jsonb_array_element_text" ->
          (c, a) -> text(c, JsonbReading.element(json(a, 0), (Integer) a[1]));
      case "jsonb_extract_path" -> (c, a) -> JsonbReading.path(json(a, 0), array(a, 1));
      case "jsonb_extract_path_text" ->
          (c, a) -> text(c, JsonbReading.path(json(a, 0), array(a, 1)));
      case "jsonb_exists" -> (c, a) -> JsonbReading.exists(json(a, 0), (String) a[1]);
      case "jsonb_exists_any" -> (c, a) -> JsonbReading.existsAny(json(a, 0), array(a, 1));
      case "jsonb_exists_all" -> (c, a) -> JsonbReading.existsAll(json(a, 0), array(a, 1));
      case "jsonb_contains" -> heavy((c, a) -> JsonbReading.contains(json(a, 0), json(a, 1)));
      case "jsonb_contained" -> heavy((c, a) -> JsonbReading.contains(json(a, 1), json(a, 0)));
      case "jsonb_concat" -> (c, a) -> JsonbChanging.concat(json(a, 0), json(a, 1));
      case "jsonb_delete" -> (c, a) -> JsonbChanging.delete(json(a, 0), List.of(a[1]));
      case "jsonb_delete_array" -> (c, a) -> JsonbChanging.delete(json(a, 0), array(a, 1));
      case "jsonb_delete_idx" -> (c, a) -> JsonbChanging.delete(json(a, 0), (Integer) a[1]);
      case "jsonb_delete_path" ->
          (c, a) -> JsonbChanging.change(json(a, 0), array(a, 1), null, Change.DELETE);
      case "jsonb_set" ->
          (c, a) ->
              JsonbChanging.change(
                  json(a, 0),
                  array(a, 1),
                  json(a, 2),
                  (Boolean) a[3] ? Change.CREATE : Change.REPLACE);
      case "jsonb_set_lax" -> (c, a) -> JsonbChanging.setLax(a);
      case "jsonb_insert" ->
          (c, a) ->
              JsonbChanging.change(
                  json(a, 0),
                  array(a, 1),
                  json(a, 2),
                  (Boolean) a[3] ? Change.INSERT_AFTER : Change.INSERT_BEFORE);
      case "jsonb_typeof" -> (c, a) -> JsonbReading.typeName(json(a, 0));
      case "jsonb_array_length" -> (c, a) -> JsonbReading.arrayLength(json(a, 0));
      case "jsonb_array_elements" -> heavy((c, a) -> JsonbReading.elements(json(a, 0)).iterator());
      case "jsonb_array_elements_text" ->
          heavy(
              (c, a) -> JsonbReading.elements(json(a, 0)).stream().map(v -> text(c, v)).iterator());
      case "jsonb_object_keys" ->
          heavy((c, a) -> JsonbReading.keys(json(a, 0)).stream().map(Jsonb.Member::key).iterator());
      case "jsonb_each" -> heavy((c, a) -> JsonRows.each(json(a, 0)));
      case "jsonb_each_text" -> heavy((c, a) -> JsonRows.eachText(c, json(a, 0)));
      case "jsonb_strip_nulls" -> (c, a) -> JsonbChanging.stripNulls(json(a, 0), Nulls.asked(a));
      case "jsonb_pretty" -> (c, a) -> JsonbPretty.of(json(a, 0), c.types());
      case "jsonb_bool" -> (c, a) -> JsonbCasts.toBoolean(c, json(a, 0));
      case "jsonb_numeric" -> (c, a) -> JsonbCasts.toNumber(c, json(a, 0), "numeric", n -> n);
      case "jsonb_int2" ->
          (c, a) ->
              JsonbCasts.toNumber(c, json(a, 0), "smallint", n -> (short) n.toLong(16, "smallint"));
      case "jsonb_int4" ->
          (c, a) ->
              JsonbCasts.toNumber(c, json(a, 0), "integer", n -> (int) n.toLong(32, "integer"));
      case "jsonb_int8" ->
          (c, a) -> JsonbCasts.toNumber(c, json(a, 0), "bigint", n -> n.toLong(64, "bigint"));
      case "jsonb_float4" ->
          (c, a) -> JsonbCasts.toNumber(c, json(a, 0), "real", n -> Numerics.toFloat4(c, n));
      case "jsonb_float8" ->
          (c, a) ->
              JsonbCasts.toNumber(c, json(a, 0), "double precision", n -> Numerics.toFloat8(c, n));
      case "to_jsonb" -> (c, a) -> JsonbMaking.of(c, a[0], c.argumentType(0));
      case "jsonb_build_array" -> JsonBuilding::jsonbArray;
      case "jsonb_build_array_noargs" -> (c, a) -> new Jsonb.Array(List.of());
      case "jsonb_build_object" -> JsonBuilding::jsonbObject;
      case "jsonb_build_object_noargs" -> (c, a) -> new Jsonb.Object(List.of());
      default -> prosrc.startsWith("jsonb_") ? JsonRecords.find(prosrc) : null;
    };
  }

  private static Builtin heavy(Builtin function) {
    return new HeavyBuiltin(function);
  }

  private static int compare(Object[] a) {
    return JsonbOrder.compare(json(a, 0), json(a, 1));
  }

  private static Jsonb json(Object[] a, int index) {
    return (Jsonb) a[index];
  }

  private static ArrayValue array(Object[] a, int index) {
    return (ArrayValue) a[index];
  }

  private static String text(CallContext c, Jsonb value) {
    return JsonbReading.text(value, c.types());
  }
}
