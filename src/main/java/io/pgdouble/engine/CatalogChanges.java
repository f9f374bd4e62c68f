package io.pgdouble.engine;

import io.pgdouble.engine.catalog.CatalogUpdate;
import io.pgdouble.engine.catalog.FactsCatalog;
import io.pgdouble.engine.catalog.SharedTables;
import io.pgdouble.engine.command.CatalogWriter;
import io.pgdouble.engine.storage.ImpliedLock;
import io.pgdouble.engine.storage.SessionStorage;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.facts.Facts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a transaction has changed in the catalogs and not committed yet. A row is held until the
 * transaction ends; who meets a row that another holds would wait, and is refused here.
 */
final class CatalogChanges implements CatalogWriter {
  private final EngineSession session;
  private final List<CatalogUpdate> pending = new ArrayList<>(0);

  /** How many changes there were when each subtransaction began, from the outermost on. */
  private final List<Integer> levels = new ArrayList<>(0);

  private final Set<Long> addedLabels = new HashSet<>(0);

  /** At the first query of the transaction; null before it. */
  private Facts snapshot;

  /** What was committed, with what is pending; the former is null where they must be put anew. */
  private ClusterCatalogs.Version basis;

  private Facts view;
  private FactsCatalog catalog;

  /** Whether others may have to be let go on at the end. */
  private boolean holding;

  /** What was committed when it was last looked at, and what of it this session's database has. */
  private ClusterCatalogs seen;

  private long seenDatabase;
  private ClusterCatalogs.Version committed;

  CatalogChanges(EngineSession session) {
    this.session = session;
  }

  /** As scans see them: by the transaction's snapshot. */
  @Override
  public Facts facts() {
    boolean old = snapshot != null && snapshot != committedVersion().facts();
    return old && session.settings().text("transaction_isolation").matches("rep.*|ser.*")
        ? withPending(snapshot)
        : current();
  }

  /** Asked for many times by each statement, and mostly the same. */
  private ClusterCatalogs.Version committedVersion() {
    ClusterCatalogs now = session.engine().catalogs();
    long database = session.databaseOid();
    if (now != seen || database != seenDatabase) {
      committed = now.of(database);
      seen = now;
      seenDatabase = database;
    }
    return committed;
  }

  private Facts withPending(Facts facts) {
    Facts changed = facts;
    for (CatalogUpdate update : pending) {
      changed = update.in(changed);
    }
    return changed;
  }

  @Override
  public Facts current() {
    ClusterCatalogs.Version now = committedVersion();
    if (pending.isEmpty()) {
      return now.facts();
    }
    if (now != basis) {
      basis = now;
      view = withPending(now.facts());
    }
    return view;
  }

  @Override
  public Map<Long, Facts> elsewhere() {
    Map<Long, Facts> others = new TreeMap<>();
    session.engine().catalogs().databases().forEach((oid, one) -> others.put(oid, one.facts()));
    others.remove(session.databaseOid());
    return others;
  }

  /** What names mean to this transaction, whatever its snapshot ({@code GetCatalogSnapshot}). */
  FactsCatalog catalog() {
    if (pending.isEmpty()) {
      return committedVersion().catalog();
    }
    Facts facts = current();
    catalog = (catalog == null ? committedVersion().catalog() : catalog).after(facts);
    return catalog;
  }

  @Override
  public void update(CatalogUpdate update) {
    boolean shared = SharedTables.contains(update.table());
    String where = shared ? "" : session.databaseOid() + "\t";
    hold("a row of " + update.table(), where + update.table() + "\t" + update.row());
    Facts before = current();
    SessionStorage storage = session.storage();
    storage.transaction().number();
    List<ImpliedLock> locks = DefinitionLocks.of(update);
    if (!locks.isEmpty()) {
      storage.implies(locks);
    }
    view = update.in(before);
    basis = committedVersion();
    pending.add(update);
  }

  @Override
  public void hold(String what) {
    hold(what, what);
  }

  private void hold(String what, String key) {
    if (!session.engine().hold(key, this)) {
      throw ErrorReport.notSimulated(
              "waiting for " + what + " that another transaction has changed")
          .toException();
    }
    holding = true;
  }

  @Override
  public long newOid() {
    return session.engine().newOid();
  }

  @Override
  public void addLabel(long oid) {
    addedLabels.add(oid);
  }

  @Override
  public boolean isOwn(String table, long oid) {
    return committedVersion().facts().table(table).byOid(oid).isEmpty();
  }

  /** Those that this transaction has added to enums. */
  Set<Long> addedLabels() {
    return addedLabels;
  }

  void started() {
    snapshot = null;
  }

  void takeSnapshot() {
    if (snapshot == null) {
      snapshot = committedVersion().facts();
    }
  }

  /** What the transaction has written to tables is there for all at the same moment. */
  void committed(SessionStorage rows) {
    if (holding || rows.hasWritten()) {
      session.engine().commit(session.databaseOid(), pending, rows, this);
    } else {
      rows.commit();
    }
    forget();
  }

  void aborted() {
    if (holding) {
      session.engine().release(this);
    }
    forget();
  }

  /** What was changed, and is held by another from now on. */
  List<CatalogUpdate> handOver(Object heir) {
    List<CatalogUpdate> changed = List.copyOf(pending);
    if (holding) {
      session.engine().handOver(this, heir);
    }
    forget();
    return changed;
  }

  private void forget() {
    pending.clear();
    addedLabels.clear();
    levels.clear();
    snapshot = null;
    changedBack();
    holding = false;
  }

  private void changedBack() {
    basis = null;
    view = null;
    catalog = null;
  }

  void subStarted() {
    levels.add(pending.size());
  }

  void subCommitted() {
    levels.remove(levels.size() - 1);
  }

  /** Its rows stay held: PostgreSQL lets them go, which shows only in who need not wait. */
  void subAborted() {
    int before = levels.remove(levels.size() - 1);
    if (before < pending.size()) {
      pending.subList(before, pending.size()).clear();
      changedBack();
    }
  }
}
