package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** A window definition or reference; {@code frameOptions} has the bits of {@link FrameOption}. */
public record WindowDef(
    Optional<String> name,
    Optional<String> refname,
    List<Expr> partitionClause,
    List<SortBy> orderClause,
    int frameOptions,
    Optional<Expr> startOffset,
    Optional<Expr> endOffset,
    int location)
    implements Clause {}
