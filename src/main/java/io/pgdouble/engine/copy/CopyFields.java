package io.pgdouble.engine.copy;

import java.util.ArrayList;
import java.util.List;

/**
 * The columns of a line as texts ({@code CopyReadAttributesText}, {@code CopyReadAttributesCSV}).
 */
public final class CopyFields {
  /** Stands for a column's default; no other text is the same object. */
  public static final String DEFAULT = new String("default");

  private final CopyOptions options;
  private final Defaults defaults;
  private final List<String> fields = new ArrayList<>();
  private String line = "";
  private int at;

  /** What a column's default is good for. */
  public interface Defaults {

    /** Asks for the default of a column, by its index, which may have none. */
    void require(int field);
  }

  /**
   * @param defaults is asked where {@link CopyOptions#defaultText} stands
   */
  public CopyFields(CopyOptions options, Defaults defaults) {
    this.options = options;
    this.defaults = defaults;
  }

  /**
   * The texts of a line, good until the next one is read.
   *
   * @return null elements are nulls
   */
  public List<String> of(String next) {
    fields.clear();
    line = next;
    at = 0;
    boolean plain = line.indexOf(options.isCsv() ? options.quote() : '\\') < 0;
    do {
      fields.add(plain ? plain() : special());
    } while (at <= line.length());
    return fields;
  }

  private String special() {
    return options.isCsv() ? csv() : text();
  }

  /** A text that stands as it is. */
  private String plain() {
    int delimiter = line.indexOf(options.delimiter(), at);
    int end = delimiter < 0 ? line.length() : delimiter;
    String value = line.substring(at, end);
    at = end + 1;
    return meaning(value, value);
  }

  /**
   * @param raw as it stands in the line
   */
  private String meaning(String raw, String value) {
    if (raw.equals(options.nullText())) {
      return null;
    }
    if (options.defaultText().isPresent() && raw.equals(options.defaultText().get())) {
      defaults.require(fields.size());
      return DEFAULT;
    }
    return value;
  }

  /** A text in CSV that stands for something else does so only where it has no quotes. */
  private String csv() {
    StringBuilder value = new StringBuilder();
    boolean quoted = false;
    while (at < line.length() && line.charAt(at) != options.delimiter()) {
      char c = line.charAt(at++);
      if (c == options.quote()) {
        quoted = true;
        quotes(value);
      } else {
        value.append(c);
      }
    }
    at++;
    String text = value.toString();
    return quoted ? text : meaning(text, text);
  }

  private void quotes(StringBuilder value) {
    while (true) {
      if (at == line.length()) {
        throw CopyFault.of("unterminated CSV quoted field");
      }
      char c = line.charAt(at++);
      if (c == options.escape() && isEscaped()) {
        value.append(line.charAt(at++));
      } else if (c == options.quote()) {
        return;
      } else {
        value.append(c);
      }
    }
  }

  private boolean isEscaped() {
    return at < line.length()
        && (line.charAt(at) == options.escape() || line.charAt(at) == options.quote());
  }

  private String text() {
    int start = at;
    CopyEscapes value = new CopyEscapes(line);
    int end = value.read(at, options.delimiter());
    at = end + 1;
    String raw = line.substring(start, end);
    String meant = meaning(raw, raw);
    return meant == raw ? value.text() : meant;
  }
}
