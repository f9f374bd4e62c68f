package io.pgdouble.engine.plpgsql;

import io.pgdouble.facts.MajorChange;

/** How a text of SQL is to be read ({@code RawParseMode}). */
enum ParseMode {
  STATEMENT("SQL statement"),
  EXPRESSION("SQL expression"),
  /** {@code x := …}. */
  ASSIGN1("PL/pgSQL assignment"),
  /** {@code x.y := …}. */
  ASSIGN2("PL/pgSQL assignment"),
  /** {@code x.y.z := …}. */
  ASSIGN3("PL/pgSQL assignment");

  private final String words;

  ParseMode(String words) {
    this.words = words;
  }

  /** As contexts call it in that major. */
  String words(int major) {
    boolean ofPlPgSql = this == EXPRESSION && MajorChange.EXPRESSIONS_ARE_OF_PLPGSQL.isIn(major);
    return ofPlPgSql ? "PL/pgSQL expression" : words;
  }

  static ParseMode assignment(PlToken target) {
    return switch (target.names().size()) {
      case 2 -> ASSIGN2;
      case 3 -> ASSIGN3;
      default -> ASSIGN1;
    };
  }
}
