package io.pgdouble.engine.storage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is to be done once a statement has done its work, in order, and what is known of its tables
 * meanwhile ({@code trigger.c: AfterTriggersQueryData}).
 */
public final class PendingEvents {
  private final List<PendingCheck> events = new ArrayList<>(0);
  private Map<Object, Object> tables = Map.of();

  public void add(PendingCheck event) {
    events.add(event);
  }

  public int size() {
    return events.size();
  }

  public PendingCheck get(int index) {
    return events.get(index);
  }

  /** All is done: the next statement begins anew. */
  public void clear() {
    events.clear();
    tables = Map.of();
  }

  /** What is known under a key, if anything is. */
  public <T> Optional<T> known(Object key, Class<T> type) {
    return Optional.ofNullable(tables.get(key)).map(type::cast);
  }

  /** Remembers something from now on. */
  public <T> T remember(Object key, Supplier<T> made) {
    if (tables.isEmpty()) {
      tables = new HashMap<>();
    }
    T value = made.get();
    tables.put(key, value);
    return value;
  }
}
