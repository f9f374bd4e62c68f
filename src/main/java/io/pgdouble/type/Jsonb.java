package io.pgdouble.type;

import java.util.List;

/** A {@code jsonb} value. Immutable. */
public sealed interface Jsonb {
  /** {@code null}. */
  enum Null implements Jsonb {
    NULL
  }

  /** {@code true} or {@code false}. */
  record Bool(boolean value) implements Jsonb {}

  /** A number, always finite. */
  record Number(Numeric value) implements Jsonb {}

  /** A string. */
  record Text(String value) implements Jsonb {}

  /** An array. */
  record Array(List<Jsonb> elements) implements Jsonb {
    public Array {
      elements = List.copyOf(elements);
    }
  }

  /**
   * An object. Members are in the server's order (shorter keys first, then by bytes), each key
   * once; {@link JsonbBuilder} makes that so.
   */
  record Object(List<Member> members) implements Jsonb {
    public Object {
      members = List.copyOf(members);
    }
  }

  /** A key and its value. */
  record Member(String key, Jsonb value) {}
}
