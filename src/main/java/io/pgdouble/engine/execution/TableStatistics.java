package io.pgdouble.engine.execution;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.Facts;
import java.util.Set;

/**
 * What VACUUM and ANALYZE leave in the catalogs beside the number of a table's rows: that is not
 * simulated, and refused to whoever looks at it afterwards.
 */
public final class TableStatistics {
  /** {@code reltuples} of a catalog that was looked at: its number of rows is not known here. */
  public static final String UNKNOWN_TO_ALL = "-2";

  private static final Set<String> UNKNOWN = Set.of("relpages", "relallvisible");

  /** {@code transam.h: FirstNormalObjectId}. */
  private static final long FIRST_NORMAL_OID = 16_384;

  private static final String ROWS = "reltuples";

  private static final String NOT_LOOKED_AT = "-1";

  private TableStatistics() {}

  /** Whether a column of {@code pg_class} is one of these. */
  static boolean isUnknown(String column) {
    return UNKNOWN.contains(column) || column.equals(ROWS);
  }

  /** That a column is known of a row of {@code pg_class}. */
  static void require(FactRow row, String column) {
    if (!column.equals(ROWS) || row.text(ROWS).equals(UNKNOWN_TO_ALL)) {
      requireUnseen(row);
    }
  }

  private static void requireUnseen(FactRow row) {
    if (isSeen(row)) {
      throw ErrorReport.notSimulated("the size of a table after VACUUM or ANALYZE").toException();
    }
  }

  /** That no table was looked at: for what tells of all of them. */
  static void requireNoneSeen(Facts facts) {
    facts.table("pg_class").rows().forEach(TableStatistics::requireUnseen);
  }

  private static boolean isSeen(FactRow row) {
    String rows = row.text(ROWS);
    boolean table = row.oid("oid") >= FIRST_NORMAL_OID && "rm".indexOf(row.letter("relkind")) >= 0;
    return rows.equals(UNKNOWN_TO_ALL) || table && !rows.equals(NOT_LOOKED_AT);
  }
}
