package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.analysis.AnalysisContext;
import io.pgdouble.engine.analysis.PlpgsqlAnalyzer;
import io.pgdouble.engine.analysis.PlpgsqlAnalyzer.TypeAndModifier;
import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.planning.ScalarPlan;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Conversions of values to what variables hold ({@code pl_exec.c: exec_cast_value}). */
final class Casts {
  private final Spi spi;
  private final Map<Way, Optional<ScalarPlan>> known = new HashMap<>();
  private Catalog catalog;

  Casts(Spi spi) {
    this.spi = spi;
  }

  private record Way(TypeAndModifier from, TypeAndModifier to) {}

  /** {@code exec_cast_value}. */
  Object cast(Variables.Typed source, TypeAndModifier to) {
    TypeAndModifier from = source.type();
    boolean same = from.type() == to.type() && (from.typmod() == to.typmod() || to.typmod() == -1);
    if (same || source.value() == null && !isDomain(to.type())) {
      return source.value();
    }
    if (source.value() == null) {
      spi.execution().types().userTypes().checkDomain(to.type(), null);
      return null;
    }
    AnalysisContext analysis = spi.analysis();
    if (analysis.catalog() != catalog) {
      known.clear();
      catalog = analysis.catalog();
    }
    Optional<ScalarPlan> plan =
        known.computeIfAbsent(
            new Way(from, to), way -> PlpgsqlAnalyzer.cast(analysis, from, to).map(ScalarPlan::of));
    return plan.isEmpty() ? source.value() : plan.get().compute(spi.execution(), source.value());
  }

  /** Whether a value of a type can be assigned to one of another. */
  boolean isAssignable(int from, int to) {
    return PlpgsqlAnalyzer.isAssignable(spi.analysis(), from, to);
  }

  private boolean isDomain(int type) {
    return spi.analysis().catalog().type(type).kind() == 'd';
  }
}
