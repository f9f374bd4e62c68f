package io.pgdouble.engine.analysis;

import io.pgdouble.engine.expression.TargetEntry;
import io.pgdouble.engine.tree.Locations;
import io.pgdouble.engine.tree.ResTarget;
import io.pgdouble.error.SqlState;
import java.util.List;

/** RETURNING ({@code transformReturningList}). */
final class Returning {
  private Returning() {}

  static List<TargetEntry> analyze(ParseState state, List<ResTarget> raw) {
    if (raw.isEmpty()) {
      return List.of();
    }
    List<TargetEntry> targets = TargetLists.analyze(state, raw, ClauseKind.RETURNING);
    if (targets.isEmpty()) {
      throw Complaint.error(
          Locations.of(raw.get(0).val()),
          SqlState.SYNTAX_ERROR,
          "RETURNING must have at least one column");
    }
    if (state.resolveUnknowns) {
      TargetLists.resolveUnknowns(state, targets);
    }
    return List.copyOf(targets);
  }
}
