package io.pgdouble.engine.tree;

import java.util.List;

/** FOR VALUES. */
public record PartitionBoundSpec(
    boolean isDefault,
    PartitionStrategy strategy,
    int modulus,
    int remainder,
    List<Expr> listdatums,
    List<Expr> lowerdatums,
    List<Expr> upperdatums,
    int location)
    implements Clause {}
