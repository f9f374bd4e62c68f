package io.pgdouble.engine.execution;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.Facts;
import java.util.Set;

/**
 * What VACUUM and ANALYZE leave in the catalogs beside the number of a table's rows: that is not
 * simulated, and refused to whoever looks at it afterwards.
 */
final class TableStatistics {
  private static final Set<String> UNKNOWN = Set.of("relpages", "relallvisible");

  /** {@code transam.h: FirstNormalObjectId}. */
  private static final long FIRST_NORMAL_OID = 16_384;

  private static final String NOT_LOOKED_AT = "-1";

  private TableStatistics() {}

  /** Whether a column of {@code pg_class} is one of these. */
  static boolean isUnknown(String column) {
    return UNKNOWN.contains(column);
  }

  /** That a row of {@code pg_class} is not one of a table that was looked at. */
  static void requireUnseen(FactRow row) {
    if (isSeen(row)) {
      throw ErrorReport.notSimulated("the size of a table after VACUUM or ANALYZE").toException();
    }
  }

  /** That no table was looked at: for what tells of all of them. */
  static void requireNoneSeen(Facts facts) {
    facts.table("pg_class").rows().forEach(TableStatistics::requireUnseen);
  }

  private static boolean isSeen(FactRow row) {
    return row.oid("oid") >= FIRST_NORMAL_OID
        && "rm".indexOf(row.letter("relkind")) >= 0
        && !row.text("reltuples").equals(NOT_LOOKED_AT);
  }
}
