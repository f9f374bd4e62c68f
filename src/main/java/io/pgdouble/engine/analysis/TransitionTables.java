package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.function.TransitionTable;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.TypeOid;
import java.util.List;
import java.util.Optional;

/** The tables that a trigger's function reads by the names of its trigger ({@code parse_enr.c}). */
final class TransitionTables {
  private TransitionTables() {}

  /** Before a table of the catalog of the same name. */
  static Optional<RelationEntry> find(ParseState state, RangeVar node) {
    return of(state, node).flatMap(table -> entry(state, table));
  }

  private static Optional<TransitionTable> of(ParseState state, RangeVar node) {
    return node.schemaname().isPresent() || state.definition
        ? Optional.empty()
        : state.context.execution().transition(node.relname());
  }

  private static Optional<RelationEntry> entry(ParseState state, TransitionTable table) {
    return state
        .catalog()
        .relation(table.relation())
        .map(
            relation ->
                new RelationEntry(
                    0,
                    table.name(),
                    "",
                    RelationEntry.TRANSITION,
                    TypeOid.RECORD,
                    relation.attributes(),
                    false,
                    List.of(),
                    relation.owner(),
                    relation.persistence(),
                    0));
  }

  /** {@code setTargetTable}. */
  static void refuse(ParseState state, RangeVar node) {
    if (of(state, node).isPresent()) {
      throw Complaint.error(
          -1,
          SqlState.FEATURE_NOT_SUPPORTED,
          "relation \"" + node.relname() + "\" cannot be the target of a modifying statement");
    }
  }
}
