package io.pgdouble.engine.function;

import java.util.Set;

/** Regression over pairs of floats, Y first. Source: {@code float.c: float8_regr_accum}. */
final class RegressionAccumulator implements Accumulator {
  private static final Set<String> RESULTS =
      Set.of(
          "float8_corr",
          "float8_covar_pop",
          "float8_covar_samp",
          "float8_regr_avgx",
          "float8_regr_avgy",
          "float8_regr_intercept",
          "float8_regr_r2",
          "float8_regr_slope",
          "float8_regr_sxx",
          "float8_regr_sxy",
          "float8_regr_syy");

  private final String last;
  private double count;
  private double sx;
  private double sxx;
  private double sy;
  private double syy;
  private double sxy;

  RegressionAccumulator(String last) {
    this.last = last;
  }

  static boolean knows(String last) {
    return RESULTS.contains(last);
  }

  @Override
  public void add(Object[] arguments) {
    if (arguments[0] == null || arguments[1] == null) {
      return;
    }
    double y = (Double) arguments[0];
    double x = (Double) arguments[1];
    boolean finiteX = Double.isFinite(x) || Double.isNaN(x);
    boolean finiteY = Double.isFinite(y) || Double.isNaN(y);
    boolean wasFiniteX = !Double.isInfinite(sx) && finiteX;
    boolean wasFiniteY = !Double.isInfinite(sy) && finiteY;
    double before = count;
    count += 1;
    sx += x;
    sy += y;
    if (before > 0) {
      deviate(x, y, before);
      checkOverflow(wasFiniteX, wasFiniteY);
      return;
    }
    if (!Double.isFinite(x)) {
      sxx = sxy = Double.NaN;
    }
    if (!Double.isFinite(y)) {
      syy = sxy = Double.NaN;
    }
  }

  private void deviate(double x, double y, double before) {
    double deviationX = x * count - sx;
    double deviationY = y * count - sy;
    double scale = 1.0 / (count * before);
    sxx += deviationX * deviationX * scale;
    syy += deviationY * deviationY * scale;
    sxy += deviationX * deviationY * scale;
  }

  private void checkOverflow(boolean finiteX, boolean finiteY) {
    boolean overX = Double.isInfinite(sx) || Double.isInfinite(sxx);
    boolean overY = Double.isInfinite(sy) || Double.isInfinite(syy);
    boolean overBoth = Double.isInfinite(sxy);
    if ((overX && finiteX) || (overY && finiteY) || (overBoth && finiteX && finiteY)) {
      throw FunctionErrors.overflow();
    }
    sxx = Double.isInfinite(sxx) ? Double.NaN : sxx;
    syy = Double.isInfinite(syy) ? Double.NaN : syy;
    sxy = Double.isInfinite(sxy) ? Double.NaN : sxy;
  }

  @Override
  public Object result() {
    if (count < 1 || (last.equals("float8_covar_samp") && count < 2)) {
      return null;
    }
    return switch (last) {
      case "float8_regr_sxx" -> sxx;
      case "float8_regr_syy" -> syy;
      case "float8_regr_sxy" -> sxy;
      case "float8_regr_avgx" -> sx / count;
      case "float8_regr_avgy" -> sy / count;
      case "float8_covar_pop" -> sxy / count;
      case "float8_covar_samp" -> sxy / (count - 1.0);
      case "float8_corr" -> sxx == 0 || syy == 0 ? null : (Object) (sxy / Math.sqrt(sxx * syy));
      case "float8_regr_slope" -> sxx == 0 ? null : (Object) (sxy / sxx);
      case "float8_regr_intercept" -> sxx == 0 ? null : (Object) ((sy - sx * sxy / sxx) / count);
      default -> r2();
    };
  }

  private Object r2() {
    if (sxx == 0) {
      return null;
    }
    return syy == 0 ? 1.0 : (sxy * sxy) / (sxx * syy);
  }
}
