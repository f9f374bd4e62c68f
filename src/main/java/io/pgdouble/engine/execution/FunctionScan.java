package io.pgdouble.engine.execution;

import io.pgdouble.type.RecordValue;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Functions in FROM, side by side ({@code nodeFunctionscan.c}).
 *
 * @param ordinality whether a last column counts the rows
 * @param columns all of them
 */
public record FunctionScan(List<Part> parts, boolean ordinality, int columns)
    implements SourcePlan {
  /** Rows between two looks for interrupts. */
  private static final int INTERRUPT_INTERVAL = 64;

  /**
   * One function.
   *
   * @param set the call, if it yields a set; otherwise the only argument is the value
   * @param row whether its values are rows that are spread over the columns
   */
  public record Part(Optional<Call> set, Evaluator[] arguments, int columns, boolean row) {
    private Iterator<?> start(Frame frame) {
      if (set.isEmpty()) {
        return Collections.singletonList(arguments[0].evaluate(frame)).iterator();
      }
      Object values = set.get().call(frame.context, Evaluator.all(arguments, frame));
      return values == null ? Collections.emptyIterator() : (Iterator<?>) values;
    }

    private void spread(Object value, Object[] target, int first) {
      if (!row) {
        target[first] = value;
      } else if (value != null) {
        Object[] fields = ((RecordValue) value).values();
        System.arraycopy(fields, 0, target, first, columns);
      }
    }
  }

  @Override
  public RowSource open(Frame frame) {
    return new Run(frame);
  }

  private final class Run implements RowSource {
    private final Frame frame;
    private final Iterator<?>[] values;
    private long count;

    Run(Frame frame) {
      this.frame = frame;
      this.values = new Iterator<?>[parts.size()];
    }

    /** Functions are called when the first row is asked for, and not before. */
    private void start() {
      for (int i = 0; i < values.length; i++) {
        values[i] = parts.get(i).start(frame);
      }
    }

    @Override
    public Object[] next() {
      if (count == 0) {
        start();
      }
      if (++count % INTERRUPT_INTERVAL == 0) {
        frame.context.checkForInterrupts();
      }
      Object[] row = new Object[columns];
      boolean any = false;
      int first = 0;
      for (int i = 0; i < values.length; i++) {
        if (values[i].hasNext()) {
          any = true;
          parts.get(i).spread(values[i].next(), row, first);
        }
        first += parts.get(i).columns();
      }
      if (!any) {
        return END;
      }
      if (ordinality) {
        row[columns - 1] = count;
      }
      return row;
    }
  }
}
