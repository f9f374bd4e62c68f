package io.pgdouble.type;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The labels of an enum type in their order. Immutable. Server: {@code typcache.c:
 * TypeCacheEnumData}.
 */
public final class EnumLabels {
  private final List<Label> inOrder;
  private final Map<Long, Integer> places = new HashMap<>();
  private final Map<String, Long> byText = new HashMap<>();

  /**
   * A label.
   *
   * @param oid of its row in {@code pg_enum}: the Java form of its value
   */
  public record Label(long oid, String text) {}

  public EnumLabels(List<Label> inOrder) {
    this.inOrder = List.copyOf(inOrder);
    for (int i = 0; i < inOrder.size(); i++) {
      places.put(inOrder.get(i).oid(), i);
      byText.put(inOrder.get(i).text(), inOrder.get(i).oid());
    }
  }

  public List<Label> inOrder() {
    return inOrder;
  }

  public Optional<Long> find(String text) {
    return Optional.ofNullable(byText.get(text));
  }

  /** The text of a value of this type. */
  public String text(long oid) {
    return inOrder.get(place(oid)).text();
  }

  /** Where a value stands in the order, from 0. */
  public int place(long oid) {
    return places.get(oid);
  }
}
