package io.pgdouble.engine.function;

import io.pgdouble.type.Jsonb;
import java.util.List;

/**
 * The B-tree order of {@code jsonb}: object, array, boolean, number, string, null from above; more
 * members before fewer. Source: {@code jsonb_util.c: compareJsonbContainers}.
 */
final class JsonbOrder {
  private JsonbOrder() {}

  /** Of whole values. A scalar counts as an array of one, but comes before a real one. */
  static int compare(Jsonb left, Jsonb right) {
    if (left instanceof Jsonb.Object || right instanceof Jsonb.Object) {
      return inside(left, right);
    }
    int sizes = Integer.compare(size(left), size(right));
    if (sizes != 0) {
      // So that an empty array comes before every scalar.
      return sizes;
    }
    boolean leftIsArray = left instanceof Jsonb.Array;
    boolean rightIsArray = right instanceof Jsonb.Array;
    return leftIsArray == rightIsArray
        ? inside(left, right)
        : Boolean.compare(leftIsArray, rightIsArray);
  }

  private static int size(Jsonb value) {
    return value instanceof Jsonb.Array array ? array.elements().size() : 1;
  }

  private static int inside(Jsonb left, Jsonb right) {
    int ranks = Integer.compare(rank(left), rank(right));
    if (ranks != 0) {
      return ranks;
    }
    if (left instanceof Jsonb.Object first && right instanceof Jsonb.Object second) {
      return members(first.members(), second.members());
    }
    if (left instanceof Jsonb.Array first && right instanceof Jsonb.Array second) {
      return elements(first.elements(), second.elements());
    }
    return scalars(left, right);
  }

  private static int rank(Jsonb value) {
    if (value instanceof Jsonb.Object) {
      return 5;
    }
    if (value instanceof Jsonb.Array) {
      return 4;
    }
    if (value instanceof Jsonb.Bool) {
      return 3;
    }
    if (value instanceof Jsonb.Number) {
      return 2;
    }
    return value instanceof Jsonb.Text ? 1 : 0;
  }

  private static int scalars(Jsonb left, Jsonb right) {
    if (left instanceof Jsonb.Text first && right instanceof Jsonb.Text second) {
      return ByteOrder.strings(first.value(), second.value());
    }
    if (left instanceof Jsonb.Number first && right instanceof Jsonb.Number second) {
      return first.value().compareTo(second.value());
    }
    if (left instanceof Jsonb.Bool first && right instanceof Jsonb.Bool second) {
      return Boolean.compare(first.value(), second.value());
    }
    return 0;
  }

  private static int elements(List<Jsonb> left, List<Jsonb> right) {
    int result = Integer.compare(left.size(), right.size());
    for (int i = 0; result == 0 && i < left.size(); i++) {
      result = inside(left.get(i), right.get(i));
    }
    return result;
  }

  private static int members(List<Jsonb.Member> left, List<Jsonb.Member> right) {
    int result = Integer.compare(left.size(), right.size());
    for (int i = 0; result == 0 && i < left.size(); i++) {
      result = ByteOrder.strings(left.get(i).key(), right.get(i).key());
      result = result != 0 ? result : inside(left.get(i).value(), right.get(i).value());
    }
    return result;
  }
}
