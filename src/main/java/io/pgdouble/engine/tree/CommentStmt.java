package io.pgdouble.engine.tree;

import java.util.Optional;

/** COMMENT; without a text the comment is dropped. */
public record CommentStmt(ObjectType objtype, Node object, Optional<String> comment)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.commentStmt(this);
  }
}
