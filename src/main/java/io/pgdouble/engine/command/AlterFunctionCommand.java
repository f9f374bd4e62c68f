package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.tree.AlterFunctionStmt;
import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import java.util.Optional;

/** ALTER FUNCTION, PROCEDURE and ROUTINE ({@code functioncmds.c: AlterFunction}). */
record AlterFunctionCommand(SessionMemory memory, AlterFunctionStmt node) {
  private static final String TABLE = "pg_proc";

  Completion run(UtilityCommand.Invocation in) {
    ReadOnly.prevent(memory, in.source().tag());
    RoutineLookup lookup = new RoutineLookup(memory, node.objtype());
    ProcEntry routine = lookup.require(node.func());
    lookup.checkOwner(routine, node.func());
    if (routine.kind() == 'a') {
      throw new ReportedError(
          SqlState.WRONG_OBJECT_TYPE, "\"" + routine.name() + "\" is an aggregate function");
    }
    RoutineAttributes attributes = new RoutineAttributes(node.actions());
    attributes.check(routine.kind());
    checkRows(attributes, routine);
    for (DefElem action : node.actions()) {
      change(action, attributes, routine);
    }
    changeSettings(routine);
    return in.done();
  }

  private void checkRows(RoutineAttributes attributes, ProcEntry routine) {
    if (attributes.number("rows").isPresent() && !routine.returnsSet()) {
      throw new ReportedError(
          SqlState.INVALID_PARAMETER_VALUE,
          "ROWS is not applicable when function does not return a set");
    }
    if (attributes.flag("leakproof") && !new Principal(memory).isSuperuser()) {
      throw new ReportedError(
          SqlState.INSUFFICIENT_PRIVILEGE, "only superuser can define a leakproof function");
    }
  }

  private void change(DefElem action, RoutineAttributes attributes, ProcEntry routine) {
    switch (action.name()) {
      case "volatility" -> set(routine, "provolatile", attributes.volatility());
      case "strict" -> set(routine, "proisstrict", letter(attributes.flag("strict")));
      case "security" -> set(routine, "prosecdef", letter(attributes.flag("security")));
      case "leakproof" -> set(routine, "proleakproof", letter(attributes.flag("leakproof")));
      case "cost" -> set(routine, "procost", attributes.number("cost").orElseThrow());
      case "rows" -> set(routine, "prorows", attributes.number("rows").orElseThrow());
      case "parallel" -> set(routine, "proparallel", attributes.parallel());
      default -> {}
    }
  }

  private static String letter(Boolean flag) {
    return flag ? "t" : "f";
  }

  private void set(ProcEntry routine, String column, String value) {
    new CatalogRows(memory.changes())
        .change(TABLE, Integer.toUnsignedLong(routine.oid()), column, value);
  }

  private void changeSettings(ProcEntry routine) {
    long oid = Integer.toUnsignedLong(routine.oid());
    CatalogRows rows = new CatalogRows(memory.changes());
    FactRow row = rows.facts().table(TABLE).byOid(oid).orElseThrow();
    Optional<String> settings = RoutineSettings.of(row).with(node.actions(), memory).text();
    if (!settings.equals(row.find("proconfig"))) {
      rows.change(TABLE, Long.toString(oid), "proconfig", settings);
    }
  }
}
