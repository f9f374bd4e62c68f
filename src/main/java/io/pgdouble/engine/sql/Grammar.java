package io.pgdouble.engine.sql;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;

/**
 * The parts of the grammar that refer to one another, and the tokens they share. Each part is
 * recursive descent over the productions of {@code gram.y} whose names its methods bear; rarely
 * used parts are made where they are needed.
 */
final class Grammar {
  /** How deep expressions and queries may nest before the double gives up, as the server would. */
  private static final int MAX_DEPTH = 600;

  final Tokens t;
  final Names names;
  final Types types;
  final Expressions expressions;
  final Primaries primaries;
  final Selects selects;
  private int depth;

  Grammar(Tokens tokens) {
    this.t = tokens;
    this.names = new Names(this);
    this.types = new Types(this);
    this.expressions = new Expressions(this);
    this.primaries = new Primaries(this);
    this.selects = new Selects(this);
  }

  void descend() {
    if (++depth > MAX_DEPTH) {
      throw tooDeep().toException();
    }
  }

  void ascend() {
    depth--;
  }

  static ErrorReport tooDeep() {
    return ErrorReport.error(SqlState.STATEMENT_TOO_COMPLEX, "stack depth limit exceeded")
        .withHint(
            "Increase the configuration parameter \"max_stack_depth\" (currently 2048kB), after"
                + " ensuring the platform's stack depth limit is adequate.");
  }
}
