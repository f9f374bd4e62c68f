package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.function.CallSite;
import io.pgdouble.engine.function.RoutineCalls;
import io.pgdouble.engine.function.TransitionTable;
import io.pgdouble.engine.function.TriggerCall;
import io.pgdouble.error.ErrorReport;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The routines that a session has called, compiled ({@code pl_comp.c: plpgsql_HashTable}). */
public final class Routines implements RoutineCalls {
  private static final int MAX_KEPT = 1_000;

  private final Spi spi;
  private final Map<Key, Routine> known = new HashMap<>();
  private List<TransitionTable> visible = List.of();

  /** The tables whose triggers have called functions that run, the innermost first. */
  private final Deque<Integer> firing = new ArrayDeque<>();

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
    return seeing(List.of(), () -> called(function, site, arguments));
  }

  /** What a function runs in its body sees the transition tables of its own call alone. */
  private <T> T seeing(List<TransitionTable> tables, Supplier<T> work) {
    List<TransitionTable> before = visible;
    visible = tables;
    try {
      return work.get();
    } finally {
      visible = before;
    }
  }

  @Override
  public Object[] trigger(TriggerCall call) {
    ProcEntry function = spi.analysis().catalog().proc(call.trigger().function());
    PlRoutine routine = (PlRoutine) of(function);
    Supplier<Object[]> work = () -> routine.trigger(call);
    firing.push(call.relation());
    try {
      return seeing(
          call.transitions(),
          spi.hasOwnTerms(function) ? () -> spi.onTermsOf(function, work) : work);
    } finally {
      firing.pop();
    }
  }

  @Override
  public <T> T within(UnaryOperator<ErrorReport> context, Supplier<T> work) {
    return spi.contexts().during(context::apply, work);
  }

  @Override
  public boolean isThere(String catalog, int oid) {
    return spi.analysis()
        .catalog()
        .facts()
        .table(catalog)
        .byOid(Integer.toUnsignedLong(oid))
        .isPresent();
  }

  @Override
  public boolean isFiringFor(int relation) {
    return firing.contains(relation);
  }

  @Override
  public int triggerDepth() {
    return firing.size();
  }

  @Override
  public Optional<TransitionTable> transition(String name) {
    return visible.stream().filter(table -> table.name().equals(name)).findFirst();
  }

  private Object called(int function, CallSite site, Object[] arguments) {
    ProcEntry entry = spi.analysis().catalog().proc(function);
    SpiPlan.Atomicity atomicity = entry.kind() == 'p' ? next : SpiPlan.Atomicity.ATOMIC;
    if (entry.kind() == 'p') {
      next = SpiPlan.Atomicity.ATOMIC;
    }
    if (!spi.hasOwnTerms(entry)) {
      return of(entry).call(new Routine.Call(site, arguments, atomicity));
    }
    Routine.Call call = new Routine.Call(site, arguments, SpiPlan.Atomicity.ATOMIC);
    Object result = spi.onTermsOf(entry, () -> of(entry).call(call));
    return result instanceof Iterator<?> rows ? onTermsOf(entry, rows) : result;
  }

  /** Each row of a set is made on the routine's terms. */
  private Iterator<Object> onTermsOf(ProcEntry entry, Iterator<?> rows) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return spi.onTermsOf(entry, rows::hasNext);
      }

      @Override
      public Object next() {
        return spi.onTermsOf(entry, rows::next);
      }
    };
  }
}
