package io.pgdouble.engine.function;

import io.pgdouble.type.ArrayValue;
import io.pgdouble.type.RecordValue;

/** Functions of arrays and rows. Source: {@code arrayfuncs.c}, {@code rowtypes.c}. A table. */
final class ArrayFunctions {
  private ArrayFunctions() {}

  /** Null where there is no such function. A table. */
  static Builtin find(String prosrc) {
    return switch (prosrc) {
      case "array_eq" -> (c, a) -> Arrays.equal(array(a, 0), array(a, 1));
      case "array_ne" -> (c, a) -> !Arrays.equal(array(a, 0), array(a, 1));
      case "array_lt" -> (c, a) -> Arrays.compare(array(a, 0), array(a, 1)) < 0;
      case "array_le" -> (c, a) -> Arrays.compare(array(a, 0), array(a, 1)) <= 0;
      case "array_gt" -> (c, a) -> Arrays.compare(array(a, 0), array(a, 1)) > 0;
      case "array_ge" -> (c, a) -> Arrays.compare(array(a, 0), array(a, 1)) >= 0;
      case "btarraycmp" -> (c, a) -> Arrays.compare(array(a, 0), array(a, 1));
      case "array_larger" -> (c, a) -> Arrays.compare(array(a, 0), array(a, 1)) > 0 ? a[0] : a[1];
      case "array_smaller" -> (c, a) -> Arrays.compare(array(a, 0), array(a, 1)) < 0 ? a[0] : a[1];
      case "arraycontains" -> heavy((c, a) -> Arrays.contains(array(a, 0), array(a, 1)));
      case "arraycontained" -> heavy((c, a) -> Arrays.contains(array(a, 1), array(a, 0)));
      case "arrayoverlap" -> heavy((c, a) -> Arrays.overlap(array(a, 0), array(a, 1)));
      case "array_length" -> (c, a) -> Arrays.length(array(a, 0), (Integer) a[1]);
      case "array_lower" -> (c, a) -> Arrays.lower(array(a, 0), (Integer) a[1]);
      case "array_upper" -> (c, a) -> Arrays.upper(array(a, 0), (Integer) a[1]);
      case "array_ndims" -> (c, a) -> Arrays.dimensionCount(array(a, 0));
      case "array_dims" -> (c, a) -> Arrays.dimensions(array(a, 0));
      case "array_cardinality" -> (c, a) -> array(a, 0).elements().length;
      case "array_append" -> ArrayBuilding::append;
      case "array_prepend" -> ArrayBuilding::prepend;
      case "array_cat" -> (c, a) -> ArrayBuilding.concat(a);
      case "array_fill", "array_fill_with_lower_bounds" -> heavy(ArrayBuilding::fill);
      case "array_position", "array_position_start" -> (c, a) -> ArraySearching.position(a);
      case "array_positions" -> (c, a) -> ArraySearching.positions(a);
      case "array_remove" -> (c, a) -> ArraySearching.remove(array(a, 0), a[1]);
      case "array_replace" -> (c, a) -> ArraySearching.replace(array(a, 0), a[1], a[2]);
      case "trim_array" -> (c, a) -> ArraySearching.trim(array(a, 0), (Integer) a[1]);
      case "width_bucket_array" -> (c, a) -> ArraySearching.bucket(a[0], array(a, 1));
      case "array_to_text" ->
          (c, a) -> Concatenation.array(array(a, 0), (String) a[1], null, c.types());
      case "array_to_text_null" ->
          (c, a) ->
              a[0] == null || a[1] == null
                  ? null
                  : Concatenation.array(array(a, 0), (String) a[1], (String) a[2], c.types());
      case "array_unnest" ->
          heavy((c, a) -> java.util.Arrays.asList(array(a, 0).elements()).iterator());
      case "generate_subscripts_nodir" ->
          heavy((c, a) -> Subscripts.ascending(array(a, 0), (Integer) a[1]));
      case "generate_subscripts" ->
          heavy(
              (c, a) ->
                  (Boolean) a[2]
                      ? Subscripts.descending(array(a, 0), (Integer) a[1])
                      : Subscripts.ascending(array(a, 0), (Integer) a[1]));
      case "record_eq" -> (c, a) -> Records.equal(row(a, 0), row(a, 1));
      case "record_ne" -> (c, a) -> !Records.equal(row(a, 0), row(a, 1));
      case "record_lt" -> (c, a) -> Records.compare(row(a, 0), row(a, 1)) < 0;
      case "record_le" -> (c, a) -> Records.compare(row(a, 0), row(a, 1)) <= 0;
      case "record_gt" -> (c, a) -> Records.compare(row(a, 0), row(a, 1)) > 0;
      case "record_ge" -> (c, a) -> Records.compare(row(a, 0), row(a, 1)) >= 0;
      case "btrecordcmp" -> (c, a) -> Integer.signum(Records.compare(row(a, 0), row(a, 1)));
      case "array_shuffle" -> (c, a) -> ArrayShuffling.shuffle(c, (ArrayValue) a[0]);
      case "array_sample" -> (c, a) -> ArrayShuffling.sample(c, (ArrayValue) a[0], (Integer) a[1]);
      default -> null;
    };
  }

  private static Builtin heavy(Builtin function) {
    return new HeavyBuiltin(function);
  }

  private static ArrayValue array(Object[] a, int index) {
    return (ArrayValue) a[index];
  }

  private static RecordValue row(Object[] a, int index) {
    return (RecordValue) a[index];
  }
}
