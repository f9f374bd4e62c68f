package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.function.CallSite;
import io.pgdouble.engine.function.RoutineCalls;
import java.util.HashMap;
import java.util.Map;

/** The routines that a session has called, compiled ({@code pl_comp.c: plpgsql_HashTable}). */
public final class Routines implements RoutineCalls {
  private static final int MAX_KEPT = 1_000;

  private final Spi spi;
  private final Map<Key, Routine> known = new HashMap<>();
  private SpiPlan.Atomicity next = SpiPlan.Atomicity.ATOMIC;

  public Routines(Spi spi) {
    this.spi = spi;
  }

  /** A replaced function has the OID of the one before. */
  private record Key(int oid, ProcEntry entry) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key that && that.oid == oid && that.entry == entry;
    }

    @Override
    public int hashCode() {
      return oid;
    }
  }

  /** How the routine that is called next is called: a procedure may end the transaction. */
  public void next(SpiPlan.Atomicity atomicity) {
    next = atomicity;
  }

  public Routine of(ProcEntry function) {
    if (known.size() > MAX_KEPT) {
      known.clear();
    }
    return known.computeIfAbsent(new Key(function.oid(), function), key -> made(function));
  }

  private Routine made(ProcEntry function) {
    return function.language().equals("sql")
        ? new SqlRoutine(function, spi)
        : new PlRoutine(function, spi);
  }

  @Override
  public Object call(int function, CallSite site, Object[] arguments) {
    ProcEntry entry = spi.analysis().catalog().proc(function);
    SpiPlan.Atomicity atomicity = entry.kind() == 'p' ? next : SpiPlan.Atomicity.ATOMIC;
    if (entry.kind() == 'p') {
      next = SpiPlan.Atomicity.ATOMIC;
    }
    return of(entry).call(new Routine.Call(site, arguments, atomicity));
  }
}
