package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.CatalogUpdate;
import io.pgdouble.facts.Facts;
import java.util.Map;

/** The catalogs of one session's transaction. */
public interface CatalogWriter {
  /** As this transaction sees them: with what it has changed itself. */
  Facts facts();

  /** With what others have committed in the meantime, too, whatever the snapshot. */
  Facts current();

  /** What was committed in the other databases, by their OIDs. */
  Map<Long, Facts> elsewhere();

  /**
   * Changes a row, for this transaction at once and for others when it commits.
   *
   * @throws io.pgdouble.error.ReportedError where another transaction has changed the row and has
   *     not ended
   */
  void update(CatalogUpdate update);

  /**
   * Keeps others from something until the transaction ends.
   *
   * @throws io.pgdouble.error.ReportedError where another transaction keeps it
   */
  void hold(String what);

  /** Whether it is this transaction that has made an object. */
  boolean isOwn(String table, long oid);

  /** {@code pg_enum.c: EnumUncommitted}: may be used when the transaction has committed. */
  void addLabel(long oid);

  /** {@code GetNewOidWithIndex}: an OID that no object has. */
  long newOid();
}
