package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** The conflict target. */
public record InferClause(
    List<IndexElem> indexElems, Optional<Expr> whereClause, Optional<String> conname, int location)
    implements Clause {}
