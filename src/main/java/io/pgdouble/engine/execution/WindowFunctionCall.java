package io.pgdouble.engine.execution;

import io.pgdouble.engine.function.WindowFunction;
import io.pgdouble.engine.function.WindowRows;

/** A window function that is no aggregate. */
public record WindowFunctionCall(WindowFunction function, Evaluator[] arguments, int slot)
    implements WindowCall {

  @Override
  public Results start(WindowBounds bounds) {
    WindowFunction.Results results = function.start();
    View view = new View(bounds);
    return () -> results.next(view);
  }

  /** What the function sees. */
  private final class View implements WindowRows {
    private final WindowBounds bounds;
    private final WindowPartition partition;

    View(WindowBounds bounds) {
      this.bounds = bounds;
      this.partition = bounds.partition();
    }

    @Override
    public long current() {
      return bounds.current();
    }

    @Override
    public long count() {
      return partition.count();
    }

    @Override
    public boolean has(long position) {
      return partition.has(position);
    }

    @Override
    public boolean arePeers(long one, long other) {
      return partition.arePeers(one, other);
    }

    @Override
    public Object argument(int index, long position) {
      return arguments[index].evaluate(partition.at(position));
    }

    @Override
    public long inFrame(long n) {
      return bounds.fromHead(n);
    }

    @Override
    public long lastInFrame() {
      return bounds.last();
    }
  }
}
