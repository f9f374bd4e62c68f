package io.pgdouble.type;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.JsonPath.Item;
import java.util.List;

/** What a path that can be read may still not say. */
final class JsonPathChecks {
  private static final String FLAGS = "ismxq";

  private JsonPathChecks() {}

  static void check(List<Item> items) {
    check(items, 0, Place.ELSEWHERE);
  }

  /** Where {@code last} means something. */
  private enum Place {
    SUBSCRIPT,
    ELSEWHERE
  }

  /** {@code flattenJsonPathParseItem}: each item, then what it is applied to, then the next. */
  private static void check(List<Item> items, int filters, Place place) {
    for (Item item : items) {
      if (item.kind() == JsonPathKind.CURRENT && filters == 0) {
        throw wrong("@ is not allowed in root expressions");
      }
      if (item.kind() == JsonPathKind.LAST && place == Place.ELSEWHERE) {
        throw wrong("LAST is allowed only in array subscripts");
      }
      int depth = item.kind() == JsonPathKind.FILTER ? filters + 1 : filters;
      Place inside = item.kind() == JsonPathKind.INDEX_ARRAY ? Place.SUBSCRIPT : place;
      item.arguments().forEach(argument -> check(argument, depth, inside));
    }
  }

  private static ReportedError wrong(String message) {
    return new ReportedError(SqlState.SYNTAX_ERROR, message);
  }

  /** {@code makeItemLikeRegex}. */
  static JsonPath.Pattern pattern(String pattern, String flags, TypeEnvironment environment) {
    flags
        .codePoints()
        .filter(flag -> FLAGS.indexOf(flag) < 0)
        .findFirst()
        .ifPresent(
            flag -> {
              throw JsonPathFault.invalid(
                  SqlState.SYNTAX_ERROR,
                  "Unrecognized flag character \""
                      + Character.toString(flag)
                      + "\" in LIKE_REGEX predicate.");
            });
    if (flags.contains("x") && !flags.contains("q")) {
      throw ErrorReport.error(
              SqlState.FEATURE_NOT_SUPPORTED,
              "XQuery \"x\" flag (expanded regular expressions) is not implemented")
          .toException();
    }
    StringBuilder ordered = new StringBuilder();
    FLAGS.chars().filter(flag -> flags.indexOf(flag) >= 0).forEach(f -> ordered.append((char) f));
    JsonPath.Pattern made = new JsonPath.Pattern(pattern, ordered.toString());
    environment.checkPattern(pattern, made.options());
    return made;
  }
}
