package io.pgdouble.engine.execution;

import io.pgdouble.engine.function.ExecutionContext;
import io.pgdouble.engine.storage.IndexKey;

/** The key of a row in an index, or the first columns of keys that are looked for. */
final class RowKey implements IndexKey {
  private final Object[] values;
  private final KeyOrder order;

  /** Whose comparisons they are; null for a key that stays in an index. */
  private ExecutionContext context;

  RowKey(Object[] values, KeyOrder order, ExecutionContext context) {
    this.values = values;
    this.order = order;
    this.context = context;
  }

  Object[] values() {
    return values;
  }

  @Override
  public int compareTo(IndexKey key) {
    RowKey other = (RowKey) key;
    int compared = order.compare(values, other.values, contextFor(other));
    return compared != 0 ? compared : Integer.compare(values.length, other.values.length);
  }

  /** One of two keys that are compared is always one that is looked for. */
  private ExecutionContext contextFor(RowKey other) {
    ExecutionContext own = context;
    return own != null ? own : other.context;
  }

  @Override
  public boolean hasPrefix(IndexKey prefix) {
    RowKey other = (RowKey) prefix;
    return values.length >= other.values.length
        && order.compare(values, other.values, contextFor(other)) == 0;
  }

  @Override
  public boolean isDistinguishable() {
    return !order.nullsDistinct() || !Nulls.anyIn(values);
  }

  @Override
  public void settle() {
    context = null;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RowKey that && compareTo(that) == 0;
  }

  /** Keys are only ever ordered. */
  @Override
  public int hashCode() {
    return values.length;
  }
}
