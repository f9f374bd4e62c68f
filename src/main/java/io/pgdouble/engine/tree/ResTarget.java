package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** An output column with perhaps its label, or an assignment. */
public record ResTarget(
    Optional<String> name, List<Indirection> indirection, Expr val, int location)
    implements Clause {}
