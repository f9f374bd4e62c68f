package io.pgdouble.cli;

import io.pgdouble.fault.Fault;
import io.pgdouble.fault.Faults;
import java.util.Iterator;

/** The names of all faults, for the help. */
final class FaultNames implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return Faults.ALL.stream().map(Fault::name).iterator();
  }
}
