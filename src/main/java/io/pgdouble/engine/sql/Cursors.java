package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.ClosePortalStmt;
import io.pgdouble.engine.tree.CursorOption;
import io.pgdouble.engine.tree.DeclareCursorStmt;
import io.pgdouble.engine.tree.FetchDirection;
import io.pgdouble.engine.tree.FetchStmt;
import io.pgdouble.engine.tree.Statement;
import java.util.Optional;

/** DECLARE, FETCH, MOVE, CLOSE. */
final class Cursors {
  private final Grammar g;
  private final Tokens t;

  Cursors(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
  }

  Statement declare() {
    t.expect(Keyword.DECLARE);
    String name = g.names.colId();
    int options = CursorOption.FAST_PLAN;
    while (!t.accept(Keyword.CURSOR)) {
      options |= option();
    }
    if (t.accept(Keyword.WITH)) {
      t.expect(Keyword.HOLD);
      options |= CursorOption.HOLD;
    } else if (t.accept(Keyword.WITHOUT)) {
      t.expect(Keyword.HOLD);
    }
    t.expect(Keyword.FOR);
    return new DeclareCursorStmt(name, options, g.selects.select());
  }

  private int option() {
    int kind = t.kind();
    if (kind == Keyword.NO) {
      t.advance();
      t.expect(Keyword.SCROLL);
      return CursorOption.NO_SCROLL;
    }
    int option =
        switch (kind) {
          case Keyword.SCROLL -> CursorOption.SCROLL;
          case Keyword.BINARY -> CursorOption.BINARY;
          case Keyword.ASENSITIVE -> CursorOption.ASENSITIVE;
          case Keyword.INSENSITIVE -> CursorOption.INSENSITIVE;
          default -> throw t.syntaxError();
        };
    t.advance();
    return option;
  }

  Statement close() {
    t.expect(Keyword.CLOSE);
    boolean all = t.accept(Keyword.ALL);
    return new ClosePortalStmt(all ? Optional.empty() : Optional.of(g.names.colId()));
  }

  Statement fetch() {
    boolean move = t.is(Keyword.MOVE);
    t.advance();
    Amount amount = amount();
    if (!t.accept(Keyword.FROM)) {
      t.accept(Keyword.IN);
    }
    return new FetchStmt(amount.direction(), amount.rows(), g.names.colId(), move);
  }

  private record Amount(FetchDirection direction, long rows) {}

  /** The direction words are not reserved: alone, each is a cursor's name. */
  private Amount amount() {
    Amount one = new Amount(FetchDirection.FORWARD, 1);
    int kind = t.kind();
    switch (kind) {
      case Keyword.NEXT, Keyword.PRIOR, Keyword.FIRST_, Keyword.LAST -> {
        return isFollowedByCursor() ? direction(kind) : one;
      }
      case Keyword.ABSOLUTE, Keyword.RELATIVE -> {
        return isNumber(t.second()) ? position(kind) : one;
      }
      case Keyword.FORWARD, Keyword.BACKWARD -> {
        boolean counted = isNumber(t.second()) || t.second() == Keyword.ALL;
        return counted || isFollowedByCursor() ? run(kind) : one;
      }
      default -> {
        boolean counted = isNumber(kind) || kind == Keyword.ALL;
        return counted ? new Amount(FetchDirection.FORWARD, count()) : one;
      }
    }
  }

  private boolean isFollowedByCursor() {
    int second = t.second();
    return second == Keyword.FROM || second == Keyword.IN || Keyword.isColId(second);
  }

  private static boolean isNumber(int kind) {
    return kind == Token.ICONST || kind == '+' || kind == '-';
  }

  private Amount direction(int kind) {
    t.advance();
    return switch (kind) {
      case Keyword.NEXT -> new Amount(FetchDirection.FORWARD, 1);
      case Keyword.PRIOR -> new Amount(FetchDirection.BACKWARD, 1);
      case Keyword.FIRST_ -> new Amount(FetchDirection.ABSOLUTE, 1);
      default -> new Amount(FetchDirection.ABSOLUTE, -1);
    };
  }

  private Amount position(int kind) {
    t.advance();
    FetchDirection direction =
        kind == Keyword.ABSOLUTE ? FetchDirection.ABSOLUTE : FetchDirection.RELATIVE;
    return new Amount(direction, g.names.signedIconst());
  }

  private Amount run(int kind) {
    t.advance();
    FetchDirection direction =
        kind == Keyword.FORWARD ? FetchDirection.FORWARD : FetchDirection.BACKWARD;
    boolean counted = isNumber(t.kind()) || t.is(Keyword.ALL);
    return new Amount(direction, counted ? count() : 1);
  }

  private long count() {
    return t.accept(Keyword.ALL) ? Long.MAX_VALUE : g.names.signedIconst();
  }
}
