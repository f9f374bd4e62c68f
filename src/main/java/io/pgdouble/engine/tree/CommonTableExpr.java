package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** One query of a WITH clause. */
public record CommonTableExpr(
    String ctename,
    List<String> aliascolnames,
    CteMaterialize materialized,
    Statement ctequery,
    Optional<CteSearchClause> searchClause,
    Optional<CteCycleClause> cycleClause,
    int location)
    implements Clause {}
