package io.pgdouble.engine.tree;

import java.util.Optional;

/** A column of XMLTABLE. */
public record RangeTableFuncCol(
    String colname,
    Optional<TypeName> typeName,
    boolean forOrdinality,
    boolean notNull,
    Optional<Expr> colexpr,
    Optional<Expr> coldefexpr,
    int location)
    implements Clause {}
