package io.pgdouble.engine.execution;

import io.pgdouble.engine.expression.WindowFrame;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A step that computes window functions: the frame stands on one row after the other, and its slots
 * have the functions' results ({@code nodeWindowAgg.c}).
 *
 * @param calls those that look through the window, aggregates last, as they are computed
 * @param slots how many slots there are then
 */
public record Windows(
    StepPlan input, WindowKeys keys, FramePlan bounds, List<WindowCall> calls, int slots)
    implements StepPlan {

  @Override
  public int[] relations() {
    return input.relations();
  }

  @Override
  public Step open(Frame frame) {
    return new Run(frame);
  }

  private final class Run implements Step {
    private final Frame frame;
    private final WindowInput rows;
    private final List<WindowCall.Results> results = new ArrayList<>();
    private boolean started;
    private Object startOffset;
    private Object endOffset;
    private WindowBounds around;

    Run(Frame frame) {
      this.frame = frame;
      this.rows = new WindowInput(frame, Windows.this);
    }

    @Override
    public boolean advance() {
      frame.context.checkForInterrupts();
      if (!started) {
        startOffset = offset(bounds.start().offset(), "starting");
        endOffset = offset(bounds.end().offset(), "ending");
        started = true;
      }
      if ((around == null || !around.advance()) && !nextPartition()) {
        return false;
      }
      compute();
      return true;
    }

    /** {@code calculate_frame_offsets}. */
    private Object offset(Optional<Evaluator> expression, String which) {
      if (expression.isEmpty()) {
        return null;
      }
      Object value = expression.get().evaluate(frame);
      if (value == null) {
        throw new ReportedError(
            SqlState.NULL_VALUE_NOT_ALLOWED, "frame " + which + " offset must not be null");
      }
      if (bounds.mode() != WindowFrame.Mode.RANGE && (Long) value < 0) {
        throw new ReportedError(
            SqlState.INVALID_PRECEDING_OR_FOLLOWING_SIZE,
            "frame " + which + " offset must not be negative");
      }
      return value;
    }

    private boolean nextPartition() {
      if (!rows.hasNext()) {
        return false;
      }
      WindowPartition partition = new WindowPartition(frame, relations(), rows, keys.peers());
      around = new WindowBounds(bounds, partition, startOffset, endOffset);
      results.clear();
      calls.forEach(call -> results.add(call.start(around)));
      return true;
    }

    private void compute() {
      Object[] values = new Object[calls.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = results.get(i).next();
      }
      around.partition().at(around.current());
      Object[] computed = Arrays.copyOf(frame.slots, slots);
      for (int i = 0; i < values.length; i++) {
        computed[calls.get(i).slot()] = values[i];
      }
      frame.slots = computed;
    }
  }
}
