package io.pgdouble.engine.execution;

import io.pgdouble.engine.function.Accumulator;
import io.pgdouble.engine.function.Aggregate;
import io.pgdouble.engine.function.CallContext;
import io.pgdouble.engine.function.CallSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * An aggregate without {@code WITHIN GROUP}.
 *
 * @param inputs how many of the input's values are its arguments
 * @param distinct how its rows are told apart, if equal ones count once
 */
public record PlainAggregate(
    Aggregate aggregate,
    CallSite site,
    AggregateInput input,
    int inputs,
    Optional<RowOrder> order,
    Optional<RowOrder> distinct)
    implements AggregateCall {

  @Override
  public Collected start() {
    return new State();
  }

  private boolean mustKeep() {
    return order.isPresent() || distinct.isPresent();
  }

  private final class State implements Collected {
    private final List<Object[]> kept = new ArrayList<>();
    private Accumulator accumulator;

    @Override
    public void add(Frame frame) {
      if (!input.admits(frame)) {
        return;
      }
      Object[] values = input.values(frame);
      if (mustKeep()) {
        kept.add(values);
      } else {
        started(frame).add(values);
      }
    }

    private Accumulator started(Frame frame) {
      if (accumulator == null) {
        accumulator = aggregate.start(new CallContext(site, frame.context));
      }
      return accumulator;
    }

    @Override
    public Object result(Frame frame) {
      Accumulator all = started(frame);
      for (Object[] values : ordered(frame)) {
        all.add(java.util.Arrays.copyOf(values, inputs));
      }
      kept.clear();
      return all.result();
    }

    private List<Object[]> ordered(Frame frame) {
      RowOrder wanted = order.or(() -> distinct).orElse(null);
      if (wanted == null) {
        return kept;
      }
      TupleSort.sort(kept, wanted.in(frame));
      if (distinct.isEmpty()) {
        return kept;
      }
      TreeSet<Object[]> seen = new TreeSet<>(distinct.get().in(frame));
      return kept.stream().filter(seen::add).toList();
    }
  }
}
