package io.pgdouble.postmaster;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/**
 * A setting that lists places, each perhaps in quotes: {@code varlena.c: SplitGUCList,
 * SplitDirectoriesString}.
 */
final class PlaceList {
  private final String setting;
  private final String text;
  private final Blanks blanks;
  private int at;

  /** What white space within a place without quotes does. */
  enum Blanks {
    END_IT,
    BELONG_TO_IT
  }

  private PlaceList(String setting, String text, Blanks blanks) {
    this.setting = setting;
    this.text = text;
    this.blanks = blanks;
  }

  /**
   * The places.
   *
   * @throws io.pgdouble.error.ReportedError FATAL if that is no list
   */
  static List<String> of(String setting, String text, Blanks blanks) {
    return new PlaceList(setting, text, blanks).places();
  }

  private List<String> places() {
    List<String> places = new ArrayList<>();
    skipBlanks();
    if (at == text.length()) {
      return places;
    }
    while (true) {
      places.add(text.startsWith("\"", at) ? quoted() : bare());
      skipBlanks();
      if (at == text.length()) {
        return places;
      }
      expectComma();
      skipBlanks();
    }
  }

  private void expectComma() {
    if (text.charAt(at) != ',') {
      throw malformed();
    }
    at++;
  }

  private String quoted() {
    StringBuilder place = new StringBuilder();
    at++;
    while (true) {
      int end = text.indexOf('"', at);
      if (end < 0) {
        throw malformed();
      }
      place.append(text, at, end);
      at = end + 1;
      if (!text.startsWith("\"", at)) {
        return place.toString();
      }
      place.append('"');
      at++;
    }
  }

  private String bare() {
    int start = at;
    while (at < text.length() && text.charAt(at) != ',' && !endsAtBlank()) {
      at++;
    }
    String place = text.substring(start, at).stripTrailing();
    if (place.isEmpty()) {
      throw malformed();
    }
    return place;
  }

  private boolean endsAtBlank() {
    return blanks == Blanks.END_IT && isBlank(text.charAt(at));
  }

  private void skipBlanks() {
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
  }

  /** {@code scansup.c: scanner_isspace}. */
  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
  }

  private RuntimeException malformed() {
    return ErrorReport.fatal(
            SqlState.INVALID_PARAMETER_VALUE,
            "invalid list syntax in parameter \"" + setting + "\"")
        .toException();
  }
}
