package io.pgdouble.engine;

import io.pgdouble.engine.command.TemporaryObjects;
import io.pgdouble.engine.command.TemporaryRelations;
import io.pgdouble.engine.tree.OnCommitAction;
import io.pgdouble.facts.SchemaNames;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The schema for temporary objects, which is named after the backend's number. */
final class TemporarySchema implements TemporaryObjects {
  private static final String PREFIX = "pg_temp_";

  private final BackendHost host;
  private final CatalogChanges changes;
  private final Map<Integer, OnCommitAction> onCommit = new LinkedHashMap<>();
  private boolean used;

  /** Virtual identifier of the transaction that has touched it last. */
  private String touchedBy = "";

  private boolean ended;

  TemporarySchema(BackendHost host, CatalogChanges changes) {
    this.host = host;
    this.changes = changes;
  }

  @Override
  public Optional<String> schema() {
    return used && new SchemaNames(changes.current()).oid(name()).isPresent()
        ? Optional.of(name())
        : Optional.empty();
  }

  @Override
  public String name() {
    return PREFIX + host.transaction().backend();
  }

  @Override
  public Map<Integer, OnCommitAction> onCommit() {
    return onCommit;
  }

  @Override
  public void use() {
    used = true;
  }

  @Override
  public void touch() {
    touchedBy = host.transaction().id();
  }

  /** Whether the transaction at hand has. */
  boolean isTouched() {
    return touchedBy.equals(host.transaction().id());
  }

  /**
   * What is left of it goes with the session, whose last transaction has ended. May be said twice:
   * by then the number may be another session's.
   */
  void end(EngineSession session) {
    if (ended) {
      return;
    }
    ended = true;
    if (schema().isPresent()) {
      session.storage().aborted();
      host.transaction().started();
      session.storage().started();
      new TemporaryRelations(session).drop();
      changes.committed(session.storage());
    }
  }
}
