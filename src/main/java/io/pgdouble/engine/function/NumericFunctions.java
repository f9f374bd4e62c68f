package io.pgdouble.engine.function;

import io.pgdouble.type.Numeric;

/** Functions of {@code numeric}. Source: {@code numeric.c}. A table. */
final class NumericFunctions {
  private NumericFunctions() {}

  /** Null where there is no such function. A table. */
  static Builtin find(String prosrc) {
    return switch (prosrc) {
      case "numeric_eq" -> (c, a) -> compare(a) == 0;
      case "numeric_ne" -> (c, a) -> compare(a) != 0;
      case "numeric_lt" -> (c, a) -> compare(a) < 0;
      case "numeric_le" -> (c, a) -> compare(a) <= 0;
      case "numeric_gt" -> (c, a) -> compare(a) > 0;
      case "numeric_ge" -> (c, a) -> compare(a) >= 0;
      case "numeric_cmp" -> (c, a) -> Integer.signum(compare(a));
      case "numeric_larger" -> (c, a) -> compare(a) > 0 ? a[0] : a[1];
      case "numeric_smaller" -> (c, a) -> compare(a) < 0 ? a[0] : a[1];
      case "numeric_add" -> (c, a) -> num(a, 0).add(num(a, 1));
      case "numeric_sub" -> (c, a) -> num(a, 0).subtract(num(a, 1));
      case "numeric_mul" -> (c, a) -> num(a, 0).multiply(num(a, 1));
      case "numeric_div" -> (c, a) -> num(a, 0).divide(num(a, 1));
      case "numeric_div_trunc" -> (c, a) -> num(a, 0).divideTruncated(num(a, 1));
      case "numeric_mod" -> (c, a) -> num(a, 0).mod(num(a, 1));
      case "numeric_uminus" -> (c, a) -> num(a, 0).negate();
      case "numeric_uplus" -> (c, a) -> a[0];
      case "numeric_abs" -> (c, a) -> num(a, 0).abs();
      case "numeric_inc" -> (c, a) -> num(a, 0).add(Numeric.ONE);
      case "numeric_sign" -> (c, a) -> Numerics.sign(num(a, 0));
      case "numeric_round" -> (c, a) -> num(a, 0).round((Integer) a[1]);
      case "numeric_trunc" -> (c, a) -> num(a, 0).trunc((Integer) a[1]);
      case "numeric_ceil" -> (c, a) -> num(a, 0).ceil();
      case "numeric_floor" -> (c, a) -> num(a, 0).floor();
      case "numeric_scale" -> (c, a) -> num(a, 0).isFinite() ? num(a, 0).scale() : null;
      case "numeric_min_scale" -> (c, a) -> num(a, 0).isFinite() ? num(a, 0).minScale() : null;
      case "numeric_trim_scale" -> (c, a) -> num(a, 0).trimScale();
      case "numeric_sqrt" -> heavy((c, a) -> num(a, 0).sqrt());
      case "numeric_exp" -> heavy((c, a) -> num(a, 0).exp());
      case "numeric_ln" -> heavy((c, a) -> num(a, 0).ln());
      case "numeric_log" -> heavy((c, a) -> num(a, 1).log(num(a, 0)));
      case "numeric_power" -> heavy((c, a) -> num(a, 0).power(num(a, 1), c.types().major()));
      case "numeric_fac" -> heavy((c, a) -> Numerics.factorial(c, (Long) a[0]));
      case "numeric_gcd" -> heavy((c, a) -> Numerics.gcd(num(a, 0), num(a, 1)));
      case "numeric_lcm" -> heavy((c, a) -> Numerics.lcm(num(a, 0), num(a, 1)));
      case "width_bucket_numeric" -> (c, a) -> NumericBucket.of(a);
      case "numeric" -> (c, a) -> num(a, 0).withTypmod((Integer) a[1]);
      case "int2_numeric", "int4_numeric", "int8_numeric" ->
          (c, a) -> Numeric.of(((Number) a[0]).longValue());
      case "float4_numeric" -> (c, a) -> Numeric.of((float) (Float) a[0]);
      case "float8_numeric" -> (c, a) -> Numeric.of((double) (Double) a[0]);
      case "numeric_int2" -> (c, a) -> (short) num(a, 0).toLong(16, "smallint");
      case "numeric_int4" -> (c, a) -> (int) num(a, 0).toLong(32, "integer");
      case "numeric_int8" -> (c, a) -> num(a, 0).toLong(64, "bigint");
      case "numeric_float4" -> (c, a) -> Numerics.toFloat4(c, num(a, 0));
      case "numeric_float8" -> (c, a) -> Numerics.toFloat8(c, num(a, 0));
      case "pg_size_pretty" -> (c, a) -> SizeText.pretty((Long) a[0]);
      case "pg_size_pretty_numeric" -> (c, a) -> SizeText.pretty(num(a, 0));
      case "pg_size_bytes" -> (c, a) -> SizeText.bytes((String) a[0]);
      default -> null;
    };
  }

  private static Builtin heavy(Builtin function) {
    return new HeavyBuiltin(function);
  }

  private static Numeric num(Object[] a, int index) {
    return (Numeric) a[index];
  }

  private static int compare(Object[] a) {
    return num(a, 0).compareTo(num(a, 1));
  }
}
