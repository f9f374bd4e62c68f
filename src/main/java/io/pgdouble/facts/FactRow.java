package io.pgdouble.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One row of a {@link FactTable}; columns are asked for by name. Immutable. */
public final class FactRow {
  private final FactColumns table;
  private final String text;

  /** Where each field begins, and at last one beyond where the row ends. */
  private final int[] starts;

  /** A learned row. */
  FactRow(FactColumns table, String text, int start, int end) {
    this(table, text, new int[] {start, end}, table.learned());
  }

  /**
   * @param bounds where the text of the row begins and ends
   * @param fields how many columns it has
   */
  private FactRow(FactColumns table, String text, int[] bounds, int fields) {
    this.table = table;
    this.text = text;
    this.starts = new int[fields + 1];
    starts[0] = bounds[0];
    for (int i = 1; i < starts.length - 1; i++) {
      starts[i] = text.indexOf('\t', starts[i - 1]) + 1;
    }
    starts[starts.length - 1] = bounds[1] + 1;
  }

  /** A row with every column of the table. */
  static FactRow of(FactColumns table, String line) {
    return new FactRow(table, line, new int[] {0, line.length()}, table.size());
  }

  /** The columns of the table. */
  public List<String> columns() {
    return table.names();
  }

  /** A text that is there. Throws IllegalStateException where the fact is null. */
  public String text(String column) {
    Optional<String> found = find(column);
    if (found.isEmpty()) {
      throw new IllegalStateException(table.table() + "." + column + " is null");
    }
    return found.get();
  }

  /** A text, or nothing where the fact is null. */
  public Optional<String> find(String column) {
    int position = table.position(column);
    if (position >= starts.length - 1) {
      return table.otherwise(position);
    }
    int start = starts[position];
    int end = starts[position + 1] - 1;
    if (end - start == 2 && text.startsWith("\\N", start)) {
      return Optional.empty();
    }
    return Optional.of(unescaped(text.substring(start, end)));
  }

  public boolean isNull(String column) {
    return find(column).isEmpty();
  }

  public int integer(String column) {
    return Integer.parseInt(text(column));
  }

  /** An OID, from 0 to 4294967295. */
  public long oid(String column) {
    return Long.parseLong(text(column));
  }

  public boolean bool(String column) {
    return letter(column) == 't';
  }

  /** Whether it is true; false, too, where this major's table has no such column. */
  public boolean isSaid(String column) {
    return columns().contains(column) && bool(column);
  }

  /** A value of PostgreSQL's one-byte type {@code "char"}. */
  public char letter(String column) {
    return text(column).charAt(0);
  }

  /** An {@code oidvector} ({@code 23 25}) or an array of OIDs; empty where the fact is null. */
  public long[] oids(String column) {
    String list = find(column).orElse("");
    String bare = list.startsWith("{") ? list.substring(1, list.length() - 1) : list;
    return bare.isEmpty() ? new long[0] : numbers(bare);
  }

  /** Numbers with one character between each two. */
  private static long[] numbers(String text) {
    long[] numbers = new long[4];
    int size = 0;
    long number = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ',';
      if (c >= '0' && c <= '9') {
        number = number * 10 + c - '0';
      } else {
        numbers = size < numbers.length ? numbers : Arrays.copyOf(numbers, size * 2);
        numbers[size++] = number;
        number = 0;
      }
    }
    return Arrays.copyOf(numbers, size);
  }

  /** An array of texts without null elements; empty where the fact is null. */
  public List<String> list(String column) {
    Optional<String> found = find(column);
    return found.isPresent() ? elements(found.get()) : List.of();
  }

  /** The elements of a one-dimensional array in its text form. */
  private static List<String> elements(String array) {
    List<String> elements = new ArrayList<>();
    StringBuilder element = new StringBuilder();
    boolean quoted = false;
    for (int i = 1; i < array.length(); i++) {
      char c = array.charAt(i);
      boolean ends = !quoted && (c == ',' || c == '}');
      if (ends) {
        elements.add(element.toString());
        element.setLength(0);
      } else if (c == '"') {
        quoted = !quoted;
      } else {
        element.append(c == '\\' ? array.charAt(++i) : c);
      }
    }
    return array.equals("{}") ? List.of() : List.copyOf(elements);
  }

  /** Undoes the backslashes of COPY's text form. */
  private static String unescaped(String field) {
    if (field.indexOf('\\') < 0) {
      return field;
    }
    StringBuilder plain = new StringBuilder(field.length());
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      plain.append(c == '\\' ? meaning(field.charAt(++i)) : c);
    }
    return plain.toString();
  }

  private static char meaning(char escaped) {
    return switch (escaped) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'v' -> '\u000b';
      default -> escaped;
    };
  }
}
