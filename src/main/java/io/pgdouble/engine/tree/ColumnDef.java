package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** A column definition. */
public record ColumnDef(
    String colname,
    Optional<TypeName> typeName,
    Optional<String> storage,
    Optional<String> compression,
    List<Constraint> constraints,
    Optional<CollateClause> collClause,
    List<DefElem> fdwoptions,
    int location)
    implements Clause {}
