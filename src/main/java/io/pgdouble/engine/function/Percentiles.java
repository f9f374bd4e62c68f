package io.pgdouble.engine.function;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.ArrayValue;
import io.pgdouble.type.Interval;
import java.util.Comparator;
import java.util.List;

/** {@code percentile_disc} and {@code percentile_cont}. Source: {@code orderedsetaggs.c}. */
final class Percentiles {
  private Percentiles() {}

  /** A value between two others ({@code LerpFunc}). */
  @FunctionalInterface
  interface Interpolation {
    Object between(Object low, Object high, double proportion);
  }

  /** {@code float8_lerp}. */
  static Object between(Object low, Object high, double proportion) {
    double start = (Double) low;
    return start + proportion * ((Double) high - start);
  }

  /** {@code interval_lerp}. */
  static Object betweenIntervals(Object low, Object high, double proportion) {
    Interval difference = Intervals.minus((Interval) high, (Interval) low);
    return Intervals.plus(Intervals.times(difference, proportion), (Interval) low);
  }

  /** Takes the value for a fraction. */
  @FunctionalInterface
  private interface Pick {
    Object at(OrderedValues values, double fraction);
  }

  static Object discrete(
      CallContext context, Object[] direct, List<Object[]> rows, Comparator<Object[]> order) {
    return one(direct[0], OrderedValues.of(context, rows, order), Percentiles::nearest);
  }

  static Object manyDiscrete(
      CallContext context, Object[] direct, List<Object[]> rows, Comparator<Object[]> order) {
    return many(direct[0], OrderedValues.of(context, rows, order), Percentiles::nearest);
  }

  static OrderedSet continuous(Interpolation interpolation) {
    Pick pick = (values, fraction) -> interpolated(values, fraction, interpolation);
    return (context, direct, rows, order) ->
        one(direct[0], OrderedValues.of(context, rows, order), pick);
  }

  static OrderedSet manyContinuous(Interpolation interpolation) {
    Pick pick = (values, fraction) -> interpolated(values, fraction, interpolation);
    return (context, direct, rows, order) ->
        many(direct[0], OrderedValues.of(context, rows, order), pick);
  }

  /** The fraction is looked at even where there are no values. */
  private static Object one(Object fraction, OrderedValues values, Pick pick) {
    if (fraction == null) {
      return null;
    }
    check((Double) fraction);
    return values.size() == 0 ? null : pick.at(values, (Double) fraction);
  }

  /** Values in the places of the fractions, which are not looked at where there are no values. */
  private static Object many(Object fractions, OrderedValues values, Pick pick) {
    if (fractions == null || values.size() == 0) {
      return null;
    }
    ArrayValue array = (ArrayValue) fractions;
    Object[] results = array.elements().clone();
    for (Object fraction : results) {
      if (fraction != null) {
        check((Double) fraction);
      }
    }
    for (int i = 0; i < results.length; i++) {
      results[i] = results[i] == null ? null : pick.at(values, (Double) results[i]);
    }
    return new ArrayValue(values.type(), array.dimensions(), array.lowerBounds(), results);
  }

  private static void check(double fraction) {
    if (!(fraction >= 0 && fraction <= 1)) {
      throw new ReportedError(
          SqlState.NUMERIC_VALUE_OUT_OF_RANGE,
          "percentile value " + Floats.general(fraction) + " is not between 0 and 1");
    }
  }

  private static Object nearest(OrderedValues values, double fraction) {
    return values.at(Math.max(0, (int) Math.ceil(fraction * values.size()) - 1));
  }

  private static Object interpolated(
      OrderedValues values, double fraction, Interpolation interpolation) {
    double place = fraction * (values.size() - 1);
    int first = (int) Math.floor(place);
    int second = (int) Math.ceil(place);
    Object low = values.at(first);
    return first == second ? low : interpolation.between(low, values.at(second), place - first);
  }
}
