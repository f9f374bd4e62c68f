package io.pgdouble.engine.tree;

/** One step of a dotted or subscripted reference (gram.y: indirection_el). */
public sealed interface Indirection extends Node permits AIndices, AStar, FieldName {

  /** Calls the method of the handler that belongs to this node. */
  <R> R accept(Handler<R> handler);

  /** One method for each kind, none with a default: a forgotten kind must not compile. */
  interface Handler<R> {
    R aIndices(AIndices node);

    R aStar(AStar node);

    R fieldName(FieldName node);
  }
}
