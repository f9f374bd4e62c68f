package io.pgdouble.engine.function;

/**
 * Arithmetic, rounding, conversions and transcendental functions of {@code float4} and {@code
 * float8}. Source: {@code float.c}. A table.
 */
final class FloatFunctions {
  private FloatFunctions() {}

  /** Null where there is no such function. A table. */
  static Builtin find(String prosrc) {
    return switch (prosrc) {
      case "float4pl" -> (c, a) -> Floats.sum(real(a, 0), real(a, 1));
      case "float4mi" -> (c, a) -> Floats.sum(real(a, 0), -real(a, 1));
      case "float4mul" -> (c, a) -> Floats.product(real(a, 0), real(a, 1));
      case "float4div" -> (c, a) -> Floats.quotient(real(a, 0), real(a, 1));
      case "float8pl", "float48pl", "float84pl" -> (c, a) -> Floats.sum(wide(a, 0), wide(a, 1));
      case "float8mi", "float48mi", "float84mi" -> (c, a) -> Floats.sum(wide(a, 0), -wide(a, 1));
      case "float8mul", "float48mul", "float84mul" ->
          (c, a) -> Floats.product(wide(a, 0), wide(a, 1));
      case "float8div", "float48div", "float84div" ->
          (c, a) -> Floats.quotient(wide(a, 0), wide(a, 1));
      case "float4um" -> (c, a) -> -real(a, 0);
      case "float8um" -> (c, a) -> -wide(a, 0);
      case "float4up", "float8up" -> (c, a) -> a[0];
      case "float4abs" -> (c, a) -> Math.abs(real(a, 0));
      case "float8abs" -> (c, a) -> Math.abs(wide(a, 0));
      case "dround" -> (c, a) -> Math.rint(wide(a, 0));
      case "dceil" -> (c, a) -> Math.ceil(wide(a, 0));
      case "dfloor" -> (c, a) -> Math.floor(wide(a, 0));
      case "dtrunc" -> (c, a) -> Floats.truncate(wide(a, 0));
      case "dsign" -> (c, a) -> wide(a, 0) > 0 ? 1.0 : wide(a, 0) < 0 ? -1.0 : 0.0;
      case "dsqrt" -> (c, a) -> Floats.squareRoot(wide(a, 0));
      case "dexp" -> heavy((c, a) -> RealFunctions.exp(wide(a, 0)));
      case "dlog1" -> heavy((c, a) -> RealFunctions.ln(wide(a, 0)));
      case "dlog10" -> (c, a) -> RealFunctions.log10(wide(a, 0));
      case "dpow" -> heavy((c, a) -> RealFunctions.power(wide(a, 0), wide(a, 1)));
      case "dsin" -> heavy((c, a) -> Trigonometry.sin(wide(a, 0)));
      case "dcos" -> heavy((c, a) -> Trigonometry.cos(wide(a, 0)));
      case "dtan" -> heavy((c, a) -> Trigonometry.tan(wide(a, 0)));
      case "dcot" -> heavy((c, a) -> Trigonometry.cot(wide(a, 0)));
      case "dasin" -> heavy((c, a) -> Trigonometry.asin(wide(a, 0)));
      case "dacos" -> heavy((c, a) -> Trigonometry.acos(wide(a, 0)));
      case "datan" -> heavy((c, a) -> Trigonometry.atan(wide(a, 0)));
      case "datan2" -> heavy((c, a) -> Trigonometry.atan2(wide(a, 0), wide(a, 1)));
      case "dsind" -> heavy((c, a) -> DegreeTrigonometry.sin(wide(a, 0)));
      case "dcosd" -> heavy((c, a) -> DegreeTrigonometry.cos(wide(a, 0)));
      case "dtand" -> heavy((c, a) -> DegreeTrigonometry.tan(wide(a, 0)));
      case "dcotd" -> heavy((c, a) -> DegreeTrigonometry.cot(wide(a, 0)));
      case "dasind" -> heavy((c, a) -> DegreeTrigonometry.asin(wide(a, 0)));
      case "dacosd" -> heavy((c, a) -> DegreeTrigonometry.acos(wide(a, 0)));
      case "datand" -> heavy((c, a) -> DegreeTrigonometry.atan(wide(a, 0)));
      case "datan2d" -> heavy((c, a) -> DegreeTrigonometry.atan2(wide(a, 0), wide(a, 1)));
      case "dsinh" -> heavy((c, a) -> Hyperbolics.sinh(wide(a, 0)));
      case "dcosh" -> heavy((c, a) -> Hyperbolics.cosh(wide(a, 0)));
      case "dtanh" -> (c, a) -> Hyperbolics.tanh(wide(a, 0));
      case "dasinh" -> (c, a) -> Hyperbolics.asinh(wide(a, 0));
      case "dacosh" -> (c, a) -> Hyperbolics.acosh(wide(a, 0));
      case "datanh" -> (c, a) -> Hyperbolics.atanh(wide(a, 0));
      case "derf" -> (c, a) -> Hyperbolics.errorFunction(wide(a, 0));
      case "derfc" -> (c, a) -> Hyperbolics.complement(wide(a, 0));
      case "dcbrt" -> (c, a) -> Hyperbolics.cubeRoot(wide(a, 0));
      case "dpi" -> (c, a) -> Math.PI;
      case "degrees" -> (c, a) -> Floats.quotient(wide(a, 0), Floats.RADIANS_PER_DEGREE);
      case "radians" -> (c, a) -> Floats.product(wide(a, 0), Floats.RADIANS_PER_DEGREE);
      case "ftoi2", "dtoi2" -> (c, a) -> Floats.toInt2(wide(a, 0));
      case "ftoi4", "dtoi4" -> (c, a) -> Floats.toInt4(wide(a, 0));
      case "ftoi8", "dtoi8" -> (c, a) -> Floats.toInt8(wide(a, 0));
      case "ftod" -> (c, a) -> wide(a, 0);
      case "dtof" -> (c, a) -> Floats.toFloat4(wide(a, 0));
      case "width_bucket_float8" -> (c, a) -> WidthBucket.of(a);
      case "drandom" -> (c, a) -> c.execution().random().nextDouble();
      case "drandom_normal" ->
          heavy((c, a) -> c.execution().random().nextNormal() * wide(a, 1) + wide(a, 0));
      case "setseed" -> Floats::setSeed;
      default -> null;
    };
  }

  private static Builtin heavy(Builtin function) {
    return new HeavyBuiltin(function);
  }

  private static float real(Object[] a, int index) {
    return (Float) a[index];
  }

  private static double wide(Object[] a, int index) {
    return ((Number) a[index]).doubleValue();
  }
}
