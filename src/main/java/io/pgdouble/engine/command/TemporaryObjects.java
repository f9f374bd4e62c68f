package io.pgdouble.engine.command;

import io.pgdouble.engine.tree.OnCommitAction;
import java.util.Map;
import java.util.Optional;

/** Where a session's temporary objects are ({@code namespace.c: InitTempTableNamespace}). */
public interface TemporaryObjects {
  /** Its schema, once there is one. */
  Optional<String> schema();

  /** The name its schema has or gets. */
  String name();

  /** It is this session's from now on. */
  void use();

  /**
   * What becomes of tables when a transaction commits, by their OIDs in the order of their making.
   */
  Map<Integer, OnCommitAction> onCommit();
}
