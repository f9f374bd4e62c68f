package io.pgdouble.engine.tree;

import java.util.Optional;

/** A named option with perhaps an argument. */
public record DefElem(
    Optional<String> namespace, String name, Optional<Node> arg, DefElemAction action, int location)
    implements Clause {}
