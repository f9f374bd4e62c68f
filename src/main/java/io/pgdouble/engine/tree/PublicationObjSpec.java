package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** An object of a publication. */
public record PublicationObjSpec(
    PublicationObjSpecType pubobjtype,
    Optional<String> name,
    Optional<RangeVar> relation,
    Optional<Expr> whereClause,
    List<String> columns,
    int location)
    implements Clause {}
