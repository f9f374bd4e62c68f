package io.pgdouble.engine.tree;

import java.util.List;

/**
 * An XML function with a syntax of its own. {@code document} tells DOCUMENT from CONTENT in
 * XMLPARSE.
 */
public record XmlExpr(
    XmlExprOp op,
    String name,
    List<ResTarget> namedArgs,
    List<Expr> args,
    boolean document,
    int location)
    implements Expr {
  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.xmlExpr(this);
  }
}
