package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.FrameOption;
import io.pgdouble.engine.tree.SortBy;
import io.pgdouble.engine.tree.WindowDef;
import io.pgdouble.error.SqlState;
import java.util.List;
import java.util.Optional;

/** Window definitions ({@code gram.y: window_specification, over_clause}). */
final class Windows {
  private final Grammar g;
  private final Tokens t;

  Windows(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
  }

  /** What follows OVER. */
  WindowDef over() {
    if (t.is('(')) {
      return specification(Optional.empty());
    }
    int location = t.location();
    Optional<String> name = Optional.of(g.names.colId());
    return new WindowDef(
        name,
        Optional.empty(),
        List.of(),
        List.of(),
        FrameOption.DEFAULTS,
        Optional.empty(),
        Optional.empty(),
        location);
  }

  List<WindowDef> definitions() {
    return g.names.list(this::definition);
  }

  private WindowDef definition() {
    Optional<String> name = Optional.of(g.names.colId());
    t.expect(Keyword.AS);
    return specification(name);
  }

  private WindowDef specification(Optional<String> name) {
    int location = t.location();
    t.expect('(');
    Optional<String> reference = existingName();
    List<Expr> partition = List.of();
    if (t.accept(Keyword.PARTITION)) {
      t.expect(Keyword.BY);
      partition = g.expressions.exprList();
    }
    List<SortBy> order = g.selects.optSortClause();
    Frame frame = frame();
    t.expect(')');
    return new WindowDef(
        name, reference, partition, order, frame.options(), frame.start(), frame.end(), location);
  }

  private Optional<String> existingName() {
    return switch (t.kind()) {
      case Keyword.PARTITION, Keyword.RANGE, Keyword.ROWS, Keyword.GROUPS -> Optional.empty();
      default -> Keyword.isColId(t.kind()) ? Optional.of(t.take()) : Optional.empty();
    };
  }

  private record Frame(int options, Optional<Expr> start, Optional<Expr> end) {}

  private Frame frame() {
    int unit =
        switch (t.kind()) {
          case Keyword.RANGE -> FrameOption.RANGE;
          case Keyword.ROWS -> FrameOption.ROWS;
          case Keyword.GROUPS -> FrameOption.GROUPS;
          default -> 0;
        };
    if (unit == 0) {
      return new Frame(FrameOption.DEFAULTS, Optional.empty(), Optional.empty());
    }
    t.advance();
    Frame extent = t.accept(Keyword.BETWEEN) ? between() : fromBound();
    int options = extent.options() | unit | FrameOption.NONDEFAULT | exclusion();
    return new Frame(options, extent.start(), extent.end());
  }

  private Frame fromBound() {
    int location = t.location();
    Frame start = bound();
    rejectIf(
        start.options() & FrameOption.START_UNBOUNDED_FOLLOWING,
        "frame start cannot be UNBOUNDED FOLLOWING",
        location);
    rejectIf(
        start.options() & FrameOption.START_OFFSET_FOLLOWING,
        "frame starting from following row cannot end with current row",
        location);
    int options = start.options() | FrameOption.END_CURRENT_ROW;
    return new Frame(options, start.start(), Optional.empty());
  }

  private Frame between() {
    int startLocation = t.location();
    Frame start = bound();
    t.expect(Keyword.AND);
    int endLocation = t.location();
    Frame end = bound();
    int options = start.options() | (end.options() << 1) | FrameOption.BETWEEN;
    rejectIf(
        options & FrameOption.START_UNBOUNDED_FOLLOWING,
        "frame start cannot be UNBOUNDED FOLLOWING",
        startLocation);
    rejectIf(
        options & FrameOption.END_UNBOUNDED_PRECEDING,
        "frame end cannot be UNBOUNDED PRECEDING",
        endLocation);
    boolean preceding = (options & FrameOption.END_OFFSET_PRECEDING) != 0;
    boolean toCurrent = preceding || (options & FrameOption.END_CURRENT_ROW) != 0;
    rejectIf(
        preceding ? options & FrameOption.START_CURRENT_ROW : 0,
        "frame starting from current row cannot have preceding rows",
        endLocation);
    rejectIf(
        toCurrent ? options & FrameOption.START_OFFSET_FOLLOWING : 0,
        "frame starting from following row cannot have preceding rows",
        endLocation);
    return new Frame(options, start.start(), end.start());
  }

  private void rejectIf(int bits, String message, int location) {
    if (bits != 0) {
      throw t.error(SqlState.WINDOWING_ERROR, message, location);
    }
  }

  /** A bound with its option as that of a frame's start; an end's is the next bit. */
  private Frame bound() {
    int second = t.is(Keyword.UNBOUNDED) || t.is(Keyword.CURRENT) ? t.second() : Token.EOF;
    if (t.is(Keyword.UNBOUNDED) && isDirection(second)) {
      t.advance();
      t.advance();
      return second == Keyword.PRECEDING
          ? fixed(FrameOption.START_UNBOUNDED_PRECEDING)
          : fixed(FrameOption.START_UNBOUNDED_FOLLOWING);
    }
    if (t.is(Keyword.CURRENT) && second == Keyword.ROW) {
      t.advance();
      t.advance();
      return fixed(FrameOption.START_CURRENT_ROW);
    }
    Optional<Expr> offset = Optional.of(g.expressions.aExpr());
    boolean preceding = t.is(Keyword.PRECEDING);
    t.expect(preceding ? Keyword.PRECEDING : Keyword.FOLLOWING);
    int option =
        preceding ? FrameOption.START_OFFSET_PRECEDING : FrameOption.START_OFFSET_FOLLOWING;
    return new Frame(option, offset, Optional.empty());
  }

  private static boolean isDirection(int kind) {
    return kind == Keyword.PRECEDING || kind == Keyword.FOLLOWING;
  }

  private static Frame fixed(int option) {
    return new Frame(option, Optional.empty(), Optional.empty());
  }

  private int exclusion() {
    if (!t.accept(Keyword.EXCLUDE)) {
      return 0;
    }
    if (t.accept(Keyword.CURRENT)) {
      t.expect(Keyword.ROW);
      return FrameOption.EXCLUDE_CURRENT_ROW;
    }
    if (t.accept(Keyword.GROUP)) {
      return FrameOption.EXCLUDE_GROUP;
    }
    if (t.accept(Keyword.TIES)) {
      return FrameOption.EXCLUDE_TIES;
    }
    t.expect(Keyword.NO, Keyword.OTHERS);
    return 0;
  }
}
