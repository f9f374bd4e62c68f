package io.pgdouble.engine.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How a common table is computed.
 *
 * @param first the query, or its part that is not recursive
 * @param recursion what is repeated until it finds nothing new
 */
public record CommonTablePlan(String name, SourcePlan first, Optional<Recursion> recursion) {

  /**
   * The recursive part of UNION.
   *
   * @param distinct whether rows found before are dropped: how rows are compared then
   */
  public record Recursion(SourcePlan again, Optional<RowOrder> distinct) {}

  RowSource open(Frame frame) {
    return recursion.isEmpty() ? lazily(frame) : new Repeated(frame, recursion.get());
  }

  /** The query starts when the table is first read. */
  private RowSource lazily(Frame frame) {
    return new RowSource() {
      private RowSource rows;

      @Override
      public Object[] next() {
        rows = rows == null ? first.open(frame) : rows;
        return rows.next();
      }
    };
  }

  /** {@code nodeRecursiveunion.c}. */
  private final class Repeated implements RowSource {
    private final Frame frame;
    private final Recursion recursion;
    private final Optional<TreeSet<Object[]>> seen;
    private RowSource rows;
    private List<Object[]> found = new ArrayList<>();

    Repeated(Frame frame, Recursion recursion) {
      this.frame = frame;
      this.recursion = recursion;
      this.seen = recursion.distinct().map(order -> new TreeSet<>(order.in(frame)));
    }

    @Override
    public Object[] next() {
      rows = rows == null ? first.open(frame) : rows;
      while (true) {
        Object[] row = nextNew();
        if (row != END) {
          found.add(row);
          return row;
        }
        if (found.isEmpty()) {
          return END;
        }
        frame.context.checkForInterrupts();
        frame.tables().setWorking(name, found);
        found = new ArrayList<>();
        rows = recursion.again().open(frame);
      }
    }

    private Object[] nextNew() {
      Object[] row = rows.next();
      while (row != END && seen.isPresent() && !seen.get().add(row)) {
        row = rows.next();
      }
      return row;
    }
  }
}
