package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** A partition key column. */
public record PartitionElem(
    Optional<String> name,
    Optional<Expr> expr,
    List<String> collation,
    List<String> opclass,
    int location)
    implements Clause {}
