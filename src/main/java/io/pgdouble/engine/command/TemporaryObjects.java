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
   * The transaction at hand has looked at it, made something in it or dropped something of it
   * ({@code XACT_FLAGS_ACCESSEDTEMPNAMESPACE}), whatever of that is rolled back.
   */
  void touch();

  /** Says so if this is the schema of an object that is about to go. */
  default void touchAsSchemaOf(String schema) {
    if (schema().filter(schema::equals).isPresent()) {
      touch();
    }
  }

  /**
   * What becomes of tables when a transaction commits, by their OIDs in the order of their making.
   */
  Map<Integer, OnCommitAction> onCommit();
}
