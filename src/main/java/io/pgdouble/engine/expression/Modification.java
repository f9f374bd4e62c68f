package io.pgdouble.engine.expression;

import java.util.List;
import java.util.Optional;

/**
 * What a query writes. Its targets are the values for the table's columns, defaults among them; the
 * target's row is the one its range entry stands at, and RETURNING sees the row as it was written,
 * or for DELETE as it was.
 *
 * @param relation index of the target in the range table
 * @param columns the numbers of the columns that the query's targets are for, in their order
 * @param named those that INSERT, or MERGE where it inserts, gives values itself
 * @param returning the columns of RETURNING
 * @param views those that are written through, from the outside
 * @param checks what they ask of rows, in this order
 */
public record Modification(
    ModificationKind kind,
    int relation,
    List<Integer> columns,
    List<Integer> named,
    List<TargetEntry> returning,
    Optional<OnConflict> onConflict,
    List<MergeAction> actions,
    List<WrittenView> views,
    List<ViewCheck> checks) {

  /** A statement without ON CONFLICT. */
  public static Modification plain(
      ModificationKind kind, int relation, List<Integer> columns, List<TargetEntry> returning) {
    return new Modification(
        kind,
        relation,
        columns,
        List.of(),
        returning,
        Optional.empty(),
        List.of(),
        List.of(),
        List.of());
  }
}
