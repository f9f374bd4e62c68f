package io.pgdouble.engine.function;

import io.pgdouble.type.Numeric;
import java.util.Optional;

/** The built-in aggregates, found by the functions {@code pg_aggregate} names. A table. */
public final class Aggregates {
  private Aggregates() {}

  /**
   * Finds an aggregate.
   *
   * @param transition {@code prosrc} of {@code pg_aggregate.aggtransfn}
   * @param last the same of {@code pg_aggregate.aggfinalfn}; {@code -} where there is none
   * @return empty where the double does not simulate the aggregate
   */
  public static Optional<Aggregate> find(String transition, String last) {
    return Optional.ofNullable(last.equals("-") ? plain(transition) : finished(transition, last));
  }

  /** Aggregates whose state is their result. A table. */
  private static Aggregate plain(String transition) {
    return switch (transition) {
      case "int8inc", "int8inc_any", "int8inc_float8_float8" -> c -> new CountAccumulator();
      case "int4_sum", "int2_sum" -> c -> new SumAccumulator(SumAccumulator.Result.BIGINT);
      case "range_intersect_agg_transfn" ->
          c -> new FoldAccumulator(c, Builtins.find("range_intersect").orElseThrow());
      case "multirange_intersect_agg_transfn" ->
          c -> new FoldAccumulator(c, Builtins.find("multirange_intersect").orElseThrow());
      case "any_value_transfn" -> c -> new FoldAccumulator(c, (context, a) -> a[0]);
      case "array_larger",
          "array_smaller",
          "booland_statefunc",
          "boolor_statefunc",
          "bpchar_larger",
          "bpchar_smaller",
          "date_larger",
          "date_smaller",
          "enum_larger",
          "enum_smaller",
          "float4larger",
          "float4pl",
          "float4smaller",
          "float8larger",
          "float8pl",
          "float8smaller",
          "int2and",
          "int2larger",
          "int2or",
          "int2smaller",
          "int2xor",
          "int4and",
          "int4larger",
          "int4or",
          "int4smaller",
          "int4xor",
          "int8and",
          "int8larger",
          "int8or",
          "int8smaller",
          "int8xor",
          "interval_larger",
          "interval_pl",
          "interval_smaller",
          "numeric_larger",
          "numeric_smaller",
          "oidlarger",
          "oidsmaller",
          "text_larger",
          "text_smaller",
          "time_larger",
          "time_smaller",
          "timestamp_larger",
          "timestamp_smaller",
          "timetz_larger",
          "timetz_smaller",
          "cash_pl",
          "cashlarger",
          "cashsmaller",
          "network_larger",
          "network_smaller",
          "pg_lsn_larger",
          "pg_lsn_smaller",
          "xid8_larger",
          "xid8_smaller" ->
          c -> new FoldAccumulator(c, Builtins.find(transition).orElseThrow());
      default -> null;
    };
  }

  /** Aggregates that make their result of a state at the end. A table. */
  private static Aggregate finished(String transition, String last) {
    return switch (transition + " " + last) {
      case "int2_avg_accum int8_avg",
          "int4_avg_accum int8_avg",
          "int8_avg_accum numeric_poly_avg",
          "numeric_avg_accum numeric_avg" ->
          c -> new SumAccumulator(SumAccumulator.Result.AVERAGE);
      case "int8_avg_accum numeric_poly_sum", "numeric_avg_accum numeric_sum" ->
          c -> new SumAccumulator(SumAccumulator.Result.NUMERIC);
      case "int2_accum numeric_poly_stddev_pop",
          "int4_accum numeric_poly_stddev_pop",
          "int8_accum numeric_stddev_pop",
          "numeric_accum numeric_stddev_pop" ->
          c -> new VarianceAccumulator(VarianceAccumulator.Result.STDDEV_POP);
      case "int2_accum numeric_poly_stddev_samp",
          "int4_accum numeric_poly_stddev_samp",
          "int8_accum numeric_stddev_samp",
          "numeric_accum numeric_stddev_samp" ->
          c -> new VarianceAccumulator(VarianceAccumulator.Result.STDDEV_SAMP);
      case "int2_accum numeric_poly_var_pop",
          "int4_accum numeric_poly_var_pop",
          "int8_accum numeric_var_pop",
          "numeric_accum numeric_var_pop" ->
          c -> new VarianceAccumulator(VarianceAccumulator.Result.VAR_POP);
      case "int2_accum numeric_poly_var_samp",
          "int4_accum numeric_poly_var_samp",
          "int8_accum numeric_var_samp",
          "numeric_accum numeric_var_samp" ->
          c -> new VarianceAccumulator(VarianceAccumulator.Result.VAR_SAMP);
      case "range_agg_transfn range_agg_finalfn", "multirange_agg_transfn range_agg_finalfn" ->
          c -> new RangeAccumulator(c);
      case "interval_accum interval_avg" -> c -> new IntervalAverage();
      case "array_agg_transfn array_agg_finalfn" -> c -> new ArrayAccumulator(c.argumentType(0));
      case "array_agg_array_transfn array_agg_array_finalfn" -> c -> new ArraysAccumulator();
      case "string_agg_transfn string_agg_finalfn" -> c -> new TextAccumulator();
      case "bytea_string_agg_transfn bytea_string_agg_finalfn" -> c -> new BytesAccumulator();
      default -> floating(transition, last);
    };
  }

  private static Aggregate floating(String transition, String last) {
    if (transition.equals("float4_accum") || transition.equals("float8_accum")) {
      return FloatAccumulator.knows(last) ? c -> new FloatAccumulator(last) : null;
    }
    if (transition.equals("float8_regr_accum")) {
      return RegressionAccumulator.knows(last) ? c -> new RegressionAccumulator(last) : null;
    }
    return JsonAggregates.find(transition);
  }

  /** Counts rows whose arguments are all there. */
  private static final class CountAccumulator implements Accumulator {
    private long count;

    @Override
    public void add(Object[] arguments) {
      for (Object argument : arguments) {
        if (argument == null) {
          return;
        }
      }
      count++;
    }

    @Override
    public Object result() {
      return count;
    }
  }

  /** A strict function over the values, from the first that is there. */
  private static final class FoldAccumulator implements Accumulator {
    private final CallContext context;
    private final Builtin function;
    private Object state;

    FoldAccumulator(CallContext context, Builtin function) {
      this.context = context;
      this.function = function;
    }

    @Override
    public void add(Object[] arguments) {
      Object value = arguments[0];
      if (value != null) {
        state = state == null ? value : function.call(context, new Object[] {state, value});
      }
    }

    @Override
    public Object result() {
      return state;
    }
  }

  static Numeric number(Object value) {
    return value instanceof Numeric numeric ? numeric : Numeric.of(((Number) value).longValue());
  }
}
