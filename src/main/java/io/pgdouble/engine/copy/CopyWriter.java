package io.pgdouble.engine.copy;

import java.util.Arrays;
import java.util.List;

/** Writes rows as lines ({@code copyto.c: CopyOneRowTo}). */
public final class CopyWriter {
  private final CopyOptions options;
  private final List<String> columns;
  private final boolean[] forced;

  /**
   * @param columns their names
   */
  public CopyWriter(CopyOptions options, List<String> columns) {
    this.options = options;
    this.columns = columns;
    this.forced = new boolean[columns.size()];
    if (options.forceQuote().all()) {
      Arrays.fill(forced, true);
    }
    // Of columns of the same name the first is meant.
    options.forceQuote().names().forEach(name -> forced[columns.indexOf(name)] = true);
  }

  /** The line that names the columns. */
  public String header() {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < columns.size(); i++) {
      separate(line, i);
      if (options.isCsv()) {
        csv(line, columns.get(i), Quoting.AS_NEEDED);
      } else {
        text(line, columns.get(i));
      }
    }
    return line.append('\n').toString();
  }

  /** A row; a null element is a null. */
  public String row(String[] values) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < values.length; i++) {
      separate(line, i);
      if (values[i] == null) {
        line.append(options.nullText());
      } else if (options.isCsv()) {
        csv(line, values[i], forced[i] ? Quoting.ALWAYS : Quoting.AS_NEEDED);
      } else {
        text(line, values[i]);
      }
    }
    return line.append('\n').toString();
  }

  private void separate(StringBuilder line, int column) {
    if (column > 0) {
      line.append(options.delimiter());
    }
  }

  /** {@code CopyAttributeOutText}. */
  private void text(StringBuilder line, String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      int escape = "\b\f\n\r\t\u000b\\".indexOf(c);
      if (escape >= 0) {
        line.append('\\').append("bfnrtv\\".charAt(escape));
      } else if (c == options.delimiter()) {
        line.append('\\').append(c);
      } else {
        line.append(c);
      }
    }
  }

  private enum Quoting {
    ALWAYS,
    AS_NEEDED
  }

  /** {@code CopyAttributeOutCSV}. */
  private void csv(StringBuilder line, String value, Quoting quoting) {
    if (quoting == Quoting.AS_NEEDED && !needsQuotes(value)) {
      line.append(value);
      return;
    }
    line.append(options.quote());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == options.quote() || c == options.escape()) {
        line.append(options.escape());
      }
      line.append(c);
    }
    line.append(options.quote());
  }

  private boolean needsQuotes(String value) {
    if (value.equals(options.nullText())) {
      return true;
    }
    // A backslash and a dot alone in a line would end the data.
    if (columns.size() == 1 && value.equals("\\.")) {
      return true;
    }
    return value.chars().anyMatch(this::isSpecial);
  }

  private boolean isSpecial(int c) {
    return c == options.delimiter() || c == options.quote() || c == '\n' || c == '\r';
  }
}
