package io.pgdouble.engine.command;

import io.pgdouble.engine.tree.IndexElem;
import io.pgdouble.engine.tree.IndexStmt;
import io.pgdouble.engine.tree.SortByDir;
import io.pgdouble.engine.tree.SortByNulls;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.Locale;
import java.util.Set;

/** What the access methods of indexes can do ({@code IndexAmRoutine}). */
enum IndexAbilities {
  BTREE(Ability.UNIQUE, Ability.SEVERAL_COLUMNS, Ability.INCLUDE, Ability.ORDER),
  HASH,
  GIST(Ability.SEVERAL_COLUMNS, Ability.INCLUDE),
  GIN(Ability.SEVERAL_COLUMNS),
  SPGIST(Ability.INCLUDE),
  BRIN(Ability.SEVERAL_COLUMNS);

  private final Set<Ability> abilities;

  IndexAbilities(Ability... abilities) {
    this.abilities = Set.of(abilities);
  }

  private enum Ability {
    UNIQUE,
    SEVERAL_COLUMNS,
    INCLUDE,
    ORDER
  }

  private boolean lacks(Ability ability) {
    return !abilities.contains(ability);
  }

  static IndexAbilities of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  private ReportedError lacks(String what) {
    return new ReportedError(
        SqlState.FEATURE_NOT_SUPPORTED,
        "access method \"" + name().toLowerCase(Locale.ROOT) + "\" does not support " + what);
  }

  void check(IndexStmt node) {
    if (node.unique() && lacks(Ability.UNIQUE)) {
      throw lacks("unique indexes");
    }
    if (!node.including().isEmpty() && lacks(Ability.INCLUDE)) {
      throw lacks("included columns");
    }
    if (node.indexParams().size() > 1 && lacks(Ability.SEVERAL_COLUMNS)) {
      throw lacks("multicolumn indexes");
    }
    for (IndexElem element : node.indexParams()) {
      if (lacks(Ability.ORDER) && element.ordering() != SortByDir.DEFAULT) {
        throw lacks("ASC/DESC options");
      }
      if (lacks(Ability.ORDER) && element.nullsOrdering() != SortByNulls.DEFAULT) {
        throw lacks("NULLS FIRST/LAST options");
      }
    }
  }
}
