package io.pgdouble.engine.command;

import io.pgdouble.engine.storage.Sequence;
import io.pgdouble.facts.FactRow;

/**
 * Gives relations other files, so that what becomes of them follows the transaction ({@code
 * relcache.c: RelationSetNewRelfilenumber}).
 */
record FileRenewal(SessionMemory memory) {

  /** The relation is empty from now on, a sequence at its start; tells its file. */
  long renew(long oid) {
    FactRow row = row(oid);
    long fresh = memory.changes().newOid();
    new CatalogRows(memory.changes()).change("pg_class", oid, "relfilenode", Long.toString(fresh));
    memory.storage().created(fresh);
    memory.storage().dropped(row.oid("relfilenode"));
    return fresh;
  }

  private FactRow row(long oid) {
    return memory.changes().current().table("pg_class").byOid(oid).orElseThrow();
  }

  /** A sequence gives this value next. */
  void restart(long sequence, long value) {
    long file = renew(sequence);
    memory.storage().sequence(file, value).set(new Sequence.State(value, 0, false));
    if (row(sequence).letter("relpersistence") == 'p') {
      memory.storage().moved(file);
    }
  }
}
