package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** CREATE TABLE. */
public record CreateStmt(
    RangeVar relation,
    List<Clause> tableElts,
    List<RangeVar> inhRelations,
    Optional<PartitionBoundSpec> partbound,
    Optional<PartitionSpec> partspec,
    Optional<TypeName> ofTypename,
    List<DefElem> options,
    OnCommitAction oncommit,
    Optional<String> tablespacename,
    Optional<String> accessMethod,
    boolean ifNotExists)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.createStmt(this);
  }
}
