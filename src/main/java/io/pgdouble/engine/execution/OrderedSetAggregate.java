package io.pgdouble.engine.execution;

import io.pgdouble.engine.function.CallContext;
import io.pgdouble.engine.function.CallSite;
import io.pgdouble.engine.function.OrderedSet;
import java.util.ArrayList;
import java.util.List;

/**
 * An aggregate over rows in the order of {@code WITHIN GROUP}.
 *
 * @param direct the direct arguments, evaluated once for each group ({@code nodeAgg.c:
 *     finalize_aggregate})
 */
public record OrderedSetAggregate(
    OrderedSet function, CallSite site, AggregateInput input, Evaluator[] direct, RowOrder order)
    implements AggregateCall {

  @Override
  public Collected start() {
    return new Rows();
  }

  private final class Rows implements Collected {
    private final List<Object[]> rows = new ArrayList<>();

    @Override
    public void add(Frame frame) {
      if (input.admits(frame)) {
        rows.add(input.values(frame));
      }
    }

    @Override
    public Object result(Frame frame) {
      Object[] given = Evaluator.all(direct, frame);
      CallContext context = new CallContext(site, frame.context);
      return function.finish(context, given, rows, order.in(frame));
    }
  }
}
