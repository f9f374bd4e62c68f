package io.pgdouble.engine.portal;

import io.pgdouble.engine.catalog.NameData;
import io.pgdouble.engine.transaction.SubTransaction;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The portals of one session, by name. Source: {@code portalmem.c}. */
public final class Portals {
  private final Map<String, Portal> byName = new HashMap<>(4);

  /** The one whose name is empty, which most frontends use alone. */
  private Optional<Portal> nameless = Optional.empty();

  private final PortalHost host;
  private long unnamed;

  public Portals(PortalHost host) {
    this.host = host;
  }

  public Optional<Portal> find(String name) {
    return name.isEmpty() ? nameless : Optional.ofNullable(byName.get(NameData.key(name)));
  }

  /** Every portal, in no particular order. */
  public Collection<Portal> all() {
    if (nameless.isEmpty()) {
      return byName.values();
    }
    List<Portal> all = new ArrayList<>(byName.size() + 1);
    all.add(nameless.get());
    all.addAll(byName.values());
    return all;
  }

  public boolean isEmpty() {
    return nameless.isEmpty() && byName.isEmpty();
  }

  /** Whether no portal outlives its transaction, or would. The unnamed one never does. */
  public boolean noneIsHoldable() {
    return byName.isEmpty() || byName.values().stream().noneMatch(Portal::isHoldable);
  }

  /**
   * Makes a portal under a name that must be free; only the unnamed one replaces another.
   *
   * @throws ReportedError 42P03 where the name is taken
   */
  public Portal create(String name, PortalDefinition definition, PortalSettings settings) {
    if (name.isEmpty()) {
      nameless.ifPresent(this::drop);
      Portal portal = new Portal(name, definition, settings, host);
      nameless = Optional.of(portal);
      return portal;
    }
    String key = NameData.key(name);
    if (byName.containsKey(key)) {
      throw new ReportedError(SqlState.DUPLICATE_CURSOR, "cursor \"" + name + "\" already exists");
    }
    Portal portal = new Portal(key, definition, settings, host);
    byName.put(key, portal);
    return portal;
  }

  /**
   * A name nobody has given, as {@code EXECUTE} runs its statement under one ({@code
   * CreateNewPortal}); such a portal is in no list.
   */
  public Portal createHidden(PortalDefinition definition, PortalSettings settings) {
    unnamed++;
    return new Portal("<unnamed portal>", definition, settings, host);
  }

  /** {@code CreateNewPortal}: under a name that nobody has given. */
  public Portal createUnnamed(PortalDefinition definition, PortalSettings settings) {
    String name;
    do {
      name = "<unnamed portal " + ++unnamed + ">";
    } while (byName.containsKey(name));
    return create(name, definition, settings);
  }

  /** {@code HoldPinnedPortals}: loops go on in the next transaction. */
  public void holdPinned() {
    for (Portal portal : List.copyOf(all())) {
      if (!portal.isPinned() || portal.createdIn == SubTransaction.NONE) {
        continue;
      }
      if (!(portal.definition().work() instanceof PortalWork.Select)) {
        throw new ReportedError(
            SqlState.INVALID_TRANSACTION_TERMINATION,
            "cannot perform transaction commands inside a cursor loop that is not read-only");
      }
      portal.hold();
    }
  }

  /** {@code PortalDrop}. */
  public void drop(Portal portal) {
    if (portal.isPinned()) {
      throw new ReportedError(
          SqlState.INVALID_CURSOR_STATE, "cannot drop pinned portal \"" + portal.name() + "\"");
    }
    if (portal.status() == PortalStatus.ACTIVE) {
      throw new ReportedError(
          SqlState.INVALID_CURSOR_STATE, "cannot drop active portal \"" + portal.name() + "\"");
    }
    if (portal.name().isEmpty()) {
      nameless = nameless.isPresent() && nameless.get() == portal ? Optional.empty() : nameless;
    } else {
      byName.remove(portal.name(), portal);
    }
  }

  private void remove(Predicate<Portal> which) {
    nameless = nameless.isPresent() && which.test(nameless.get()) ? Optional.empty() : nameless;
    byName.values().removeIf(which);
  }

  /** {@code PortalHashTableDeleteAll}: all but the one that runs. */
  public void dropAll() {
    remove(portal -> portal.status() != PortalStatus.ACTIVE);
  }

  /**
   * {@code PreCommit_Portals}: cursors WITH HOLD made in this transaction are run to their end, the
   * others dropped.
   */
  public void preCommit() {
    if (isEmpty()) {
      return;
    }
    for (Portal portal : List.copyOf(all())) {
      if (portal.status() != PortalStatus.ACTIVE && portal.createdIn != SubTransaction.NONE) {
        holdOrDrop(portal);
      }
    }
  }

  /** The same before PREPARE TRANSACTION, which no cursor outlives. */
  public void prePrepare() {
    boolean held =
        all().stream()
            .anyMatch(
                portal ->
                    portal.isHoldable()
                        && portal.createdIn != SubTransaction.NONE
                        && portal.status() == PortalStatus.READY);
    if (held) {
      throw new ReportedError(
          SqlState.FEATURE_NOT_SUPPORTED,
          "cannot PREPARE a transaction that has created a cursor WITH HOLD");
    }
    preCommit();
  }

  private void holdOrDrop(Portal portal) {
    if (portal.isHoldable() && portal.status() == PortalStatus.READY) {
      portal.hold();
    } else {
      drop(portal);
    }
  }

  /** {@code AtAbort_Portals}. */
  public void atAbort() {
    for (Portal portal : all()) {
      if (portal.createdIn != SubTransaction.NONE && portal.status() == PortalStatus.READY) {
        portal.fail();
      }
    }
  }

  /** {@code AtCleanup_Portals}. */
  public void atCleanup() {
    remove(
        portal ->
            portal.createdIn != SubTransaction.NONE && portal.status() != PortalStatus.ACTIVE);
  }

  /** {@code AtSubCommit_Portals}. */
  public void atSubCommit(SubTransaction sub) {
    for (Portal portal : all()) {
      if (portal.createdIn == sub.id()) {
        portal.createdIn = sub.parentId();
      }
      if (portal.activeIn == sub.id()) {
        portal.activeIn = sub.parentId();
      }
    }
  }

  /** {@code AtSubAbort_Portals}. */
  public void atSubAbort(SubTransaction sub) {
    for (Portal portal : all()) {
      if (portal.createdIn == sub.id()) {
        portal.fail();
      } else if (portal.activeIn == sub.id()) {
        abortUse(portal, sub);
      }
    }
  }

  private static void abortUse(Portal portal, SubTransaction sub) {
    portal.activeIn = sub.parentId();
    if (portal.status() == PortalStatus.ACTIVE) {
      portal.fail();
    }
  }

  /** {@code AtSubCleanup_Portals}. */
  public void atSubCleanup(SubTransaction sub) {
    remove(portal -> portal.createdIn == sub.id());
  }
}
