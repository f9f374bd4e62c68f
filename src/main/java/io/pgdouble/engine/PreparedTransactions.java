package io.pgdouble.engine;

import io.pgdouble.engine.catalog.CatalogUpdate;
import io.pgdouble.engine.function.PreparedXact;
import io.pgdouble.engine.storage.PreparedStorage;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The prepared transactions of a server, by their names. Source: {@code twophase.c}. */
final class PreparedTransactions {
  /** {@code GIDSIZE}. */
  private static final int GIDSIZE = 200;

  /** Guarded by this. */
  private final Map<String, PreparedXact> reserved = new LinkedHashMap<>();

  /** What those that are prepared have; guarded by this. */
  private final Map<String, Prepared> prepared = new HashMap<>();

  /**
   * A transaction that goes on without a session.
   *
   * @param updates what it has changed in the catalogs
   * @param holder who holds those, and what else only one may have
   */
  record Prepared(
      PreparedXact known, PreparedStorage storage, List<CatalogUpdate> updates, Object holder) {}

  /** In the order in which they were prepared. */
  synchronized List<PreparedXact> all() {
    return reserved.values().stream().filter(one -> prepared.containsKey(one.gid())).toList();
  }

  /** How many a database has. */
  synchronized int in(long database) {
    return (int)
        prepared.values().stream().filter(one -> one.known().database() == database).count();
  }

  /**
   * {@code MarkAsPreparing}.
   *
   * @param limit {@code max_prepared_transactions}
   */
  synchronized void reserve(PreparedXact wanted, int limit) {
    if (wanted.gid().getBytes(StandardCharsets.UTF_8).length >= GIDSIZE) {
      throw new ReportedError(
          SqlState.INVALID_PARAMETER_VALUE,
          "transaction identifier \"" + wanted.gid() + "\" is too long");
    }
    if (limit == 0) {
      throw ErrorReport.error(
              SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE, "prepared transactions are disabled")
          .withHint("Set max_prepared_transactions to a nonzero value.")
          .toException();
    }
    if (reserved.containsKey(wanted.gid())) {
      throw new ReportedError(
          SqlState.DUPLICATE_OBJECT,
          "transaction identifier \"" + wanted.gid() + "\" is already in use");
    }
    if (reserved.size() >= limit) {
      throw ErrorReport.error(
              SqlState.OUT_OF_MEMORY, "maximum number of prepared transactions reached")
          .withHint("Increase max_prepared_transactions (currently " + limit + ").")
          .toException();
    }
    reserved.put(wanted.gid(), wanted);
  }

  /** It could not be prepared. */
  synchronized void release(String gid) {
    reserved.remove(gid);
  }

  synchronized void add(Prepared one) {
    prepared.put(one.known().gid(), one);
  }

  /** Who may finish it takes it away, and nobody else finds it. */
  synchronized Prepared take(String gid, Finisher finisher) {
    Prepared found = prepared.get(gid);
    if (found == null) {
      throw new ReportedError(
          SqlState.UNDEFINED_OBJECT,
          "prepared transaction with identifier \"" + gid + "\" does not exist");
    }
    finisher.check(found.known());
    prepared.remove(gid);
    reserved.remove(gid);
    return found;
  }

  /** Who wants to finish one. */
  interface Finisher {
    /**
     * @throws ReportedError where he may not
     */
    void check(PreparedXact one);
  }
}
