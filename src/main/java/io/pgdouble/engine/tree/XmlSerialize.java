package io.pgdouble.engine.tree;

/** XMLSERIALIZE. */
public record XmlSerialize(
    boolean document, Expr expr, TypeName typeName, boolean indent, int location) implements Expr {
  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.xmlSerialize(this);
  }
}
