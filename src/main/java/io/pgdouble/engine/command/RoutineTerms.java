package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.facts.FactRow;
import io.pgdouble.settings.SettingsHost.Role;
import java.util.function.Supplier;

/** On what terms a routine runs ({@code fmgr.c: fmgr_security_definer}). */
record RoutineTerms(SessionMemory memory, ProcEntry routine) {

  private FactRow row() {
    return memory
        .changes()
        .facts()
        .table("pg_proc")
        .byOid(Integer.toUnsignedLong(routine.oid()))
        .orElseThrow();
  }

  /** Whether they are others than those of whoever calls it. */
  boolean areOwn() {
    FactRow row = row();
    return row.bool("prosecdef") || !row.isNull("proconfig");
  }

  /** As its owner if it says so, and with its settings. */
  <T> T during(Supplier<T> work) {
    FactRow row = row();
    RoutineSettings settings = RoutineSettings.of(row);
    Supplier<T> set = () -> settings.during(memory, work);
    return row.bool("prosecdef")
        ? memory.settings().identity().acting(owner(row.oid("proowner")), set)
        : set.get();
  }

  private Role owner(long oid) {
    Principal principal = new Principal(memory);
    String name = principal.name(oid);
    return new Role(oid, name, principal.membership().isSuperuser(oid));
  }
}
