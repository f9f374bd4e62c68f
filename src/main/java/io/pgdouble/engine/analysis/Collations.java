package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.RangeColumn;
import io.pgdouble.type.TypeOid;
import java.util.List;

/** Input collations of calls, as long as no other than the types' own are asked for. */
final class Collations {
  /** OID of the collation {@code default}. */
  static final int DEFAULT = 100;

  /** {@code transam.h: FirstNormalObjectId}. */
  private static final int FIRST_NORMAL_OID = 16_384;

  private Collations() {}

  /**
   * The collation of the first collatable input's type, 0 if there is none. A name among them,
   * whose collation is another, makes collations matter.
   */
  static int ofInputs(ParseState state, List<Expression> arguments) {
    int first = 0;
    for (int i = 0; i < arguments.size(); i++) {
      int type = arguments.get(i).type();
      if (isNumberOrTruth(type)) {
        continue;
      }
      if (TypeFacts.isCollatable(state.catalog(), type)) {
        state.collationsMatter |= type == TypeOid.NAME;
        first = first == 0 ? Coercion.collationOf(state, type) : first;
      }
    }
    return first;
  }

  /** Whether a column has another collation than its type; a name's is its own. */
  static boolean isSpecial(RangeColumn column) {
    return column.collation() != 0
        && column.collation() != DEFAULT
        && column.type() != TypeOid.NAME
        && Integer.compareUnsigned(column.originTable(), FIRST_NORMAL_OID) >= 0;
  }

  /** The types seen most: a short way round the catalog. */
  private static boolean isNumberOrTruth(int type) {
    return type == TypeOid.INT4
        || type == TypeOid.INT8
        || type == TypeOid.BOOL
        || type == TypeOid.FLOAT8;
  }
}
