package io.pgdouble.settings;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.Facts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lists of identifiers as settings hold them, and identifiers quoted where they must be. */
public final class IdentifierList {
  /** {@code NAMEDATALEN - 1}: bytes of an identifier. */
  private static final int MAX_IDENTIFIER_LENGTH = 63;

  private final String text;
  private final char separator;
  private int at;

  private IdentifierList(String text, char separator) {
    this.text = text;
    this.separator = separator;
  }

  /**
   * The identifiers of a list separated by commas: those not quoted in small letters, all cut to 63
   * bytes. Empty if the list is not well formed. {@code varlena.c: SplitIdentifierString}.
   */
  public static Optional<List<String>> split(String text) {
    return split(text, ',');
  }

  /** The same with another separator, such as the dot of a qualified name. */
  public static Optional<List<String>> split(String text, char separator) {
    return new IdentifierList(text, separator).split();
  }

  private Optional<List<String>> split() {
    List<String> names = new ArrayList<>();
    skipSpaces();
    if (at == text.length()) {
      return Optional.of(names);
    }
    while (true) {
      Optional<String> name = text.startsWith("\"", at) ? quoted() : bare();
      if (name.isEmpty()) {
        return Optional.empty();
      }
      names.add(truncated(name.get()));
      skipSpaces();
      if (at == text.length()) {
        return Optional.of(names);
      }
      if (text.charAt(at) != separator) {
        return Optional.empty();
      }
      at++;
      skipSpaces();
    }
  }

  private void skipSpaces() {
    while (at < text.length() && AsciiText.isSpace(text.charAt(at))) {
      at++;
    }
  }

  private Optional<String> bare() {
    int start = at;
    while (at < text.length()
        && text.charAt(at) != separator
        && !AsciiText.isSpace(text.charAt(at))) {
      at++;
    }
    return at == start ? Optional.empty() : Optional.of(AsciiText.lower(text.substring(start, at)));
  }

  private Optional<String> quoted() {
    StringBuilder name = new StringBuilder();
    at++;
    while (true) {
      int quote = text.indexOf('"', at);
      if (quote < 0) {
        return Optional.empty();
      }
      name.append(text, at, quote);
      at = quote + 1;
      if (!text.startsWith("\"", at)) {
        return Optional.of(name.toString());
      }
      name.append('"');
      at++;
    }
  }

  /** At most 63 bytes of UTF-8, whole characters. */
  static String truncated(String name) {
    if (name.length() * 3 <= MAX_IDENTIFIER_LENGTH) {
      return name;
    }
    int end = name.length();
    while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > MAX_IDENTIFIER_LENGTH) {
      end = name.offsetByCodePoints(end, -1);
    }
    return name.substring(0, end);
  }

  /**
   * An identifier, in double quotes unless it would be read as the same one without them. {@code
   * ruleutils.c: quote_identifier}, with {@code quote_all_identifiers} off.
   */
  public static String quoted(String name, Facts facts) {
    return isPlain(name) && !isReserved(name, facts)
        ? name
        : '"' + name.replace("\"", "\"\"") + '"';
  }

  /**
   * The values of a SET statement as one text: {@code guc_funcs.c: flatten_set_variable_args}.
   *
   * @param setting what is set; empty if nobody knows the name yet
   * @param name as the statement spells it
   * @param values the constants' texts; INTERVAL ones as {@code INTERVAL '…'}
   * @throws io.pgdouble.error.ReportedError 22023 for several values where one is allowed
   */
  public static String flatten(
      Optional<Setting> setting, String name, List<String> values, Facts facts) {
    boolean list = setting.filter(s -> s.has(SettingFlag.LIST_INPUT)).isPresent();
    if (!list && values.size() != 1) {
      throw ErrorReport.error(
              SqlState.INVALID_PARAMETER_VALUE, "SET " + name + " takes only one argument")
          .toException();
    }
    boolean quotes = setting.filter(s -> s.has(SettingFlag.LIST_QUOTE)).isPresent();
    return values.stream()
        .map(value -> quotes ? quoted(value, facts) : value)
        .collect(Collectors.joining(", "));
  }

  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || c == '_';
      if (!letter && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private static boolean isReserved(String name, Facts facts) {
    for (FactRow row : facts.table("keywords").rows()) {
      if (row.text("word").equals(name)) {
        return row.letter("catcode") != 'U';
      }
    }
    return false;
  }
}
