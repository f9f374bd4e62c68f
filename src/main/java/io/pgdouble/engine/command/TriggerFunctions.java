package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.execution.ExecutePrivilege;
import io.pgdouble.engine.execution.SuppressRedundantUpdates;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.List;
import java.util.Optional;

/** The function that a trigger calls ({@code parse_func.c: LookupFuncName}). */
record TriggerFunctions(SessionMemory memory) {
  /** OID of the type of what triggers' functions return. */
  private static final int TRIGGER = 2279;

  ProcEntry find(List<String> names) {
    String shown = String.join(".", names);
    ProcEntry function =
        lookup(names)
            .orElseThrow(
                () ->
                    new ReportedError(
                        SqlState.UNDEFINED_FUNCTION, "function " + shown + "() does not exist"));
    if (function.resultType() != TRIGGER) {
      throw new ReportedError(
          SqlState.INVALID_OBJECT_DEFINITION, "function " + shown + " must return type trigger");
    }
    ExecutePrivilege.require(memory.execution(), function);
    boolean known =
        function.language().equals("plpgsql")
            || function.name().equals(SuppressRedundantUpdates.NAME);
    if (!known) {
      throw ErrorReport.notSimulated("the trigger function " + function.name()).toException();
    }
    return function;
  }

  private Optional<ProcEntry> lookup(List<String> names) {
    if (names.size() > 1) {
      String schema = RelationLookup.own(memory, names.get(names.size() - 2));
      new Schemas(memory).require(schema);
      return in(schema, names);
    }
    for (String schema : memory.searchPath().schemas()) {
      Optional<ProcEntry> found = in(schema, names);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<ProcEntry> in(String schema, List<String> names) {
    return memory.catalog().procsNamed(names.get(names.size() - 1)).stream()
        .filter(one -> one.schema().equals(schema) && one.inputs() == 0)
        .findFirst();
  }
}
