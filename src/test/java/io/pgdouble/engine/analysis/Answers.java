package io.pgdouble.engine.analysis;

import java.util.List;

/** The written form of what a statement is answered with, the same for both sides. */
final class Answers {
  static final String PARSE = "at Parse ";
  static final String BIND = "at Bind ";
  static final String EXECUTE = "at Execute ";

  private Answers() {}

  /**
   * A column.
   *
   * @param facts type, modifier, length, table, attribute
   */
  static String column(String name, List<Integer> facts) {
    return "column " + name + " " + facts;
  }

  /**
   * An error.
   *
   * @param fields code, message, detail, hint, position
   */
  static String error(List<String> fields) {
    return "error " + String.join(" | ", fields);
  }
}
