package io.pgdouble.engine.tree;

import java.util.List;

/**
 * A type as written; each array bound is -1 if empty. SQL's own names are already those of
 * pg_catalog.
 */
public record TypeName(
    List<String> names,
    boolean setof,
    boolean pctType,
    List<Expr> typmods,
    List<Integer> arrayBounds,
    int location)
    implements Clause {

  /** The same elsewhere in the text; nowhere: −1. */
  public TypeName at(int place) {
    return new TypeName(names, setof, pctType, typmods, arrayBounds, place);
  }
}
