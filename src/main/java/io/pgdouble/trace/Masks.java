package io.pgdouble.trace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What a user wants to keep out of a recording, besides what never stands in one. Immutable.
 *
 * @param columns names of columns, as a whole, whose values are masked
 * @param parameters statements some or all of whose parameters are masked
 * @param texts what is masked wherever it stands in statements, values, errors and COPY data
 */
public record Masks(List<Pattern> columns, List<ParameterMask> parameters, List<Pattern> texts) {
  /** Nothing more than passwords, proofs and keys. */
  public static final Masks NONE = new Masks(List.of(), List.of(), List.of());

  /** What stands in the place of what is masked. */
  public static final String MASKED = "********";

  private static final byte[] MASKED_BYTES = MASKED.getBytes(StandardCharsets.US_ASCII);

  public Masks {
    columns = List.copyOf(columns);
    parameters = List.copyOf(parameters);
    texts = List.copyOf(texts);
  }

  /**
   * Parameters of statements.
   *
   * @param number from 1 on; 0 for all
   * @param statement found in the text of the statement
   */
  public record ParameterMask(int number, Pattern statement) {
    private static final Pattern NUMBERED = Pattern.compile("\\$(\\d+):(.*)", Pattern.DOTALL);

    /** Reads {@code $2:INSERT INTO users} or {@code INSERT INTO users}. */
    static ParameterMask of(String text) {
      Matcher numbered = NUMBERED.matcher(text);
      return numbered.matches()
          ? new ParameterMask(Integer.parseInt(numbered.group(1)), pattern(numbered.group(2)))
          : new ParameterMask(0, pattern(text));
    }

    boolean covers(String text, int parameter) {
      return (number == 0 || number == parameter) && statement.matcher(text).find();
    }
  }

  static byte[] masked() {
    return MASKED_BYTES.clone();
  }

  /** Whether a value was masked when it was recorded. */
  public static boolean isMasked(byte[] value) {
    return java.util.Arrays.equals(value, MASKED_BYTES);
  }

  /**
   * With the columns whose whole name a regular expression matches.
   *
   * @throws IllegalArgumentException if it is none
   */
  public Masks withColumn(String expression) {
    return new Masks(with(columns, pattern(expression)), parameters, texts);
  }

  /**
   * With all parameters of the statements in whose text a regular expression is found, or with one
   * of them: {@code $2:INSERT INTO users}.
   *
   * @throws IllegalArgumentException if it is none
   */
  public Masks withParameter(String expression) {
    return new Masks(columns, with(parameters, ParameterMask.of(expression)), texts);
  }

  /**
   * With whatever a regular expression matches, wherever it stands.
   *
   * @throws IllegalArgumentException if it is none
   */
  public Masks withText(String expression) {
    return new Masks(columns, parameters, with(texts, pattern(expression)));
  }

  private static <T> List<T> with(List<T> some, T one) {
    List<T> all = new ArrayList<>(some);
    all.add(one);
    return all;
  }

  private static Pattern pattern(String expression) {
    try {
      return Pattern.compile(expression);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "found " + expression + " (expected: a regular expression): " + e.getDescription(), e);
    }
  }
}
