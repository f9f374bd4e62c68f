package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.OperatorEntry;
import io.pgdouble.engine.catalog.SearchPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What names were found to mean, for one catalog and search path ({@code parse_oper.c: OprCache}).
 * A catalog is immutable, so nothing here goes stale. Safe to share between threads.
 */
public final class Resolutions {
  /** Beyond this many the rest is looked up each time: a guard against endless new types. */
  private static final int MAX_KEPT = 10_000;

  private final SearchPath path;
  private final Map<OperatorKey, OperatorEntry> operators = new ConcurrentHashMap<>();
  private final Map<FunctionKey, FunctionMatch> functions = new ConcurrentHashMap<>();

  /** An operator's name with the types of its operands, 0 for none. */
  record OperatorKey(List<String> name, int left, int right) {}

  /** A function's name with the types of a plain call's arguments. */
  record FunctionKey(List<String> name, List<Integer> arguments) {}

  public Resolutions(SearchPath path) {
    this.path = path;
  }

  /** The search path: the same object for all sessions that have the same. */
  public SearchPath path() {
    return path;
  }

  static Resolutions of(AnalysisContext context) {
    return context.resolutions();
  }

  Optional<OperatorEntry> operator(OperatorKey key) {
    return Optional.ofNullable(operators.get(key));
  }

  void remember(OperatorKey key, OperatorEntry operator) {
    if (operators.size() < MAX_KEPT) {
      operators.put(key, operator);
    }
  }

  Optional<FunctionMatch> function(FunctionKey key) {
    return Optional.ofNullable(functions.get(key));
  }

  void remember(FunctionKey key, FunctionMatch match) {
    if (functions.size() < MAX_KEPT) {
      functions.put(key, match);
    }
  }
}
