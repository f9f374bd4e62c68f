package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.TypeEntry;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Locations;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.TypeOid;
import java.util.List;

/** The one type that alternatives have in common ({@code select_common_type}). */
final class CommonType {
  private static final int NONE = 0;

  private final Catalog catalog;
  private int type = TypeOid.UNKNOWN;
  private TypeEntry entry;

  private CommonType(Catalog catalog) {
    this.catalog = catalog;
    this.entry = catalog.type(TypeOid.UNKNOWN);
  }

  /**
   * The type of all; text if all are unknown.
   *
   * @param construct what the alternatives are of, for the message of 42804
   */
  static int select(ParseState state, List<Expression> expressions, String construct) {
    int same = allTheSame(expressions);
    if (same != NONE) {
      return same;
    }
    CommonType common = new CommonType(state.catalog());
    for (Expression expression : expressions) {
      int next = TypeFacts.baseType(common.catalog, expression.type());
      if (!common.admit(next)) {
        throw Complaint.error(
            Locations.of(expression),
            SqlState.DATATYPE_MISMATCH,
            construct
                + " types "
                + TypeFacts.name(common.type)
                + " and "
                + TypeFacts.name(next)
                + " cannot be matched");
      }
    }
    return common.result();
  }

  /** The same, but 0 where there is none, or where some cannot become it. */
  static int find(ParseState state, List<Expression> expressions) {
    int same = allTheSame(expressions);
    if (same != NONE) {
      return same;
    }
    CommonType common = new CommonType(state.catalog());
    for (Expression expression : expressions) {
      if (!common.admit(TypeFacts.baseType(common.catalog, expression.type()))) {
        return NONE;
      }
    }
    int result = common.result();
    return expressions.stream().allMatch(e -> common.reaches(e.type(), result)) ? result : NONE;
  }

  /** {@code select_common_type_from_oids}: 0 where there is none. */
  static int ofTypes(Catalog catalog, List<Integer> types) {
    CommonType common = new CommonType(catalog);
    boolean same = types.get(0) != TypeOid.UNKNOWN;
    for (int next : types) {
      same &= next == types.get(0);
    }
    if (same) {
      return types.get(0);
    }
    for (int next : types) {
      if (!common.admit(TypeFacts.baseType(catalog, next))) {
        return NONE;
      }
    }
    return common.result();
  }

  private boolean reaches(int from, int to) {
    return Coercibility.can(catalog, from, to, CastContext.IMPLICIT);
  }

  /** The type, if all have it already; domains stay domains then. */
  private static int allTheSame(List<Expression> expressions) {
    int first = expressions.get(0).type();
    if (first == TypeOid.UNKNOWN) {
      return NONE;
    }
    for (Expression expression : expressions) {
      if (expression.type() != first) {
        return NONE;
      }
    }
    return first;
  }

  /** Takes the next type into account; false if it does not go with those before. */
  private boolean admit(int next) {
    if (next == TypeOid.UNKNOWN || next == type) {
      return true;
    }
    TypeEntry nextEntry = catalog.type(next);
    if (type == TypeOid.UNKNOWN) {
      take(next, nextEntry);
      return true;
    }
    if (nextEntry.category() != entry.category()) {
      return false;
    }
    if (!entry.preferred() && reaches(type, next) && !reaches(next, type)) {
      take(next, nextEntry);
    }
    return true;
  }

  private void take(int next, TypeEntry nextEntry) {
    type = next;
    entry = nextEntry;
  }

  private int result() {
    return type == TypeOid.UNKNOWN ? TypeOid.TEXT : type;
  }

  /** {@code select_common_typmod}: the modifier of all, −1 if they differ. */
  static int typmod(List<Expression> expressions, int type) {
    int typmod = -1;
    for (int i = 0; i < expressions.size(); i++) {
      Expression expression = expressions.get(i);
      if (expression.type() != type || i > 0 && expression.typmod() != typmod) {
        return -1;
      }
      typmod = expression.typmod();
    }
    return typmod;
  }
}
