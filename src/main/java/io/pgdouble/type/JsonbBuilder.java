package io.pgdouble.type;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;

/**
 * Builds a {@code jsonb} from its parts in order, or an object from its members. Of several values
 * of a key the last counts. Server: {@code jsonb_util.c: pushJsonbValue, uniqueifyJsonbObject}.
 */
public final class JsonbBuilder {
  /** Shorter keys first, then by bytes ({@code lengthCompareJsonbStringValue}). */
  public static final Comparator<String> KEY_ORDER = JsonbBuilder::compareKeys;

  private final Deque<Level> levels = new ArrayDeque<>();
  private Jsonb result = Jsonb.Null.NULL;

  /** An open array or object. */
  private static final class Level {
    final List<Jsonb> elements = new ArrayList<>();
    final TreeMap<String, Jsonb> members;
    String key = "";

    Level(TreeMap<String, Jsonb> members) {
      this.members = members;
    }
  }

  private static int compareKeys(String one, String other) {
    byte[] a = one.getBytes(StandardCharsets.UTF_8);
    byte[] b = other.getBytes(StandardCharsets.UTF_8);
    return a.length != b.length ? a.length - b.length : Arrays.compareUnsigned(a, b);
  }

  /** An object from members in any order. */
  public static Jsonb.Object object(List<Jsonb.Member> members) {
    TreeMap<String, Jsonb> sorted = new TreeMap<>(KEY_ORDER);
    members.forEach(member -> sorted.put(member.key(), member.value()));
    return object(sorted);
  }

  private static Jsonb.Object object(TreeMap<String, Jsonb> sorted) {
    List<Jsonb.Member> members = new ArrayList<>(sorted.size());
    sorted.forEach((key, value) -> members.add(new Jsonb.Member(key, value)));
    return new Jsonb.Object(members);
  }

  public void openArray() {
    levels.push(new Level(null));
  }

  public void openObject() {
    levels.push(new Level(new TreeMap<>(KEY_ORDER)));
  }

  /** The key of the value that comes next. */
  public void key(String key) {
    levels.element().key = key;
  }

  /** A value, complete. */
  public void add(Jsonb value) {
    Level level = levels.peek();
    if (level == null) {
      result = value;
    } else if (level.members == null) {
      level.elements.add(value);
    } else {
      level.members.put(level.key, value);
    }
  }

  /** Closes the innermost array or object. */
  public void close() {
    Level level = levels.pop();
    add(level.members == null ? new Jsonb.Array(level.elements) : object(level.members));
  }

  public Jsonb result() {
    return result;
  }
}
