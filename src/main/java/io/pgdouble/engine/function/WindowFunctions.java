package io.pgdouble.engine.function;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.Optional;

/** The window functions, by {@code prosrc}. Source: {@code windowfuncs.c}. A table. */
public final class WindowFunctions {
  private WindowFunctions() {}

  /** Empty where there is no such function. */
  public static Optional<WindowFunction> find(String prosrc) {
    return Optional.ofNullable(known(prosrc));
  }

  private static WindowFunction known(String prosrc) {
    return switch (prosrc) {
      case "window_row_number" -> () -> rows -> rows.current() + 1;
      case "window_rank" -> () -> new Ranking(Ranking.Step.TO_ROW)::rank;
      case "window_dense_rank" -> () -> new Ranking(Ranking.Step.BY_ONE)::rank;
      case "window_percent_rank" -> () -> new Ranking(Ranking.Step.TO_ROW)::percent;
      case "window_cume_dist" -> () -> new CumulativeDistribution();
      case "window_ntile" -> () -> new Tiles();
      case "window_lag", "window_lag_with_offset", "window_lag_with_offset_and_default" ->
          () -> new Neighbour(-1, arguments(prosrc));
      case "window_lead", "window_lead_with_offset", "window_lead_with_offset_and_default" ->
          () -> new Neighbour(1, arguments(prosrc));
      case "window_first_value" -> () -> rows -> valueAt(rows, rows.inFrame(0));
      case "window_last_value" -> () -> rows -> valueAt(rows, rows.lastInFrame());
      case "window_nth_value" -> () -> WindowFunctions::nthValue;
      default -> null;
    };
  }

  private static int arguments(String prosrc) {
    if (prosrc.endsWith("_default")) {
      return 3;
    }
    return prosrc.endsWith("_offset") ? 2 : 1;
  }

  private static Object valueAt(WindowRows rows, long position) {
    return position < 0 ? null : rows.argument(0, position);
  }

  private static Object nthValue(WindowRows rows) {
    Integer nth = (Integer) rows.argument(1, rows.current());
    if (nth == null) {
      return null;
    }
    if (nth <= 0) {
      throw new ReportedError(
          SqlState.INVALID_ARGUMENT_FOR_NTH_VALUE,
          "argument of nth_value must be greater than zero");
    }
    return valueAt(rows, rows.inFrame(nth - 1L));
  }

  /** {@code rank_up}. */
  private static final class Ranking {
    private final Step step;
    private long rank = 1;

    /** What a rank becomes where it rises. */
    private enum Step {
      BY_ONE,
      TO_ROW
    }

    Ranking(Step step) {
      this.step = step;
    }

    long rank(WindowRows rows) {
      long current = rows.current();
      if (current > 0 && !rows.arePeers(current - 1, current)) {
        rank = step == Step.BY_ONE ? rank + 1 : current + 1;
      }
      return rank;
    }

    double percent(WindowRows rows) {
      long total = rows.count();
      long mine = rank(rows);
      return total <= 1 ? 0.0 : (double) (mine - 1) / (double) (total - 1);
    }
  }

  /** {@code window_cume_dist}. */
  private static final class CumulativeDistribution implements WindowFunction.Results {
    private long upTo;

    @Override
    public Object next(WindowRows rows) {
      long total = rows.count();
      long current = rows.current();
      if (current >= upTo) {
        upTo = current + 1;
        while (upTo < total && rows.arePeers(upTo - 1, upTo)) {
          upTo++;
        }
      }
      return (double) upTo / (double) total;
    }
  }

  /** {@code window_ntile}. */
  private static final class Tiles implements WindowFunction.Results {
    private int tile;
    private long inTile;
    private long boundary;
    private long larger;

    @Override
    public Object next(WindowRows rows) {
      if (tile == 0 && !begin(rows)) {
        return null;
      }
      inTile++;
      if (inTile > boundary) {
        if (larger != 0 && tile == larger) {
          larger = 0;
          boundary--;
        }
        tile++;
        inTile = 1;
      }
      return tile;
    }

    private boolean begin(WindowRows rows) {
      long total = rows.count();
      Integer tiles = (Integer) rows.argument(0, rows.current());
      if (tiles == null) {
        return false;
      }
      if (tiles <= 0) {
        throw new ReportedError(
            SqlState.INVALID_ARGUMENT_FOR_NTILE, "argument of ntile must be greater than zero");
      }
      tile = 1;
      larger = total / tiles == 0 ? 0 : total % tiles;
      boundary = Math.max(1, total / tiles + (larger == 0 ? 0 : 1));
      return true;
    }
  }

  /**
   * {@code leadlag_common}.
   *
   * @param direction 1 forward, −1 backward
   * @param arguments how many there are: the value, the offset, the default
   */
  private record Neighbour(int direction, int arguments) implements WindowFunction.Results {
    @Override
    public Object next(WindowRows rows) {
      Integer offset = arguments > 1 ? (Integer) rows.argument(1, rows.current()) : (Integer) 1;
      if (offset == null) {
        return null;
      }
      // The negation of the lowest integer is itself there.
      long position = rows.current() + (direction > 0 ? offset : -offset);
      if (rows.has(position)) {
        return rows.argument(0, position);
      }
      return arguments > 2 ? rows.argument(2, rows.current()) : null;
    }
  }
}
