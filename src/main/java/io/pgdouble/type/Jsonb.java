package io.pgdouble.type;

import java.util.List;

/** A {@code jsonb} value. Immutable. */
public sealed interface Jsonb {
  /**
   * Reads a text as the input function does.
   *
   * @throws io.pgdouble.error.ReportedError {@code 22P02} with the server's detail and context
   */
  static Jsonb parse(String text) {
    return JsonParser.parse(text);
  }

  /** As the output function writes it. */
  static String write(Jsonb value) {
    return JsonbWriter.write(value);
  }

  /** Appends a string with quotes and escapes ({@code escape_json}). */
  static void quote(String string, StringBuilder text) {
    JsonbWriter.quote(string, text);
  }

  /**
   * Checks that a text is JSON, as {@code json}'s input function does.
   *
   * @throws io.pgdouble.error.ReportedError {@code 22P02}
   */
  static void check(String text) {
    JsonParser.check(text);
  }

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
