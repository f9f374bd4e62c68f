package io.pgdouble.engine.execution;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.function.ExecutionContext;
import io.pgdouble.engine.storage.LockStrength;
import java.util.List;
import java.util.Objects;

/**
 * A table that a plan writes to, with what must hold of its rows ({@code ResultRelInfo}). Its
 * expressions are over a row that is the only one of its frame.
 *
 * @param checks by their names
 * @param generated the columns that are computed of others
 * @param indexes by their OIDs
 * @param defaults of every column
 * @param references its foreign keys
 * @param referencing the foreign keys that refer to it
 */
public record TargetTable(
    RelationEntry relation,
    List<Check> checks,
    List<Generated> generated,
    List<TargetIndex> indexes,
    Evaluator[] defaults,
    List<ForeignKey> references,
    List<ForeignKey> referencing) {

  /** Who must be kept from a row that is updated ({@code heap_update: key_attrs}). */
  LockStrength strength(Object[] old, Object[] changed) {
    for (TargetIndex index : indexes) {
      if (index.isKey() && differs(index.attributes(), old, changed)) {
        return LockStrength.UPDATE;
      }
    }
    return LockStrength.NO_KEY_UPDATE;
  }

  /** One of its indexes. */
  TargetIndex index(int oid) {
    return indexes.stream().filter(index -> index.oid() == oid).findFirst().orElseThrow();
  }

  /** Whether rows differ in some columns. */
  static boolean differs(int[] columns, Object[] old, Object[] changed) {
    for (int column : columns) {
      if (!Objects.deepEquals(old[column], changed[column])) {
        return true;
      }
    }
    return false;
  }

  /** A condition that must not be false. */
  public record Check(String name, Evaluator condition) {}

  /**
   * A column that is computed.
   *
   * @param column its index, from 0
   */
  public record Generated(int column, Evaluator value) {}

  /** What a table is compiled to when it is first written to; of the catalog of who runs. */
  public interface Source {
    TargetTable of(ExecutionContext context);
  }
}
