package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.TypeEntry;
import io.pgdouble.engine.tree.ObjectType;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;

/** Whether a type may get another name, schema or owner by itself ({@code typecmds.c}). */
record AlterableType(SessionMemory memory, TypeEntry type) {

  /**
   * @param wanted what the statement calls it
   * @throws ReportedError where it is something else, or follows another
   */
  void check(ObjectType wanted) {
    String shown = TypeLookup.shown(memory, type);
    if (wanted == ObjectType.DOMAIN && type.kind() != 'd') {
      throw new ReportedError(SqlState.WRONG_OBJECT_TYPE, shown + " is not a domain");
    }
    checkFree(shown);
  }

  /** That it is no table's, and no array. */
  void checkFree(String shown) {
    boolean row =
        type.kind() == 'c'
            && memory.catalog().relation(type.relation()).orElseThrow().kind() != 'c';
    if (row) {
      throw ErrorReport.error(SqlState.WRONG_OBJECT_TYPE, shown + " is a table's row type")
          .withHint("Use ALTER TABLE instead.")
          .toException();
    }
    if (type.isTrueArray()) {
      throw ErrorReport.error(SqlState.WRONG_OBJECT_TYPE, "cannot alter array type " + shown)
          .withHint(
              "You can alter type "
                  + TypeLookup.shown(memory, memory.catalog().type(type.element()))
                  + ", which will alter the array type as well.")
          .toException();
    }
  }
}
