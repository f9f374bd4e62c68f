package io.pgdouble.engine;

import io.pgdouble.engine.catalog.SchemaNames;
import io.pgdouble.engine.command.TemporaryObjects;
import io.pgdouble.engine.command.TemporaryRelations;
import java.util.Optional;

/** A session's number, and the schema for temporary objects that is named after it. */
final class TemporarySchema implements TemporaryObjects {
  private static final String PREFIX = "pg_temp_";

  private final Engine engine;
  private final CatalogChanges changes;
  private final int number;
  private boolean used;
  private boolean ended;

  TemporarySchema(Engine engine, CatalogChanges changes) {
    this.engine = engine;
    this.changes = changes;
    this.number = engine.takeNumber();
  }

  @Override
  public Optional<String> schema() {
    return used && new SchemaNames(changes.current()).oid(name()).isPresent()
        ? Optional.of(name())
        : Optional.empty();
  }

  @Override
  public String name() {
    return PREFIX + number;
  }

  @Override
  public void use() {
    used = true;
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
      session.storage().started();
      new TemporaryRelations(session).drop();
      changes.committed(session.storage());
    }
    engine.giveNumberBack(number);
  }
}
