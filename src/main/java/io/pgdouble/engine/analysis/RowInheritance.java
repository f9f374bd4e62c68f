package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.definition.Inheritance;

/**
 * Rows of a table that inherits are good where those of its parents are wanted ({@code
 * parse_coerce.c: typeInheritsFrom}): that is refused.
 */
final class RowInheritance {
  private RowInheritance() {}

  /**
   * @throws io.pgdouble.error.ReportedError 0A000 where a row of the one type would become one of
   *     the other
   */
  static void refuse(Catalog catalog, int from, int to) {
    int child = relation(catalog, from);
    int parent = relation(catalog, to);
    boolean inherits =
        child != 0 && parent != 0 && Inheritance.family(catalog, parent).contains(child);
    if (inherits) {
      throw Complaint.notSimulated("casts of rows to those of a table that is inherited from");
    }
  }

  /**
   * @throws io.pgdouble.error.ReportedError 0A000 where a type is that of rows of a table that
   *     inherits, so that a function of its parent's rows could be meant
   */
  static void refuse(Catalog catalog, int type) {
    int child = relation(catalog, type);
    if (child != 0 && !Inheritance.parents(catalog, child).isEmpty()) {
      throw Complaint.notSimulated("functions of the rows of tables that inherit");
    }
  }

  private static int relation(Catalog catalog, int type) {
    return catalog
        .findType(type)
        .filter(one -> one.isComposite())
        .map(one -> one.relation())
        .orElse(0);
  }
}
