package io.pgdouble.engine;

import io.pgdouble.engine.catalog.CatalogUpdate;
import io.pgdouble.engine.command.CatalogWriter;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.facts.Facts;
import java.util.ArrayList;
import java.util.List;

/**
 * What a transaction has changed in the catalogs and not committed yet. A row is held until the
 * transaction ends; who meets a row that another holds would wait, and is refused here.
 */
final class CatalogChanges implements CatalogWriter {
  private final EngineSession session;
  private final List<CatalogUpdate> pending = new ArrayList<>(0);

  /** How many changes there were when each subtransaction began, from the outermost on. */
  private final List<Integer> levels = new ArrayList<>(0);

  /** At the first query of the transaction; null before it. */
  private Facts snapshot;

  /** What the transaction last saw, and what that was made from; null where it changed since. */
  private Facts view;

  private Facts basis;

  /** Whether others may have to be let go on at the end. */
  private boolean holding;

  CatalogChanges(EngineSession session) {
    this.session = session;
  }

  @Override
  public Facts facts() {
    Facts facts = snapshotInForce();
    if (pending.isEmpty()) {
      return facts;
    }
    if (facts != basis) {
      basis = facts;
      view = facts;
      for (CatalogUpdate update : pending) {
        view = update.in(view);
      }
    }
    return view;
  }

  /** {@code snapmgr.c: IsolationUsesXactSnapshot}. */
  private Facts snapshotInForce() {
    Facts now = session.engine().facts();
    boolean older = snapshot != null && snapshot != now;
    return older && session.settings().text("transaction_isolation").matches("rep.*|ser.*")
        ? snapshot
        : now;
  }

  @Override
  public void update(CatalogUpdate update) {
    hold("a row of " + update.table(), update.table() + "\t" + update.row());
    pending.add(update);
    basis = null;
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

  void started() {
    snapshot = null;
  }

  void takeSnapshot() {
    if (snapshot == null) {
      snapshot = session.engine().facts();
    }
  }

  void committed() {
    if (holding) {
      session.engine().commit(pending, this);
    }
    forget();
  }

  void aborted() {
    if (holding) {
      session.engine().commit(List.of(), this);
    }
    forget();
  }

  private void forget() {
    pending.clear();
    levels.clear();
    snapshot = null;
    basis = null;
    view = null;
    holding = false;
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
    pending.subList(before, pending.size()).clear();
    basis = null;
  }
}
