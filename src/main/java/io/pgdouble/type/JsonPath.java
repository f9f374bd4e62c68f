package io.pgdouble.type;

import java.util.List;

/**
 * A {@code jsonpath} value: a chain of items, each applied to what the one before it yields.
 * Immutable. Manual: {@code functions-sqljson-path}.
 */
public record JsonPath(Mode mode, List<Item> items) {

  /** What becomes of structures that do not fit. */
  public enum Mode {
    LAX,
    STRICT
  }

  /**
   * A step of a path ({@code JsonPathParseItem}).
   *
   * @param arguments chains: the operands of an operator, the condition of a filter, the bounds of
   *     subscripts in pairs, in which the upper one may be empty
   */
  public record Item(JsonPathKind kind, Operand operand, List<List<Item>> arguments) {
    static Item of(JsonPathKind kind) {
      return new Item(kind, Nothing.NOTHING, List.of());
    }

    static Item of(JsonPathKind kind, Operand operand) {
      return new Item(kind, operand, List.of());
    }

    /** Its text: a string, a key, the name of a variable. */
    public String text() {
      return ((Text) operand).value();
    }
  }

  /** What an item says besides its kind. */
  public sealed interface Operand permits Nothing, Text, Number, Truth, Levels, Pattern {}

  /** Nothing. */
  public enum Nothing implements Operand {
    NOTHING
  }

  /** A string, a key, the name of a variable, or the template of {@code datetime}. */
  public record Text(String value) implements Operand {}

  /** A number. */
  public record Number(Numeric value) implements Operand {}

  /** A truth value. */
  public record Truth(boolean value) implements Operand {}

  /** The levels of {@code **}; {@link #LAST} is the last there is. */
  public record Levels(long first, long last) implements Operand {
    /** {@code PG_UINT32_MAX}. */
    public static final long LAST = 0xFFFF_FFFFL;
  }

  /**
   * What {@code like_regex} matches.
   *
   * @param flags those of {@code ismxq} that are set, in this order
   */
  public record Pattern(String pattern, String flags) implements Operand {
    /** The options by the letters that regular expression functions know. */
    public String options() {
      String letters = flags.contains("i") ? "i" : "";
      if (flags.contains("q")) {
        return letters + "q";
      }
      boolean anchors = flags.contains("m");
      if (flags.contains("s")) {
        return anchors ? letters + "w" : letters;
      }
      return letters + (anchors ? "n" : "p");
    }
  }
}
