package io.pgdouble.engine.tree;

import java.util.Optional;

/** ATTACH and DETACH PARTITION. */
public record PartitionCmd(RangeVar name, Optional<PartitionBoundSpec> bound, boolean concurrent)
    implements Clause {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }
}
