package io.pgdouble.engine.tree;

/** An item of a FROM clause (gram.y: table_ref) or the relation a statement names. */
public sealed interface TableRef extends Node
    permits JoinExpr, RangeFunction, RangeSubselect, RangeTableFunc, RangeTableSample, RangeVar {

  /** Calls the method of the handler that belongs to this node. */
  <R> R accept(Handler<R> handler);

  /** One method for each kind, none with a default: a forgotten kind must not compile. */
  interface Handler<R> {
    R joinExpr(JoinExpr node);

    R rangeFunction(RangeFunction node);

    R rangeSubselect(RangeSubselect node);

    R rangeTableFunc(RangeTableFunc node);

    R rangeTableSample(RangeTableSample node);

    R rangeVar(RangeVar node);
  }
}
