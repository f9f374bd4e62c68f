package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.Ordering;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.FrameBound;
import io.pgdouble.engine.expression.Locations;
import io.pgdouble.engine.expression.SortClause;
import io.pgdouble.engine.expression.TargetEntry;
import io.pgdouble.engine.expression.WindowFrame;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.FrameOption;
import io.pgdouble.engine.tree.WindowDef;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.TypeOid;
import java.util.List;
import java.util.Optional;

/** The frame of a window, with its offsets ({@code transformFrameOffset}). */
final class FrameAnalyzer {
  private final ParseState state;
  private final WindowDef definition;
  private final List<TargetEntry> targets;

  FrameAnalyzer(ParseState state, WindowDef definition, List<TargetEntry> targets) {
    this.state = state;
    this.definition = definition;
    this.targets = targets;
  }

  WindowFrame frame(List<SortClause> order) {
    WindowFrame.Mode mode = mode();
    boolean offsets = definition.startOffset().isPresent() || definition.endOffset().isPresent();
    Optional<Ordering> range = Optional.empty();
    if (mode == WindowFrame.Mode.RANGE && offsets) {
      if (order.size() != 1) {
        throw wrong("RANGE with offset PRECEDING/FOLLOWING requires exactly one ORDER BY column");
      }
      range = Optional.of(ordering(order.get(0)));
    }
    if (mode == WindowFrame.Mode.GROUPS && order.isEmpty()) {
      throw wrong("GROUPS mode requires an ORDER BY clause");
    }
    FrameBound start = bound(start(), definition.startOffset(), mode, range);
    FrameBound end = bound(end(), definition.endOffset(), mode, range);
    return new WindowFrame(wording(), mode, start, end, exclusion());
  }

  private WindowFrame.Wording wording() {
    if (has(FrameOption.BETWEEN)) {
      return WindowFrame.Wording.BETWEEN;
    }
    return has(FrameOption.NONDEFAULT) ? WindowFrame.Wording.START : WindowFrame.Wording.NOTHING;
  }

  private RuntimeException wrong(String message) {
    return Complaint.error(definition.location(), SqlState.WINDOWING_ERROR, message);
  }

  private boolean has(int option) {
    return (definition.frameOptions() & option) != 0;
  }

  private WindowFrame.Mode mode() {
    if (has(FrameOption.ROWS)) {
      return WindowFrame.Mode.ROWS;
    }
    return has(FrameOption.GROUPS) ? WindowFrame.Mode.GROUPS : WindowFrame.Mode.RANGE;
  }

  private WindowFrame.Exclusion exclusion() {
    if (has(FrameOption.EXCLUDE_CURRENT_ROW)) {
      return WindowFrame.Exclusion.CURRENT_ROW;
    }
    if (has(FrameOption.EXCLUDE_GROUP)) {
      return WindowFrame.Exclusion.GROUP;
    }
    return has(FrameOption.EXCLUDE_TIES)
        ? WindowFrame.Exclusion.TIES
        : WindowFrame.Exclusion.NO_OTHERS;
  }

  private FrameBound.Kind start() {
    if (has(FrameOption.START_OFFSET_PRECEDING)) {
      return FrameBound.Kind.OFFSET_PRECEDING;
    }
    if (has(FrameOption.START_OFFSET_FOLLOWING)) {
      return FrameBound.Kind.OFFSET_FOLLOWING;
    }
    return has(FrameOption.START_CURRENT_ROW)
        ? FrameBound.Kind.CURRENT_ROW
        : FrameBound.Kind.UNBOUNDED_PRECEDING;
  }

  private FrameBound.Kind end() {
    if (has(FrameOption.END_OFFSET_PRECEDING)) {
      return FrameBound.Kind.OFFSET_PRECEDING;
    }
    if (has(FrameOption.END_OFFSET_FOLLOWING)) {
      return FrameBound.Kind.OFFSET_FOLLOWING;
    }
    return has(FrameOption.END_CURRENT_ROW)
        ? FrameBound.Kind.CURRENT_ROW
        : FrameBound.Kind.UNBOUNDED_FOLLOWING;
  }

  private FrameBound bound(
      FrameBound.Kind kind, Optional<Expr> raw, WindowFrame.Mode mode, Optional<Ordering> range) {
    if (raw.isEmpty()) {
      return new FrameBound(kind, Optional.empty(), Optional.empty());
    }
    return switch (mode) {
      case ROWS -> counted(kind, raw.get(), ClauseKind.WINDOW_FRAME_ROWS, "ROWS");
      case GROUPS -> counted(kind, raw.get(), ClauseKind.WINDOW_FRAME_GROUPS, "GROUPS");
      case RANGE -> ranging(kind, raw.get(), range.orElseThrow());
    };
  }

  private FrameBound counted(FrameBound.Kind kind, Expr raw, ClauseKind clause, String construct) {
    Expression offset = ExpressionAnalyzer.analyze(state, raw, clause);
    offset = Coercion.toSpecific(state, offset, TypeOid.INT8, construct);
    SelectAnalyzer.requireNoVariables(offset, construct);
    return new FrameBound(kind, Optional.of(offset), Optional.empty());
  }

  private FrameBound ranging(FrameBound.Kind kind, Expr raw, Ordering range) {
    Expression offset = ExpressionAnalyzer.analyze(state, raw, ClauseKind.WINDOW_FRAME_RANGE);
    Ordering.InRange support = support(range, offset);
    Functions.requireSimulated(support.function());
    offset = Coercion.toSpecific(state, offset, support.offsetType(), "RANGE");
    SelectAnalyzer.requireNoVariables(offset, "RANGE");
    return new FrameBound(kind, Optional.of(offset), Optional.of(support.function()));
  }

  private Ordering ordering(SortClause clause) {
    for (TargetEntry target : targets) {
      if (target.sortGroup() == clause.reference()) {
        return state.catalog().ordering(target.expression().type()).orElseThrow();
      }
    }
    throw new IllegalStateException("no target " + clause.reference());
  }

  /** The function for offsets of this type, or of one it can be made. */
  private Ordering.InRange support(Ordering range, Expression offset) {
    String words = "RANGE with offset PRECEDING/FOLLOWING ";
    String column = " for column type " + TypeFacts.name(range.inputType());
    String both = column + " and offset type " + TypeFacts.name(offset.type());
    if (range.inRange().isEmpty()) {
      throw unsupported(offset, words + "is not supported" + column).toException();
    }
    int preferred = offset.type() == TypeOid.UNKNOWN ? range.inputType() : offset.type();
    List<Ordering.InRange> possible =
        range.inRange().stream().filter(f -> takes(f.offsetType(), offset.type())).toList();
    if (possible.isEmpty()) {
      throw unsupported(offset, words + "is not supported" + both)
          .withHint("Cast the offset value to an appropriate type.")
          .toException();
    }
    Optional<Ordering.InRange> exact =
        possible.stream().filter(f -> f.offsetType() == preferred).findFirst();
    if (exact.isEmpty() && possible.size() > 1) {
      throw unsupported(offset, words + "has multiple interpretations" + both)
          .withHint("Cast the offset value to the exact intended type.")
          .toException();
    }
    return exact.orElse(possible.get(0));
  }

  private boolean takes(int wanted, int given) {
    return Coercibility.can(
        state.catalog(), new int[] {given}, new int[] {wanted}, CastContext.IMPLICIT);
  }

  private static ErrorReport unsupported(Expression offset, String message) {
    return Complaint.at(Locations.of(offset), SqlState.FEATURE_NOT_SUPPORTED, message);
  }
}
