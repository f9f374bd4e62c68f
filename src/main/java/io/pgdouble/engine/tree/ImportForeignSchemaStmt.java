package io.pgdouble.engine.tree;

import java.util.List;

/** IMPORT FOREIGN SCHEMA. */
public record ImportForeignSchemaStmt(
    String serverName,
    String remoteSchema,
    String localSchema,
    ImportForeignSchemaType listType,
    List<RangeVar> tableList,
    List<DefElem> options)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.importForeignSchemaStmt(this);
  }
}
