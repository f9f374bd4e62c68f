package io.pgdouble.engine.tree;

import java.util.Optional;

/** A role as written. */
public record RoleSpec(RoleSpecType roletype, Optional<String> rolename, int location)
    implements Clause {}
