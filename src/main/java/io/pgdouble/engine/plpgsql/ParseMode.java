package io.pgdouble.engine.plpgsql;

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

  /** As contexts call it. */
  String words() {
    return words;
  }

  static ParseMode assignment(PlToken target) {
    return switch (target.names().size()) {
      case 2 -> ASSIGN2;
      case 3 -> ASSIGN3;
      default -> ASSIGN1;
    };
  }
}
