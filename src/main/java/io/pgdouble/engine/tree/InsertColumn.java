package io.pgdouble.engine.tree;

import java.util.List;

/** A column of INSERT's column list. */
public record InsertColumn(String name, List<Indirection> indirection, int location)
    implements Clause {}
