package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.definition.ViewQueries;
import io.pgdouble.engine.tree.AlterTableCmd;
import io.pgdouble.engine.tree.AlterTableType;
import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.OptionList;
import java.util.List;
import java.util.Optional;

/** ALTER VIEW SET and RESET ({@code tablecmds.c: ATExecSetRelOptions}). */
record ViewOptionActions(SessionMemory memory, RelationEntry view) {

  static boolean knows(AlterTableCmd cmd) {
    return cmd.subtype() == AlterTableType.RESET_REL_OPTIONS
        || cmd.subtype() == AlterTableType.SET_REL_OPTIONS
            && given(cmd).stream().allMatch(ViewOptionList::knows);
  }

  private static List<DefElem> given(AlterTableCmd cmd) {
    return ((OptionList) cmd.def().orElseThrow()).options();
  }

  void perform(AlterTableCmd cmd) {
    CatalogRows rows = new CatalogRows(memory.changes());
    long oid = Integer.toUnsignedLong(view.oid());
    RelationOptions kept =
        RelationOptions.of(
            rows.facts().table("pg_class").byOid(oid).orElseThrow().list("reloptions"));
    Optional<String> changed =
        cmd.subtype() == AlterTableType.RESET_REL_OPTIONS
            ? kept.reset(given(cmd))
            : kept.with(
                ViewOptionList.of(
                        given(cmd), ViewQueries.of(memory.catalog(), view).orElseThrow(), memory)
                    .written());
    rows.change("pg_class", Long.toString(oid), "reloptions", changed);
  }
}
